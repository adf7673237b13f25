"""One consignment's solution before a correction, and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import msgspec

from simulator.errors import BadInput
from simulator.formats.correction import Correction, KeyPart
from simulator.formats.key import Evidence, Finding, KeyConsignment
from simulator.formats.ladder import verdict as verdict_of
from simulator.formats.truth import Truth
from simulator.formats.vocabulary import EvidenceRole, Strength
from simulator.grading.evidence import FINDING_ROLES
from simulator.indicators.catalogue import catalogue
from simulator.intake.box_codes import matching_codes


@dataclass(frozen=True, slots=True)
class Desk:
    """The papers of one variant: the codes that may be flagged for each consignment, and what is printed.

    ``truth`` reads the boxes; most corrections need none of them, and a file of them is large.
    """

    codes: Mapping[str, tuple[str, ...]]
    truth: Callable[[], Truth]

    def box(self, consignment: str, code: str) -> Evidence:
        """Return a box that may be flagged for a consignment, as evidence that it shows something.

        A code that its own papers lack is one of the pages that all share: no two of these have the same code.
        """
        bearing = [each for each in self.truth().documents if any(box.box == code for box in each.boxes)]
        document = next((each for each in bearing if consignment in each.consignments), bearing[0])
        printed = "\n".join(box.text for box in document.boxes if box.box == code and box.text)
        return Evidence(document.id, code, "shows", printed, "")


@dataclass(frozen=True, slots=True)
class _Refusing:
    """Where a correction stands, for the sentence that says why it does not fit."""

    source: Path
    consignment: str

    def refuse(self, place: str, problem: str) -> NoReturn:
        raise BadInput(f"{self.consignment}: {problem}", source=self.source, place=place)


def corrected_consignment(
    old: KeyConsignment, correction: Correction, desk: Desk, name: str, source: Path
) -> KeyConsignment | None:
    """Return the corrected solution, None where the consignment is left out.

    A verdict that followed from the findings still does when these change; one that was corrected by hand stays.
    Raise ``BadInput`` when the key does not say what the correction replaces.
    """
    at = _Refusing(source, name)
    before, after = correction.replaces, correction.with_
    if before.verdict is not msgspec.UNSET and before.verdict != old.verdict:
        at.refuse("replaces.verdict", f"the verdict is {old.verdict}, not {before.verdict}; correct what is there")
    if after.verdict is None:
        return None
    new = _with_boxes(_with_strengths(old, before, after, at), before, after, desk, at)
    for finding in new.findings:
        if not any(each.role in FINDING_ROLES for each in finding.evidence):
            at.refuse("with", f"no box would show {finding.indicator}; name one that shows it, or drop the finding")
    if after.verdict is not msgspec.UNSET:
        return msgspec.structs.replace(new, verdict=after.verdict)
    followed = old.verdict == verdict_of(old.findings)
    return msgspec.structs.replace(new, verdict=verdict_of(new.findings)) if followed else new


def _with_strengths(old: KeyConsignment, before: KeyPart, after: KeyPart, at: _Refusing) -> KeyConsignment:
    findings = {each.indicator: each for each in old.findings}
    look_alikes = {each.indicator for each in old.look_alikes}
    for indicator, strength in before.strength.items():
        place = f"replaces.strength.{indicator}"
        present = findings[indicator].strength if indicator in findings else None
        if indicator in look_alikes:
            at.refuse(place, f"{indicator} is a look-alike and has no strength; correct its boxes, or the verdict")
        if present != strength:
            at.refuse(place, f"{_is_not(indicator, present, strength)}; correct what is there")
        wanted = after.strength[indicator]
        if wanted is None:
            del findings[indicator]
        elif indicator in findings:
            findings[indicator] = msgspec.structs.replace(findings[indicator], strength=wanted)
        else:
            findings[indicator] = _added(indicator, wanted, at)
    return msgspec.structs.replace(old, findings=tuple(findings.values()))


def _added(indicator: str, strength: Strength, at: _Refusing) -> Finding:
    """Return a finding that the checks did not see, with what the catalogue says of it and no box yet."""
    entry = catalogue().get(indicator)
    if entry is None or entry.card.is_look_alike:
        at.refuse(f"with.strength.{indicator}", f"there is no indicator {indicator!r}; see simulator catalogue")
    card = entry.card
    return Finding(
        indicator=indicator,
        family=card.family,
        points_to=card.points_to,
        strength=strength,
        subtlety=card.subtleties[0],
        seen_by=card.seen_by,
        stage=card.stage,
        planted=False,
        evidence=(),
        explanation=card.explanation,
    )


def _with_boxes(new: KeyConsignment, before: KeyPart, after: KeyPart, desk: Desk, at: _Refusing) -> KeyConsignment:
    for indicator, codes in before.boxes.items():
        if indicator not in {each.indicator for each in (*new.findings, *new.look_alikes)}:
            at.refuse(f"replaces.boxes.{indicator}", f"there is no finding {indicator}; it has {_names(new)}")
        for code, role in codes.items():
            change = (indicator, code, role, after.boxes[indicator][code])
            findings, look_alikes = (
                tuple(_with_box(each, change, new.id, desk, at) if each.indicator == indicator else each for each in group)
                for group in (new.findings, new.look_alikes)
            )
            new = msgspec.structs.replace(new, findings=findings, look_alikes=look_alikes)
    return new


def _with_box(
    finding: Finding,
    change: tuple[str, str, EvidenceRole | None, EvidenceRole | None],
    consignment: str,
    desk: Desk,
    at: _Refusing,
) -> Finding:
    indicator, code, old, new = change
    place = f"replaces.boxes.{indicator}.{code}"
    real = _real_code(code, desk.codes[consignment], place, at)
    present = next((each for each in finding.evidence if each.box == real), None)
    role = present.role if present else None
    if role != old:
        at.refuse(place, f"{_is_not(f'box {real} of {indicator}', role, old)}; correct what is there")
    others = tuple(each for each in finding.evidence if each.box != real)
    if new is None:
        return msgspec.structs.replace(finding, evidence=others)
    box = msgspec.structs.replace(present or desk.box(consignment, real), role=new)
    kept = tuple(box if each.box == real else each for each in finding.evidence)
    return msgspec.structs.replace(finding, evidence=kept if present else (*kept, box))


def _real_code(code: str, codes: tuple[str, ...], place: str, at: _Refusing) -> str:
    """Return the code as printed, whatever its case; a code that leaves row or letter open is not one box."""
    exact = next((each for each in codes if each.upper() == code.upper()), None)
    if exact is None:
        near = matching_codes(code, codes)
        hint = f"name one box, for example {near[0]}" if near else "name a box of its papers with its row"
        at.refuse(place, f"box code {code!r} is not on its papers; {hint}")
    return exact


def _names(consignment: KeyConsignment) -> str:
    return ", ".join(each.indicator for each in (*consignment.findings, *consignment.look_alikes)) or "none"


def _is_not(name: str, present: str | None, said: str | None) -> str:
    """Say that the key has something else than a correction replaces."""
    if present is None:
        return f"there is no {name} in the key"
    return f"{name} is in the key already, {present}" if said is None else f"{name} is {present}, not {said}"
