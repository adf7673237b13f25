"""False alarms by country of origin, with intervals and with the caution that belongs to them."""

from __future__ import annotations

from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.grading.origins import OriginRates
from simulator.reference.countries import countries
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Run
from simulator.reports.wording import Wording, few_note, rate_with_range, report_texts


def origin_blocks(summary: ClassSummary) -> list[Block]:
    """Return the section: one line an origin, by its name, and all together."""
    words = Wording(report_texts("class_discussion"), summary.language)
    heading = Heading(words.say("origins.title"))
    if not summary.origins:
        reason = "unknown" if summary.false_alarms.total else "none"
        return [heading, Paragraph(words.say(f"origins.{reason}"), before=0.0, size=8.0)]
    widths = {"origin": 2.4, "shipments": 1.0, "stopped": 2.2, "plain": 2.6}
    columns = tuple(
        Column(words.say(f"origins.{key}"), share, "left" if key == "origin" else "right") for key, share in widths.items()
    )
    lines = sorted((country_name(each.origin, words), each) for each in summary.origins)
    rows = [_row(name, each, words) for name, each in lines]
    table = Table(columns, (*rows, _every(summary, words)), size=7.5, whole=True)
    note = Paragraph(words.say("origins.note"), before=0.0, size=8.0, keep=True)
    return [heading, note, table, *few_note((each.stopped for each in summary.origins), words)]


def country_name(code: str, words: Wording) -> str:
    """Return a country's name as on trade papers, the code itself where the tables do not know it."""
    known = countries().get(code)
    return known.name.text(words.language) if known else code


def _row(name: str, each: OriginRates, words: Wording) -> Row:
    return (f"{name} *" if each.stopped.few else name, str(each.shipments), *_rates(each.stopped, each.stopped_plain))


def _every(summary: ClassSummary, words: Wording) -> Row:
    plain = [each.stopped_plain for each in summary.origins]
    known = [each.stopped for each in summary.origins]
    name = (Run(words.say("origins.every"), bold=True),)
    return (name, str(sum(each.shipments for each in summary.origins)), *_rates(_sum(known), _sum(plain)))


def _sum(rates: list[Rate]) -> Rate:
    return Rate(sum(each.count for each in rates), sum(each.total for each in rates))


def _rates(*rates: Rate) -> tuple[str, ...]:
    return tuple(rate_with_range(each) for each in rates)
