"""A consignment as a story in two lines: who sold what to whom and by which way, then what was done."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.formats.truth import TruthDocument
from simulator.formats.vocabulary import Language
from simulator.indicators.catalogue import catalogue
from simulator.reports.debrief.outcomes import Outcome
from simulator.reports.wording import NOTHING, Wording

_NUMBERS = {"sea": ("vessel_name", "voyage_number"), "air": ("flight_number",)}
_CARRIED = ("bill-of-lading", "air-waybill")


def story(outcome: Outcome, papers: Sequence[TruthDocument], words: Wording) -> tuple[str, str]:
    """Return both lines: the first from what is printed on the consignment's ``papers``, the second of what it shows."""
    own = [each for each in papers if each.consignments == (outcome.grade.key.id,)]
    return f"{_trade(own, words)} {_carriage(own, outcome, words)}", _done(outcome, words)


def _trade(papers: Sequence[TruthDocument], words: Wording) -> str:
    invoiced = [box for paper in papers if paper.type == "invoice" for box in paper.boxes]
    lines = len({box.row for box in invoiced if box.field == "description_of_goods"})
    more = words.say("story.more_one") if lines == 2 else words.say("story.more", count=lines - 1)
    return words.say(
        "story.trade",
        seller=_printed(papers, ("invoice",), "shipper"),
        buyer=_printed(papers, ("invoice",), "buyer"),
        goods=_printed(papers, ("invoice",), "description_of_goods"),
        total=_printed(papers, ("invoice",), "invoice_total"),
        more=f" {more}" if lines > 1 else "",
    )


def _carriage(papers: Sequence[TruthDocument], outcome: Outcome, words: Wording) -> str:
    mode = outcome.grade.key.mode
    named = [_printed(papers, _CARRIED, field) for field in _NUMBERS[mode]]
    return words.say(
        f"story.{mode}",
        carriage=" ".join(each for each in named if each != NOTHING) or NOTHING,
        loading=_printed(papers, _CARRIED, "port_of_loading"),
        discharge=_printed(papers, _CARRIED, "port_of_discharge"),
        packages=_printed(papers, _CARRIED, "number_of_packages"),
        weight=_printed(papers, _CARRIED, "gross_weight"),
    )


def _printed(papers: Sequence[TruthDocument], types: tuple[str, ...], field: str) -> str:
    """Return the first line of the first filled box of that field, a dash where there is none."""
    texts = (
        box.text for paper in papers if paper.type in types for box in paper.boxes if box.field == field and box.part == 1
    )
    filled = next((text for text in texts if text), None)
    return NOTHING if filled is None else filled.split("\n")[0].rstrip(" ,;")


def _done(outcome: Outcome, words: Wording) -> str:
    key = outcome.grade.key
    if key.findings:
        told = dict.fromkeys(each.indicator for each in key.findings)
        return " ".join(lesson_text(id_, "story", words.language) or id_ for id_ in told)
    if key.look_alikes:
        return words.say("story.lawful_odd", odd="; ".join(title_of(each.indicator, words) for each in key.look_alikes))
    return words.say("story.lawful")


def title_of(indicator: str, words: Wording) -> str:
    """Return the title of an entry of the catalogue, its id where this program's catalogue has none."""
    entry = catalogue().get(indicator)
    return indicator if entry is None else entry.card.title.text(words.language)


def lesson_text(indicator: str, name: str, language: Language) -> str | None:
    """Return a text of an entry's lesson, None where this program's catalogue has no such entry."""
    entry = catalogue().get(indicator)
    return None if entry is None else str(getattr(entry.lesson, name).text(language))
