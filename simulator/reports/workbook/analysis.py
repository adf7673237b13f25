"""The sheets of item analysis: slots, papers and clues over everybody who answered them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.class_rates import ClueRates, Rate, ShipmentRates
from simulator.grading.discrimination import SlotDiscrimination, discrimination
from simulator.grading.grade import ConsignmentGrade
from simulator.grading.measures import mean
from simulator.grading.run import Graded
from simulator.grading.tables import Cell
from simulator.reports.wording import Wording
from simulator.reports.workbook.sheets import Column, Shape, Sheet, table, title_of


@dataclass(frozen=True, slots=True)
class Item:
    """One slot or one set of papers: its rates, and the answers of all who sent something, unanswered ones too.

    ``judged`` says whether those who are right here decide well elsewhere; none where too few answered.
    """

    rates: ShipmentRates
    answers: tuple[ConsignmentGrade, ...]
    judged: SlotDiscrimination | None

    @property
    def answered(self) -> tuple[ConsignmentGrade, ...]:
        """The answers with a decision."""
        return tuple(each for each in self.answers if each.answered)


Measure = tuple[Shape, Callable[[Item], Cell]]
"""How a column of item analysis is shown, and what stands in it."""

MEASURES: Mapping[str, Measure] = {
    "answered": ("whole", lambda item: item.rates.correct.total),
    "correct_share": ("number", lambda item: item.rates.correct.share),
    "correct_low": ("number", lambda item: _end(item.rates.correct, 0)),
    "correct_high": ("number", lambda item: _end(item.rates.correct, 1)),
    "credit": ("number", lambda item: item.rates.mean_credit),
    "acted_share": ("number", lambda item: item.rates.acted.share),
    "found_share": ("number", lambda item: item.rates.found.share),
    "correlation": ("number", lambda item: item.judged.correlation if item.judged else None),
    "correlation_low": ("number", lambda item: item.judged.interval[0] if item.judged else None),
    "correlation_high": ("number", lambda item: item.judged.interval[1] if item.judged else None),
    "confidence": ("number", lambda item: mean(each.answer.confidence for each in item.answered if each.answer)),
    "minutes": ("score", lambda item: mean(each.answer.minutes for each in item.answered if each.answer)),
}
"""Columns of both sheets after what the item is; another measure is another line."""


_WHAT: dict[str, Shape] = dict.fromkeys(("slot", "item", "places", "verdict", "indicators"), "text")


def items_sheet(graded: Graded, words: Wording) -> Sheet:
    """Return a row a slot: in each variant another shipment with the same verdict and the same kind of clue."""
    return _sheet("items", _items(graded, graded.summary.slots, lambda each: each.slot, lambda each: each.key.slot), words)


def papers_sheet(graded: Graded, words: Wording) -> Sheet:
    """Return a row a set of papers: those who had the very same consignment."""
    items = _items(graded, graded.summary.items, lambda each: each.item or "", lambda each: each.key.item)
    return _sheet("papers", items, words)


def clues_sheet(graded: Graded, titles: Mapping[str, Bilingual], words: Wording) -> Sheet:
    """Return a row an indicator or look-alike: how often it was seen, or flagged, where it stood."""
    shapes: dict[str, Shape] = dict.fromkeys(("clue", "title", "what", "family"), "text")
    shapes |= {"total": "whole", "count": "whole", "share": "number", "low": "number", "high": "number"}
    groups = (("finding", graded.summary.indicators), ("look_alike", graded.summary.look_alikes))
    rows = [_clue(each, kind, titles, words) for kind, clues in groups for each in clues]
    return table("clues", shapes, rows, words)


def _items(
    graded: Graded,
    rates: Iterable[ShipmentRates],
    name: Callable[[ShipmentRates], str],
    same: Callable[[ConsignmentGrade], str],
) -> list[Item]:
    answers = _answers(graded, same)
    present = (grade for grade in graded.grades if not grade.sent_nothing)
    judged = {each.slot: each for each in discrimination(present, same).judged}
    return [Item(each, answers[name(each)], judged.get(name(each))) for each in rates]


def _answers(graded: Graded, same: Callable[[ConsignmentGrade], str]) -> dict[str, tuple[ConsignmentGrade, ...]]:
    """Return the answers of all who sent something, put together where ``same`` is equal."""
    found: dict[str, list[ConsignmentGrade]] = {}
    for each in (each for grade in graded.grades if not grade.sent_nothing for each in grade.consignments):
        found.setdefault(same(each), []).append(each)
    return {key: tuple(answers) for key, answers in found.items()}


def _sheet(name: str, items: Sequence[Item], words: Wording) -> Sheet:
    measures = {column: shape for column, (shape, _) in MEASURES.items()}
    columns = [
        *(Column(title_of("items", each, words), shape) for each, shape in {**_WHAT, "signal": "whole", **measures}.items()),
        *(Column(words.word(f"short.{decision}"), "whole") for decision in VERDICTS),
        Column(words.say("items.unanswered"), "whole"),
    ]
    rows = tuple((*_what(item.rates, words), *_measured(item)) for item in items)
    return Sheet(words.say(f"sheets.{name}"), tuple(columns), rows)


def _what(rates: ShipmentRates, words: Wording) -> tuple[Cell, ...]:
    places = f"{' '.join(rates.variants)}: {' '.join(rates.consignments)}"
    told = (rates.slot, rates.item, places, words.word(f"short.{rates.verdict}"), " ".join(rates.indicators))
    return *told, rates.signal


def _measured(item: Item) -> tuple[Cell, ...]:
    decided = Counter(each.answer.decision if each.answer else None for each in item.answers)
    return (
        *(measure(item) for _, measure in MEASURES.values()),
        *(decided[decision] for decision in VERDICTS),
        decided[None],
    )


def _clue(each: ClueRates, kind: str, titles: Mapping[str, Bilingual], words: Wording) -> tuple[Cell, ...]:
    title = titles[each.indicator].text(words.language) if each.indicator in titles else None
    told = (each.indicator, title, words.say(f"clues.{kind}"), words.word(f"family.{each.family}"))
    rate = each.rate
    return *told, rate.total, rate.count, rate.share, _end(rate, 0), _end(rate, 1)


def _end(rate: Rate, which: int) -> float | None:
    return rate.interval[which] if rate.interval else None
