"""Which slots of which packs are the same: those of packs that were made from one seed, known by the papers they share."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.difficulty.calibrating.reading import Response

SlotName = tuple[str, str, str]
"""Scenario, first pack of the same plan, slot."""


def slot_names(answers: Sequence[Response]) -> tuple[SlotName, ...]:
    """Return the name of each answer's slot.

    A slot's number means the same only within one plan: packs of one scenario with other seeds plan other indicators for
    it. Packs of one scenario that share an item (the same papers) are of one seed, and so of one plan.
    """
    parent: dict[str, str] = {each.pack: each.pack for each in answers}
    first: dict[tuple[str, str], str] = {}
    for each in answers:
        other = first.setdefault((each.scenario, each.item), each.pack)
        _join(parent, each.pack, other)
    return tuple((each.scenario, _root(parent, each.pack), each.slot) for each in answers)


def _root(parent: dict[str, str], pack: str) -> str:
    while parent[pack] != pack:
        pack = parent[pack]
    return pack


def _join(parent: dict[str, str], one: str, other: str) -> None:
    """The pack that was named first stands for both."""
    roots = _root(parent, one), _root(parent, other)
    if roots[0] != roots[1]:
        low, high = sorted(roots, key=list(parent).index)
        parent[high] = low
