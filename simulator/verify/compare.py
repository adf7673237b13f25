"""What the papers show against what the key says."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.ladder import verdict
from simulator.indicators.catalogue import catalogue

PROVING = ("shows", "against")
"""Roles that can be found again from print; ``follows`` needs the twin, ``identifies`` only ties papers together."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences of one consignment, one sentence each, and how many findings the papers show."""

    findings: int
    differences: tuple[str, ...]


def compare(papers: Papers, key: KeyConsignment) -> Compared:
    """Run every check on the papers as read and compare with the key."""
    seen = {entry.id: entry.check(papers, key.id) for entry in catalogue().values()}
    shown = {id_: sights for id_, sights in seen.items() if sights}
    expected = {each.indicator: each for each in (*key.findings, *key.look_alikes)}
    differences = [f"{key.id}: {id_} is in the key and not on the papers" for id_ in sorted(set(expected) - set(shown))]
    differences += [f"{key.id}: {id_} is on the papers and not in the key" for id_ in sorted(set(shown) - set(expected))]
    cards = [catalogue()[id_].card for id_ in shown]
    found = verdict(card for card in cards if not card.is_look_alike)
    if found != key.verdict:
        differences.append(f"{key.id}: the papers come to {found}, the key says {key.verdict}")
    for id_ in sorted(set(shown) & set(expected)):
        differences += _boxes(key.id, expected[id_], shown[id_], papers)
    return Compared(sum(not card.is_look_alike for card in cards), tuple(differences))


def _boxes(consignment: str, finding: Finding, sights: tuple[Sight, ...], papers: Papers) -> list[str]:
    recorded = {(each.document, each.box, each.printed) for each in finding.evidence if each.role in PROVING}
    read = {_printed(sight, papers) for sight in sights if sight.role in PROVING}
    where = f"{consignment}: {finding.indicator}"
    return [
        *(
            f"{where}: {box} is in the key as {printed!r} and not so on the papers"
            for _, box, printed in sorted(recorded - read)
        ),
        *(f"{where}: {box} shows {printed!r} and is not so in the key" for _, box, printed in sorted(read - recorded)),
    ]


def _printed(sight: Sight, papers: Papers) -> tuple[str, str, str]:
    document = papers.document(sight.document)
    return document.id, document.code(sight.field, sight.row), document.printed(sight.field, sight.row)
