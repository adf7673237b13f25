"""What one respondent saw on one consignment: its findings and look-alikes with letters, and the marks for his papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.formats.key import Finding
from simulator.grading.evidence import FINDING_ROLES, RIGHT_ROLES, FlagOutcome, flag_outcomes
from simulator.grading.grade import ConsignmentGrade

MarkKind: TypeAlias = Literal["found", "also", "missed", "wrong", "look_alike", "neutral"]
"""``found``: flagged and right. ``also``: shows a finding that he found by another box. ``missed``: shows one that he did
not find. ``wrong``: flagged without cause. ``look_alike``: flagged, odd and lawful. ``neutral``: flagged, only ties papers.
"""
KINDS: tuple[MarkKind, ...] = ("found", "missed", "also", "wrong", "look_alike", "neutral")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding or look-alike with its letter; ``flagged`` are its boxes that count as flagged.

    ``seen`` says of a finding that it was found, of a look-alike that it misled.
    """

    letter: str
    finding: Finding
    flagged: frozenset[str]
    seen: bool


@dataclass(frozen=True, slots=True)
class Stray:
    """A flag without cause, with its letter and all boxes that it stands for."""

    letter: str
    flag: str
    boxes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the papers; where a flag left row or letter open, it goes round all of its ``boxes`` on a page."""

    kind: MarkKind
    letters: tuple[str, ...]
    boxes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One consignment of one respondent, ready to be told."""

    grade: ConsignmentGrade
    findings: tuple[Told, ...]
    look_alikes: tuple[Told, ...]
    strays: tuple[Stray, ...]
    marks: tuple[Mark, ...]


def outcome(grade: ConsignmentGrade, codes: Iterable[str]) -> Outcome:
    """Return what a graded consignment comes to; ``codes`` are all that may be flagged for it."""
    flags = grade.answer.flags if grade.answer is not None else ()
    flagged = flag_outcomes(grade.key, flags, codes)
    letters = _letters()
    evidence = grade.evidence
    found = evidence.found if evidence is not None else ()
    misled = evidence.misled_by if evidence is not None else ()
    right, odd = _boxes(flagged, "right"), _boxes(flagged, "look_alike")
    findings = tuple(_told(next(letters), each, right, each.indicator in found) for each in grade.key.findings)
    look_alikes = tuple(_told(next(letters), each, odd, each.indicator in misled) for each in grade.key.look_alikes)
    strays = tuple(Stray(next(letters), each.flag, each.meant) for each in flagged if each.kind == "wrong")
    marks = (
        *_finding_marks(findings),
        *_look_alike_marks(look_alikes),
        *(Mark("wrong", (each.letter,), each.boxes) for each in strays),
        *_neutral_marks((*findings, *look_alikes), flagged),
    )
    return Outcome(grade, findings, look_alikes, strays, marks)


def _letters() -> Iterator[str]:
    """Yield A to Z, then A2 to Z2 and on."""
    round_ = 1
    while True:
        yield from (chr(code) + (str(round_) if round_ > 1 else "") for code in range(ord("A"), ord("Z") + 1))
        round_ += 1


def _told(letter: str, finding: Finding, flagged: frozenset[str], seen: bool) -> Told:
    return Told(letter, finding, flagged & with_roles(finding, RIGHT_ROLES), seen)


def with_roles(finding: Finding, roles: frozenset[str]) -> frozenset[str]:
    """Return the boxes of a finding that play one of the roles."""
    return frozenset(each.box for each in finding.evidence if each.role in roles)


def _boxes(flagged: Iterable[FlagOutcome], kind: str) -> frozenset[str]:
    return frozenset[str]().union(*(each.boxes for each in flagged if each.kind == kind))


def _finding_marks(findings: tuple[Told, ...]) -> Iterator[Mark]:
    """Mark every box that shows a finding, and those flagged that follow from one; a box of two findings once."""
    boxes = dict.fromkeys(each.box for told in findings for each in told.finding.evidence)
    for box in boxes:
        showing = [told for told in findings if box in with_roles(told.finding, FINDING_ROLES)]
        hit = [told for told in findings if box in told.flagged]
        concerned = showing + [told for told in hit if told not in showing]
        if not concerned:
            continue
        kind: MarkKind = "found" if hit else "missed" if any(not told.seen for told in showing) else "also"
        yield Mark(kind, tuple(sorted(told.letter for told in concerned)), frozenset({box}))


def _look_alike_marks(look_alikes: tuple[Told, ...]) -> Iterator[Mark]:
    for box in dict.fromkeys(each.box for told in look_alikes for each in told.finding.evidence):
        letters = tuple(told.letter for told in look_alikes if box in told.flagged)
        if letters:
            yield Mark("look_alike", letters, frozenset({box}))


def _neutral_marks(told: tuple[Told, ...], flagged: Iterable[FlagOutcome]) -> Iterator[Mark]:
    tying = frozenset({"identifies"})
    for each in flagged:
        if each.kind == "identifies":
            letters = tuple(one.letter for one in told if each.boxes & with_roles(one.finding, tying))
            yield Mark("neutral", letters, each.boxes)
