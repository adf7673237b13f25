"""The briefing's sections, each from its texts."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.documents.model import DocumentType
from simulator.documents.types import document_types
from simulator.formats.vocabulary import Language, Mode
from simulator.pack.briefing_content import BriefingContent
from simulator.pack.texts.dates import long_date, prosecutor
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow_blocks import Block, Bullets, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table, twice_across
from simulator.render.flow_text import Run

LADDER = ("detain", "examine", "revenue", "query", "release")
"""The decisions from the top of the ladder: the first that holds is the verdict."""
_MINUTES = 7.5
_SEAL_DIGITS = 16
_SHORT = 16
"""Tables of fewer boxes stay on one page."""
_TYPES = ("manifest", "bill-of-lading", "air-waybill", "invoice", "packing-list")
"""Trade papers in the order in which one reads them; reference pages follow as they come."""
_ONLY_BY: dict[str, Mode] = {"bill-of-lading": "sea", "air-waybill": "air"}


def opening(content: BriefingContent, language: Language) -> list[Block]:
    """Say the stage first, then the task."""
    words = pack_texts("briefing")
    offices = _joined(content.customs_offices, words.get("and", language))
    stage = words.rich("stage", language, date=long_date(content.desk_date, language), offices=offices)
    time = words.rich("task.time", language)
    if content.consignments:
        minutes = round(content.consignments * _MINUTES / 5) * 5
        time = words.rich("task.time_all", language, count=content.consignments, minutes=minutes)
    invented = words.rich("task.invented_but_marks" if content.own_marks else "task.invented", language)
    title = content.scenario_title.text(language)
    practice = [Paragraph(words.rich("practice", language))] if content.practice else []
    return [
        Paragraph(stage, before=0.0),
        *practice,
        Heading(words.get("title", language), 1),
        Paragraph(words.rich("scenario", language, title=title), before=0.0),
        Heading(words.get("task.title", language)),
        Bullets((*words.all_of("task.points", language), invented, *words.all_of("task.answers", language), time)),
    ]


def order_of_work(language: Language) -> list[Block]:
    """Suggest where to look first."""
    words = pack_texts("briefing")
    return [
        Heading(words.get("order.title", language)),
        Bullets(words.all_of("order.points", language), numbered=True),
    ]


def ladder(content: BriefingContent, language: Language) -> list[Block]:
    """Print the five decisions from the top."""
    words, printed = pack_texts("briefing"), pack_texts("words")
    columns = tuple(
        Column(words.get(f"ladder.{key}", language), share)
        for key, share in (("decision", 2.5), ("when", 2.4), ("meaning", 4.2))
    )
    rows: list[Row] = []
    for decision in LADDER:
        values = {"prosecutor": prosecutor(content.desk_date)} if decision == "detain" else {}
        rows.append(
            (
                (Run(printed.get(f"decision.{decision}", language), bold=True),),
                words.rich(f"ladder.{decision}.when", language),
                words.rich(f"ladder.{decision}.meaning", language, **values),
            )
        )
    return [
        Heading(words.get("ladder.title", language)),
        Paragraph(words.rich("ladder.intro", language), before=0.0, keep=True),
        Table(columns, tuple(rows), whole=True),
    ]


def strengths(content: BriefingContent, language: Language) -> list[Block]:
    """Say what makes a finding strong, moderate or weak."""
    words, printed = pack_texts("briefing"), pack_texts("words")
    columns = tuple(
        Column(words.get(f"strength.{key}", language), share)
        for key, share in (("column", 1.0), ("means", 4.4), ("example", 3.6))
    )
    rows = tuple(
        (
            (Run(printed.get(f"strength.{strength}", language), bold=True),),
            words.rich(f"strength.{strength}.means", language),
            words.get(f"strength.{strength}.example", language),
        )
        for strength in ("strong", "moderate", "weak")
    )
    copies = ", ".join(content.copy_words)
    told = [Paragraph(words.rich("strength.copies", language, words=copies))] if copies else []
    if content.vague_words:
        told.append(Paragraph(words.rich("strength.vague", language, words="; ".join(content.vague_words))))
    return [
        Heading(words.get("strength.title", language)),
        Table(columns, rows, whole=True),
        *told,
        Paragraph(words.rich("strength.families", language), before=4.0),
    ]


def margins(content: BriefingContent, language: Language) -> list[Block]:
    """Print what may lawfully differ, and from where on it is a finding; of bills and waybills where there can be any."""
    words = pack_texts("briefing")
    keys = ("matter", "lawful", "finding")
    columns = tuple(
        Column(words.get(f"margins.{key}", language), share) for key, share in zip(keys, (1.9, 4.0, 2.8), strict=True)
    )
    lists = ("margins.rows", *(f"margins.{mode}_rows" for mode in ("sea", "air") if mode in content.modes))
    places = [f"{each}.{index}" for each in lists for index in range(1, words.count(each) + 1)]
    rows = tuple(tuple(words.rich(f"{place}.{key}", language) for key in keys) for place in places)
    return [Heading(words.get("margins.title", language)), Table(columns, rows, whole=True)]


def result(content: BriefingContent, language: Language) -> list[Block]:
    """Say what a result is worth, and print the seal."""
    words = pack_texts("briefing")
    return [
        Heading(words.get("result.title", language)),
        Paragraph(words.rich("result.caution", language), before=0.0),
        Paragraph(words.rich("result.marks", language)),
        Paragraph(words.rich("result.seal", language, seal=content.seal[:_SEAL_DIGITS]), keep=True),
        Paragraph(words.rich("result.seal_use", language), before=0.0),
    ]


def flags(language: Language) -> list[Block]:
    """Explain the codes and how to flag."""
    words = pack_texts("briefing")
    return [
        Heading(words.get("codes.title", language)),
        Paragraph(words.rich("codes.intro", language), before=0.0),
        Bullets(words.all_of("codes.points", language)),
    ]


def box_codes(content: BriefingContent, language: Language) -> list[Block]:
    """Print the table of codes of every type of paper that can lie on the desk."""
    words = pack_texts("briefing")
    blocks: list[Block] = [
        Heading(words.get("codes.table_title", language)),
        Paragraph(words.rich("codes.table_intro", language), before=0.0, keep=True),
    ]
    types = document_types()
    order = [*(name for name in _TYPES if name in types), *(name for name in types if name not in _TYPES)]
    for name in (name for name in order if _ONLY_BY.get(name) in (None, *content.modes)):
        blocks.append(Heading(f"{types[name].title.text(language)} ({types[name].prefix})", 3))
        blocks.append(_code_table(types[name], language))
    return blocks


def _code_table(type_: DocumentType, language: Language) -> Table:
    """Print code and both titles, twice across."""
    words = pack_texts("briefing")
    shares = (("code", 1.4), ("in_english", 2.4), ("in_spanish", 2.65))
    columns = tuple(Column(words.get(f"codes.{key}", language), share) for key, share in shares)
    cells: list[Row] = [
        ((Run(f"{type_.prefix}-{each.number}{'.n' if each.lines else ''}", bold=True),), each.title.en, each.title.es)
        for each in type_.fields
    ]
    return Table(*twice_across(columns, cells), size=6.8, before=1.0, whole=len(cells) < _SHORT)


def glossary(language: Language) -> list[Block]:
    """Print the phrases twice across."""
    words = pack_texts("briefing")
    cells: list[Row] = [((Run(each.en, bold=True),), each.es) for each in pack_texts("glossary").many("phrases")]
    columns = tuple(Column(words.get(f"glossary.{key}", language), 1.0) for key in ("english", "spanish"))
    return [
        Heading(words.get("glossary.title", language)),
        Paragraph(words.get("glossary.intro", language), before=0.0, keep=True),
        Table(*twice_across(columns, cells), size=7.5, whole=True),
    ]


def _joined(parts: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
