"""What finished papers show: every check of the catalogue, and the findings of the key with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.documents import contents, manifest, register
from simulator.documents.derivation.building import lettering
from simulator.documents.derive import derive
from simulator.documents.model import Document, Papers, Sight
from simulator.exercise.small_world import alone
from simulator.formats.key import Evidence, Finding
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import catalogue
from simulator.indicators.looking import manifest_line
from simulator.reference.brands import Brand
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
    """Return one box of the key; of what is drawn it tells the words, since the file has no letters there."""
    document = papers.document(sight.document)
    return Evidence(
        document=document.id,
        box=document.code(sight.field, sight.row),
        role=sight.role,
        printed=_words(document, sight),
        expected=_words(twin.document(sight.document), sight),
    )


def _words(document: Document, sight: Sight) -> str:
    text = document.printed(sight.field, sight.row)
    return text if document.type.field(sight.field).kind == "text" else lettering(text)


def changed_boxes(
    consignment: Consignment, departures: Iterable[Departure], papers: Papers, brands: tuple[Brand, ...]
) -> tuple[tuple[str, str, int | None], ...]:
    """Return the boxes that departures change on the consignment's own papers and on its lines of shared ones.

    The difference of two derivations, never a list kept by hand. Rows of shared papers are those of ``papers``; ``brands``
    are those that are traded.
    """
    departures = tuple(departures)
    world = alone(consignment, brands=brands)
    clean = derive(world)
    changed = derive(world, departures, clean)
    found: list[tuple[str, str, int | None]] = []
    for one, other in zip(changed.documents, clean.documents, strict=True):
        for field, row in _differences(one, other):
            if not one.type.shared:
                found.append((one.id, field, row))
            else:
                found += [(page.id, field, line) for page, line in _same_line(papers, one, row, consignment.id)]
    return tuple(found)


def _same_line(papers: Papers, small: Document, row: int | None, consignment: str) -> list[tuple[Document, int | None]]:
    """Return where the full desk says what a line of a shared paper says in the small world; a manifest's head too."""
    pages = papers.all(small.type)
    if small.type is manifest.TYPE:
        line = manifest_line(papers, consignment)
        return [] if line is None else [(line.document, None if row is None else line.row)]
    if small.type is register.TYPE and row is not None:
        number = small.get(register.TAX_ID, row)
        return [(page, line) for page in pages for line, listed in page.rows(register.TAX_ID) if listed == number]
    if small.type is contents.TYPE and row in (mine := _listed(small, consignment)):
        return [(page, _listed(page, consignment)[mine.index(row)]) for page in pages]
    return []


def _listed(page: Document, consignment: str) -> list[int]:
    """Return the lines of a list of contents that name papers of a consignment, in the order of its papers."""
    return [line for line, owner in page.rows(contents.CONSIGNMENT) if owner == consignment]


def _differences(one: Document, other: Document) -> list[tuple[str, int | None]]:
    if one is other:
        return []
    places: Mapping[tuple[str, int | None], None] = dict.fromkeys((*one.values, *other.values))
    return [place for place in places if one.values.get(place) != other.values.get(place)]
