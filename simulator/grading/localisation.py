"""Flagged boxes as free-response data: were the right boxes marked, with what confidence, and what else was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """One consignment: for each finding the rating of the best mark on it (None: not found), and ratings of wrong marks."""

    findings: tuple[float | None, ...]
    wrong: tuple[float, ...]


def weighted_afroc_area(signals: Sequence[Marked], lawful: Sequence[Marked]) -> float | None:
    """Return the area under the weighted alternative free-response curve.

    The chance that a finding of a signal outranks the highest wrong mark on a lawful consignment, ties half, each signal
    counting as one however many findings it has. A finding that was not found, and a lawful consignment without marks,
    rank lowest of all. Chakraborty, D. P. & Zhai, X. (2016): On the meaning of the weighted alternative free-response
    operating characteristic figure of merit. Medical Physics 43, 2548-2557. None where either kind is missing.
    """
    wanted = [each for each in signals if each.findings]
    if not wanted or not lawful:
        return None
    highest = [max(each.wrong, default=float("-inf")) for each in lawful]
    return sum(_won(each, highest) for each in wanted) / (len(wanted) * len(lawful))


def _won(signal: Marked, highest: Sequence[float]) -> float:
    ranks = [float("-inf") if found is None else found for found in signal.findings]
    return sum((rank > top) + 0.5 * (rank == top) for rank in ranks for top in highest) / len(ranks)
