"""Which consignments are worth a class's time: chosen by a rule that the report prints, never by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.formats.key import KeyConsignment
from simulator.formats.vocabulary import VERDICTS, Verdict
from simulator.grading.class_rates import InVariant, Rate
from simulator.grading.flags import Flags
from simulator.grading.measures import differing_pairs

Reason = Literal["missed", "stopped", "disagreed"]
"""Signals that were let pass, lawful shipments that were stopped, and those on which answers differ."""

REASONS: tuple[Reason, ...] = ("missed", "stopped", "disagreed")
FOR_EACH_REASON = 2
FEWEST_ANSWERS = 4
"""Fewer answers to a slot than one group gives are nobody's disagreement but a person's own."""
LEAST_SHARE = 0.25
"""What fewer than a quarter got wrong needs a word with them, not the class."""


@dataclass(frozen=True, slots=True)
class Example:
    """One set of papers to show; ``places`` are the variants and ids under which it lies on desks, in order.

    ``key`` is its solution as in the first place, ``rate`` what the reason counts over those who answered it, ``flags``
    what each of them flagged.
    """

    places: tuple[tuple[str, str], ...]
    key: KeyConsignment
    rate: Rate
    flags: tuple[Flags, ...]


@dataclass(frozen=True, slots=True)
class Discussed:
    """A slot to discuss, and why.

    ``rate`` counts answers that let it pass or stopped it, for "disagreed" pairs of answers that differ (which are no
    independent answers: it has no interval). ``decisions`` counts the answers, ``shipments`` the different papers,
    ``flags`` what each answer flagged, ``example`` is the shipment on which that happened most.
    """

    slot: str
    verdict: Verdict
    reason: Reason
    rate: Rate
    decisions: Mapping[Verdict, int]
    shipments: int
    flags: tuple[Flags, ...]
    example: Example


_Slot = Sequence[InVariant]
"""The answered consignments of one slot."""


def to_discuss(answered: Iterable[InVariant]) -> tuple[Discussed, ...]:
    """Choose up to two slots for each reason, the highest share first; none stands twice.

    A slot qualifies with four answers, a quarter of which (or of whose pairs) are as the reason says. Where shares are
    equal more answers go first, then the lower slot.
    """
    slots: dict[str, list[InVariant]] = {}
    for variant, each in answered:
        slots.setdefault(each.key.slot, []).append((variant, each))
    chosen: list[Discussed] = []
    for reason in REASONS:
        left = (group for slot, group in sorted(slots.items()) if slot not in {each.slot for each in chosen})
        found = [_discussed(group, reason) for group in left if _qualifies(group, reason)]
        found.sort(key=lambda each: (-(each.rate.share or 0.0), -sum(each.decisions.values()), each.slot))
        chosen.extend(found[:FOR_EACH_REASON])
    return tuple(chosen)


def _qualifies(group: _Slot, reason: Reason) -> bool:
    first = group[0][1]
    fits = {"missed": first.signal, "stopped": first.lawful, "disagreed": True}[reason]
    return fits and len(group) >= FEWEST_ANSWERS and (_rate(group, reason).share or 0.0) >= LEAST_SHARE


def _rate(group: _Slot, reason: Reason) -> Rate:
    acts = sum(each.acts for _, each in group)
    rates: dict[Reason, Callable[[], Rate]] = {
        "missed": lambda: Rate(len(group) - acts, len(group)),
        "stopped": lambda: Rate(acts, len(group)),
        "disagreed": lambda: Rate(*differing_pairs(_decisions(group).values())),
    }
    return rates[reason]()


def _decisions(group: _Slot) -> dict[Verdict, int]:
    counted = Counter(each.answer.decision for _, each in group if each.answer)
    return {decision: counted[decision] for decision in VERDICTS}


def _discussed(group: _Slot, reason: Reason) -> Discussed:
    by_item: dict[str, list[InVariant]] = {}
    for variant, each in group:
        by_item.setdefault(each.key.item, []).append((variant, each))
    examples = [_example(shipment, reason) for shipment in by_item.values()]
    best = min(examples, key=lambda each: (-each.rate.count, -each.rate.total, each.places))
    key = group[0][1].key
    return Discussed(
        slot=key.slot,
        verdict=key.verdict,
        reason=reason,
        rate=_rate(group, reason),
        decisions=_decisions(group),
        shipments=len(examples),
        flags=_flags(group),
        example=best,
    )


def _example(shipment: _Slot, reason: Reason) -> Example:
    keys = {(variant, each.key.id): each.key for variant, each in shipment}
    places = tuple(sorted(keys))
    return Example(places, keys[places[0]], _rate(shipment, reason), _flags(shipment))


def _flags(group: _Slot) -> tuple[Flags, ...]:
    return tuple(each.answer.flags for _, each in group if each.answer)
