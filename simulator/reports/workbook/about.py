"""The first sheet: what was graded, by what scoring, with which corrections, and what that does not say."""

from __future__ import annotations

import msgspec

from simulator.formats.correction import NumberedCorrection
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.run import Graded
from simulator.grading.tables import Cell
from simulator.reports.wording import Wording
from simulator.reports.workbook.sheets import Sheet

Line = tuple[Cell, ...]
_WIDTHS = (38.0, 16.0, 16.0, 22.0, 38.0, 38.0)


def about_sheet(graded: Graded, words: Wording) -> Sheet:
    """Return the sheet; it is no table and has no header."""
    lines: list[Line] = [
        (words.say("about.caution"),),
        (words.say("about.kept"),),
        (),
        *_facts(graded, words),
        (),
        *_credit(graded, words),
        (),
        *_corrections(graded.kept.corrections, words),
        (),
        (words.say("about.reading"),),
    ]
    return Sheet(words.say("sheets.about"), (), tuple(lines), _WIDTHS)


def _facts(graded: Graded, words: Wording) -> list[Line]:
    summary, scoring = graded.summary, graded.kept.scoring
    facts: dict[str, Cell] = {
        "exercise": graded.kept.title,
        "pack": summary.pack,
        "listed": summary.listed,
        "responded": summary.responded,
        "rejected": len(graded.rejections),
        "pass_mark": float(scoring.pass_mark),
        "weight": float(scoring.evidence_weight),
        "own": words.say("about.no" if summary.own_scoring is None else "about.yes"),
    }
    return [(words.say(f"about.{name}"), value) for name, value in facts.items()]


def _credit(graded: Graded, words: Wording) -> list[Line]:
    credit = graded.kept.scoring.credit
    names = {verdict: words.word(f"short.{verdict}") for verdict in VERDICTS}
    rows: list[Line] = [(names[row], *(float(credit[row][column]) for column in VERDICTS)) for row in VERDICTS]
    return [(words.say("about.credit"), *names.values()), *rows]


def _corrections(corrections: tuple[NumberedCorrection, ...], words: Wording) -> list[Line]:
    if not corrections:
        return [(words.say("about.corrections"), words.say("about.no_corrections"))]
    header = tuple(words.say(f"about.{name}") for name in ("where", "number", "by", "replaces", "with", "reason"))
    return [(words.say("about.corrections"),), header, *(_correction(each, words) for each in corrections)]


def _correction(each: NumberedCorrection, words: Wording) -> Line:
    made = each.correction
    where = " ".join(value for value in msgspec.structs.astuple(made.consignments) if value)
    old, new = (_said(part.said, words) for part in (made.replaces, made.with_))
    return where, each.name, made.by, old, new, made.reason


def _said(part: dict[str, str | None], words: Wording) -> str:
    return "; ".join(f"{place} {value or words.say('about.absent')}" for place, value in part.items())
