"""A person's decisions laid over what was read: both are kept, the person's counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.formats.submission import Rejection
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.review import DROP, Decision, NotAnAnswer, understood
from simulator.intake.scans.scanned import PAGE, ScannedPage


@dataclass(frozen=True, slots=True)
class Decided:
    """Pages with what a person said of them; ``dropped`` and ``used`` are the items of pages that he dropped or kept."""

    pages: tuple[ScannedPage, ...]
    dropped: frozenset[str]
    used: frozenset[str]
    rejections: tuple[Rejection, ...]


def decide(pages: Sequence[ScannedPage], decisions: Iterable[Decision], opened: OpenedPack) -> Decided:
    """Lay decisions over pages; one that fits no page or question is rejected with its reason."""
    found = list(pages)
    places = {page.item(name): (place, name) for place, page in enumerate(found) for name in _names(page)}
    dropped: set[str] = set()
    used: set[str] = set()
    rejections: list[Rejection] = []
    for each in decisions:
        if each.item not in places:
            problem = f"{each.item} is no question of these scans; give the scans that it was asked of"
            rejections.append(Rejection(each.file, each.line, problem))
            continue
        place, name = places[each.item]
        page = found[place]
        try:
            value = understood(each, name.rpartition(".")[2], page.consignments, opened)
        except NotAnAnswer as problem:
            rejections.append(Rejection(each.file, each.line, str(problem)))
            continue
        if name == PAGE:
            (dropped if value == DROP else used).add(each.item)
        else:
            found[place] = page.answered(name, value)
    return Decided(tuple(found), frozenset(dropped), frozenset(used), tuple(rejections))


def _names(page: ScannedPage) -> list[str]:
    return [PAGE, *(each.name for each in page.asked)] if page.state == "sheet" else []
