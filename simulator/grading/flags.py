"""How many flagged each box: on one set of papers, or on all papers of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from simulator.grading.class_rates import Rate
from simulator.intake.box_codes import matching_codes, parse_code

Flags = tuple[str, ...]
"""The box codes of one answer."""


def flag_rates(answers: Sequence[Flags], codes: Iterable[str]) -> Mapping[str, Rate]:
    """Return how many of the answers flagged each code; a flag that leaves row or letter open means all that it covers."""
    real = tuple(dict.fromkeys(codes))
    meant = {flag: matching_codes(flag, real) for flag in {flag for flags in answers for flag in flags}}
    counted = Counter(code for flags in answers for code in {code for flag in flags for code in meant[flag]})
    return {code: Rate(counted[code], len(answers)) for code in real}


def kind_of_box(code: str) -> str:
    """Return a code without its row and without the number of its paper: "CARD5-4a.1" is a "CARD-4a".

    Other shipments have other lines, and their cards other numbers, but the same kinds of boxes. What is no code is
    returned as it is.
    """
    parsed = parse_code(code)
    if parsed is None:
        return code
    prefix, rest = code.split("-", 1)
    return f"{prefix.rstrip('0123456789')}-{rest.split('.', 1)[0]}"
