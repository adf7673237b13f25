"""From what was written, whichever way it came in, to an ``Answer``: words, numbers and codes are understood here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.formats.key import KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer
from simulator.intake.box_codes import matching_codes, split_flags
from simulator.intake.decisions import read_decision, right_words
from simulator.intake.pack_reading import OpenedPack

MOST_FLAGS = 1_000
"""Box codes of one consignment that are looked at; its papers have some hundreds."""
_MINUTES = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Written:
    """One answer as text, cell by cell; ``""`` where nothing was filled in."""

    trainee: str
    consignment: str
    decision: str = ""
    confidence: str = ""
    flags: str = ""
    reasons: str = ""
    refer_to: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """Whose answer it is and what it says; ``problems`` are what a person should look at, each one sentence.

    ``respondent`` and ``answer`` are None when nothing of it can be graded.
    """

    respondent: str | None
    answer: Answer | None
    problems: tuple[str, ...]


def interpret(written: Written, opened: OpenedPack) -> Understood:
    """Understand one answer to a pack; what cannot be understood becomes a problem, never an error."""
    respondent = opened.respondent(written.trainee)
    if respondent is None:
        return _nothing(f"trainee {_shown(written.trainee)} is not in this pack; use an id of pack.json")
    consignment = _consignment(written.consignment, opened.consignments(respondent))
    if consignment is None:
        known = " ".join(each.id for each in opened.consignments(respondent))
        return _nothing(f"consignment {_shown(written.consignment)} is not in this pack; it has {known}")
    decision = read_decision(written.decision, opened.pack.language)
    if written.decision and decision is None:
        words = right_words(opened.pack.language)
        return _nothing(f"decision {_shown(written.decision)} is none of the five; use {words}")
    confidence, unsure = _confidence(written.confidence)
    minutes, untimed = _minutes(written.minutes)
    flags, unknown = _flags(written.flags, respondent, consignment, opened)
    answer = Answer(consignment.id, decision, confidence, flags, written.reasons, written.refer_to, minutes)
    undecided = _undecided(answer, unknown)
    return Understood(respondent.id, answer, (*unsure, *untimed, *unknown, *undecided))


def _nothing(problem: str) -> Understood:
    return Understood(None, None, (problem,))


def _consignment(text: str, known: tuple[KeyConsignment, ...]) -> KeyConsignment | None:
    return next((each for each in known if each.id.casefold() == text.casefold()), None)


def _confidence(text: str) -> tuple[int | None, tuple[str, ...]]:
    if text in ("1", "2", "3", "4"):
        return int(text), ()
    problem = f"confidence {_shown(text)} is not 1, 2, 3 or 4; it is left blank, the row is graded"
    return None, (problem,) if text else ()


def _minutes(text: str) -> tuple[float | None, tuple[str, ...]]:
    if _MINUTES.fullmatch(text):
        return float(text.replace(",", ".")), ()
    problem = f"minutes {_shown(text)} is not a number from 0; it is left blank, the row is graded"
    return None, (problem,) if text else ()


def _flags(
    text: str, respondent: PackTrainee, consignment: KeyConsignment, opened: OpenedPack
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes = opened.codes[respondent.variant][consignment.id]
    written = split_flags(text)
    if len(written) > MOST_FLAGS:
        return (), (f"{len(written)} box codes on {consignment.id} are more than any papers have; all are left out",)
    known = tuple(flag for flag in written if matching_codes(flag, codes))
    problems = tuple(
        f"box code {_shown(flag)} is not on the papers of {consignment.id}; it is left out, the row is graded"
        for flag in written
        if flag not in known
    )
    return known, problems


def _undecided(answer: Answer, unknown: tuple[str, ...]) -> tuple[str, ...]:
    if answer.decision is None and (answer.flags or unknown):
        return (f"{answer.consignment} has flags but no decision; it is unanswered",)
    return ()


def _shown(text: str, longest: int = 40) -> str:
    """Return what was written between quotes, cut where it is long, on one line."""
    return repr(text if len(text) <= longest else text[: longest - 1] + "…")
