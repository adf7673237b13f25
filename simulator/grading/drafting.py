"""A correction written for an instructor: he says what is right, what it replaces is looked up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from simulator.errors import BadInput
from simulator.formats.correction import CorrectedPlace, Correction, KeyPart, NumberedCorrection
from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.reading import decode
from simulator.formats.vocabulary import EvidenceRole
from simulator.grading.corrections import consignments_at, corrected, corrections_folder, next_number, read_corrections
from simulator.intake.pack_reading import OpenedPack

Difference = tuple[str, str, tuple[str, ...]]
"""Variant, consignment, and what is another there, as sentences."""


def draft(opened: OpenedPack, place: CorrectedPlace, right: KeyPart, by: str, reason: str) -> NumberedCorrection:
    """Return the next correction of a pack, which says ``right`` of the consignments at a place.

    Raise ``BadInput`` where there is none, or where the key, corrected so far, cannot take it.
    """
    earlier = read_corrections(opened)
    number = next_number(earlier)
    file = corrections_folder(opened.folder) / f"{number:03d}.json"
    variant, solved = consignments_at(corrected(opened, earlier).key, place, file)[0]
    right = _as_printed(right, opened.codes[variant][solved.id])
    replaced = _present(solved, right)
    written = Correction(opened.pack.pack, by, reason, place, replaced, right)
    try:
        plain = msgspec.json.decode(msgspec.json.encode(written))
    except UnicodeEncodeError:
        raise BadInput("a text of the correction is not UTF-8; use plain letters") from None
    found = NumberedCorrection(number, decode(plain, Correction, file))
    corrected(opened, (*earlier, found))
    return found


def path_of(opened: OpenedPack, found: NumberedCorrection) -> Path:
    """Return where a correction is written."""
    return corrections_folder(opened.folder) / f"{found.name}.json"


def differences(opened: OpenedPack, found: NumberedCorrection) -> tuple[Difference, ...]:
    """Return what a correction that is not written yet changes, consignment by consignment."""
    earlier = read_corrections(opened)
    before, after = (corrected(opened, every).key for every in (earlier, (*earlier, found)))
    told = []
    for variant, old in consignments_at(before, found.correction.consignments, path_of(opened, found)):
        new = next((each for each in after.variants[variant].consignments if each.id == old.id), None)
        told.append((variant, old.id, tuple(_told(old, new))))
    return tuple(told)


def _as_printed(right: KeyPart, codes: Iterable[str]) -> KeyPart:
    """Return the same with box codes in the case in which they are printed."""
    printed = {code.upper(): code for code in codes}
    boxes = {
        indicator: {printed.get(code.upper(), code): role for code, role in roles.items()}
        for indicator, roles in right.boxes.items()
    }
    return msgspec.structs.replace(right, boxes=boxes)


def _present(consignment: KeyConsignment, right: KeyPart) -> KeyPart:
    """Return what the key says at the places of which ``right`` speaks."""
    findings = {each.indicator: each for each in (*consignment.findings, *consignment.look_alikes)}
    return KeyPart(
        verdict=consignment.verdict if right.verdict is not msgspec.UNSET else msgspec.UNSET,
        strength={each: findings[each].strength if each in findings else None for each in right.strength},
        boxes={
            indicator: {code: _role(findings.get(indicator), code) for code in codes}
            for indicator, codes in right.boxes.items()
        },
    )


def _role(finding: Finding | None, code: str) -> EvidenceRole | None:
    evidence = finding.evidence if finding else ()
    return next((each.role for each in evidence if each.box == code), None)


def _told(old: KeyConsignment, new: KeyConsignment | None) -> Iterable[str]:
    if new is None:
        yield f"verdict {old.verdict} -> left out"
        return
    if new.verdict != old.verdict:
        yield f"verdict {old.verdict} -> {new.verdict}"
    before, after = ({each.indicator: each for each in (*solved.findings, *solved.look_alikes)} for solved in (old, new))
    for indicator in {**before, **after}:
        yield from _told_of(indicator, before.get(indicator), after.get(indicator))


def _told_of(indicator: str, before: Finding | None, after: Finding | None) -> Iterable[str]:
    was, is_ = (each.strength or "lawful" if each else "none" for each in (before, after))
    if was != is_:
        yield f"{indicator} {was} -> {is_}"
    if after is None:
        return
    old, new = ({each.box: each.role for each in finding.evidence} if finding else {} for finding in (before, after))
    for box in {**old, **new}:
        if old.get(box) != new.get(box):
            yield f"{box} of {indicator} {old.get(box, 'none')} -> {new.get(box, 'none')}"
