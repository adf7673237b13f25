"""What a person decides: the queue of doubts as a table to complete, and the completed table read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.formats.submission import Rejection
from simulator.formats.vocabulary import FAMILIES, Language
from simulator.intake.box_codes import parse_code
from simulator.intake.csv_table import read_table
from simulator.intake.decisions import folded, read_decision, right_words
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.questions import NUMBER
from simulator.intake.scans.scanned import PAGE
from simulator.sheets.wording import sheet_texts

COLUMNS = ("item", "file", "page", "trainee", "consignment", "question", "why", "read", "picture", "answer")
NOTHING = "-"
"""What a person writes where nothing was meant."""
USE, DROP = "use", "drop"
_DIGITS = 9
"""Of a list number, far more than any class needs; numbers of thousands of digits are not worked out."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A completed line: which item, what was written, and where."""

    item: str
    answer: str
    file: str
    line: int


class NotAnAnswer(Exception):
    """What a person wrote cannot be the answer to its question; the sentence says what would be."""


def read_review(path: Path, label: str) -> tuple[tuple[Decision, ...], tuple[Rejection, ...]]:
    """Return the completed lines of a review table; of an item that is answered twice, differently, none counts."""
    rows = [
        Decision(row.cells["item"], row.cells["answer"], label, row.line)
        for row in read_table(path, ("item", "answer"))
        if row.cells["answer"]
    ]
    answers: dict[str, set[str]] = {}
    for each in rows:
        answers.setdefault(each.item, set()).add(each.answer)
    sure = {each.item: each for each in rows if len(answers[each.item]) == 1}
    twice = [each for each in rows if len(answers[each.item]) > 1]
    problems = (Rejection(label, each.line, f"{each.item} is answered twice and differently; keep one") for each in twice)
    return tuple(sure.values()), tuple(problems)


def understood(decision: Decision, question: str, chosen: tuple[str, ...], opened: OpenedPack) -> str:
    """Return a person's answer as a value; raise ``NotAnAnswer`` when it is none.

    ``chosen`` are the consignments that a spare sheet offers.
    """
    text = decision.answer
    if text == NOTHING and question not in (NUMBER, PAGE):
        return ""
    if question == PAGE:
        return _one_of(text.casefold(), (USE, DROP))
    if question == NUMBER:
        return _respondent(text, opened)
    if question == "decision":
        return _decision(text, opened.pack.language)
    if question == "confidence":
        return _one_of(text, ("1", "2", "3", "4"))
    if question == "reasons":
        return _reasons(text, opened.pack.language)
    if question == "consignment":
        return _one_of(text.upper(), chosen)
    if parse_code(text) is None:
        raise NotAnAnswer(f"{text!r} is no box code; write one as INV-14g.2, or {NOTHING} for none")
    return text.upper()


def _one_of(text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise NotAnAnswer(f"{text!r} is no answer here; write one of {' '.join(known)}")
    return text


def _respondent(text: str, opened: OpenedPack) -> str:
    """Understand an id or a number of the list."""
    found = opened.respondent(text)
    if found is None and text.isdecimal() and len(text) <= _DIGITS and 1 <= int(text) <= len(opened.pack.trainees):
        found = opened.pack.trainees[int(text) - 1]
    if found is None:
        raise NotAnAnswer(f"{text!r} is no trainee of this pack; write an id of pack.json or a list number")
    return found.id


def _decision(text: str, language: Language) -> str:
    found = read_decision(text, language)
    if found is None:
        raise NotAnAnswer(f"{text!r} is none of the five decisions; use {right_words(language)}, or {NOTHING} for none")
    return found


def _reasons(text: str, language: Language) -> str:
    names = _reason_words(language)
    written = text.replace(",", " ").replace(";", " ").split()
    unknown = [each for each in written if folded(each) not in names]
    if unknown or not written:
        raise NotAnAnswer(f"{text!r} holds no known reason; use {' '.join(FAMILIES)}, or {NOTHING} for none")
    found = {names[folded(each)] for each in written}
    return " ".join(each for each in FAMILIES if each in found)


def _reason_words(language: Language) -> Mapping[str, str]:
    """Return the words for reasons: as answer files and as the sheet have them."""
    printed = {folded(sheet_texts().get(f"family.{each}", language)): each for each in FAMILIES}
    return {**printed, **{each: each for each in FAMILIES}}
