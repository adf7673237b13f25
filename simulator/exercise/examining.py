"""What finished papers show: every check of the catalogue, and the findings of the key with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.documents.derive import derive
from simulator.documents.model import Document, Papers, Sight
from simulator.exercise.small_world import alone
from simulator.formats.key import Evidence, Finding
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import catalogue
from simulator.indicators.looking import manifest_line
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment


def shown(papers: Papers, consignment: str) -> dict[str, tuple[Sight, ...]]:
    """Run every check of the catalogue on one consignment; return the ids of those that fire, with what they saw."""
    seen = {entry.id: entry.check(papers, consignment) for entry in catalogue().values()}
    return {id_: sights for id_, sights in seen.items() if sights}


def finding(
    entry: Indicator,
    sights: Iterable[Sight],
    papers: Papers,
    twin: Papers,
    *,
    planted: bool,
    subtlety: int,
    follows: Iterable[tuple[str, str, int | None]] = (),
) -> Finding:
    """Return a finding of the key: each box with what is printed and what the clean twin prints."""
    sights = tuple(sights)
    boxes = {sight.box for sight in sights}
    wake = [Sight(document, field, row, "follows") for document, field, row in follows]
    all_sights = (*sights, *(sight for sight in wake if sight.box not in boxes))
    return Finding(
        indicator=entry.id,
        family=entry.card.family,
        points_to=entry.card.points_to,
        strength=entry.card.strength,
        subtlety=subtlety,
        seen_by=entry.card.seen_by,
        stage=entry.card.stage,
        planted=planted,
        evidence=tuple(evidence(sight, papers, twin) for sight in all_sights),
        explanation=entry.card.explanation,
    )


def evidence(sight: Sight, papers: Papers, twin: Papers) -> Evidence:
    """Return one box of the key."""
    document = papers.document(sight.document)
    return Evidence(
        document=document.id,
        box=document.code(sight.field, sight.row),
        role=sight.role,
        printed=document.printed(sight.field, sight.row),
        expected=twin.document(sight.document).printed(sight.field, sight.row),
    )


def changed_boxes(
    consignment: Consignment, departures: Iterable[Departure], clean: Papers, papers: Papers
) -> tuple[tuple[str, str, int | None], ...]:
    """Return the boxes that departures change on the consignment's own papers and on its manifest line.

    The difference of two derivations, never a list kept by hand: ``clean`` are the papers of the consignment alone. Rows
    of the manifest are those of ``papers``.
    """
    changed = derive(alone(consignment), departures, clean)
    line = manifest_line(papers, consignment.id)
    found: list[tuple[str, str, int | None]] = []
    for one, other in zip(changed.documents, clean.documents, strict=True):
        for field, row in _differences(one, other):
            if not one.type.shared:
                found.append((one.id, field, row))
            elif one.type.name == "manifest" and line is not None:
                found.append((line.document.id, field, line.row if row is not None else None))
    return tuple(found)


def _differences(one: Document, other: Document) -> list[tuple[str, int | None]]:
    if one is other:
        return []
    places: Mapping[tuple[str, int | None], None] = dict.fromkeys((*one.values, *other.values))
    return [place for place in places if one.values.get(place) != other.values.get(place)]
