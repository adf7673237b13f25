"""The tables of the class report."""

from __future__ import annotations

from simulator.grading.class_rates import Rate, ShipmentRates
from simulator.grading.class_summary import Average, ClassSummary
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Content, Run
from simulator.reports.wording import NOTHING, Wording, decimals, percent, percent_of

_FEW_IDS = 2


def means_table(summary: ClassSummary, words: Wording) -> Table:
    """Every measure of the class, over how many, and what it says."""
    averages = summary.averages
    rows = [
        _average("score", averages.score, 1, words),
        _rate("passed", summary.passed, words, pass_mark=decimals_plain(summary.pass_mark)),
        _rate("correct", summary.correct, words),
        _rate("hits", summary.hits, words),
        _rate("false_alarms", summary.false_alarms, words),
        _rate("query_acted", summary.query_acted, words),
        _rate("revenue_acted", summary.revenue_acted, words),
        _average("decision_score", averages.decision_score, 2, words),
        _average("evidence_score", averages.evidence_score, 2, words),
        _average("evidence_precision", averages.evidence_precision, 2, words),
        _average("evidence_recall", averages.evidence_recall, 2, words),
        _average("d_prime", averages.d_prime, 2, words),
        _average("criterion", averages.criterion, 2, words),
    ]
    columns = (
        Column(words.say("means.measure"), 2.7),
        Column(words.say("means.value"), 1.7, "right"),
        Column(words.say("means.basis"), 1.3, "right"),
        Column(words.say("means.meaning"), 4.9),
    )
    return Table(columns, tuple(rows), size=7.0, whole=True)


def rates_of_means(summary: ClassSummary) -> tuple[Rate, ...]:
    """Return what the table's lines rest on, for the note on those that rest on little."""
    averages = summary.averages
    rates = (summary.passed, summary.correct, summary.hits, summary.false_alarms, summary.query_acted, summary.revenue_acted)
    return (*rates, Rate(0, averages.score.respondents), Rate(0, averages.d_prime.respondents))


def decimals_plain(value: float) -> str:
    """Return a mark as a person writes it: 60, 62.5."""
    return f"{value:g}"


def _average(name: str, average: Average, places: int, words: Wording) -> Row:
    people = words.say("means.people", count=average.respondents) if average.respondents else NOTHING
    return (
        _name(name, Rate(0, average.respondents), words),
        decimals(average.mean, places),
        people,
        words.say(f"means.{name}.meaning"),
    )


def _rate(name: str, rate: Rate, words: Wording, **values: object) -> Row:
    value = percent(rate.share)
    if rate.interval:
        low, high = (f"{end * 100:.0f}" for end in rate.interval)
        value = words.say("means.interval", value=value, low=low, high=high)
    basis = words.say("means.answers", count=rate.count, total=rate.total) if rate.total else NOTHING
    return (_name(name, rate, words), value, basis, words.say(f"means.{name}.meaning", **values))


def slots_table(summary: ClassSummary, words: Wording) -> Table:
    """One line a slot: how often it was stopped, decided rightly, and its findings seen."""
    columns = (
        Column(words.say("slots.slot"), 0.8),
        Column(words.say("slots.printed_as"), 1.5),
        Column(words.say("slots.verdict"), 2.8),
        Column(words.say("slots.clues"), 1.5),
        Column(words.say("slots.acted"), 3.1, "right"),
        Column(words.say("slots.correct"), 1.8, "right"),
        Column(words.say("slots.found"), 1.8, "right"),
        Column(words.say("slots.credit"), 1.0, "right"),
    )
    return Table(columns, tuple(_slot(each, words) for each in summary.slots), size=7.5)


def _slot(each: ShipmentRates, words: Wording) -> Row:
    ids = ", ".join(each.consignments) if len(each.consignments) <= _FEW_IDS else words.say("slots.various")
    kind = "kind_hit" if each.signal else "kind_false_alarm" if each.verdict == "release" else None
    acted = percent_of(each.acted) + (f" {words.say(f'slots.{kind}')}" if kind else "")
    return (
        (Run(each.slot, bold=True), *((Run(" *"),) if each.acted.few else ())),
        ids,
        words.word(f"short.{each.verdict}"),
        ", ".join(each.indicators) or NOTHING,
        acted,
        percent_of(each.correct),
        percent_of(each.found),
        decimals(each.mean_credit, 2),
    )


def _name(name: str, basis: Rate, words: Wording) -> Content:
    return (Run(words.say(f"means.{name}.name") + (" *" if basis.few else ""), bold=True),)
