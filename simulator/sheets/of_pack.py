"""The sheets of one pack: made before they are printed, and made again from ``sheets.json`` before scans are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec

from simulator.errors import BadInput
from simulator.formats.sheets import SheetQuestion, Sheets
from simulator.formats.vocabulary import Language, Paper
from simulator.sheets.describe import describe, layout_digest
from simulator.sheets.form import Form, describe_form
from simulator.sheets.model import Kind, Plan, Question, Sheet

UNNAMED: tuple[Kind, ...] = tuple(each for each in get_args(Kind) if each != "personal")
"""The kinds that name nobody."""


def sheets_record(
    pack: str, title: str, language: Language, paper: Paper, variants: Mapping[str, tuple[SheetQuestion, ...]]
) -> Sheets:
    """Return the record of a pack's sheets, not yet sealed. Sheets that name nobody offer whatever any variant offers."""
    return Sheets(pack, title, language, paper, "", dict(variants), _merged(variants.values()))


def sealed(record: Sheets, respondents: int) -> Sheets:
    """Return the record with the digest of its layout."""
    return msgspec.structs.replace(record, layout=_layout(record, respondents))


def personal_sheet(record: Sheets, variant: str, respondents: int) -> Sheet:
    """Return the sheet of everybody who has a variant."""
    return describe(_plan(record, "personal", record.variants[variant], respondents))


def unnamed_sheet(record: Sheets, kind: Kind, respondents: int) -> Sheet:
    """Return a sheet that names nobody."""
    return describe(_plan(record, kind, record.blank, respondents))


def personal_form(record: Sheets, variant: str, respondents: int) -> Form:
    """Return the form of everybody who has a variant."""
    return describe_form(_plan(record, "personal", record.variants[variant], respondents))


def unnamed_form(record: Sheets, respondents: int) -> Form:
    """Return the form that asks who answers."""
    return describe_form(_plan(record, "blank", record.blank, respondents))


def check_layout(record: Sheets, respondents: int, source: str) -> None:
    """Raise ``BadInput`` when this program would place the marks elsewhere than the one that printed the sheets."""
    if _layout(record, respondents) != record.layout:
        raise BadInput(
            "these sheets were printed by another version of the simulator, which has its boxes elsewhere; "
            "read the scans with that version",
            source=source,
            place="layout",
        )


def _layout(record: Sheets, respondents: int) -> str:
    personal = (personal_sheet(record, variant, respondents) for variant in sorted(record.variants))
    unnamed = (unnamed_sheet(record, kind, respondents) for kind in UNNAMED)
    return layout_digest((*personal, *unnamed))


def _plan(record: Sheets, kind: Kind, questions: Iterable[SheetQuestion], respondents: int) -> Plan:
    asked = tuple(Question(each.consignment, each.prefixes) for each in questions)
    return Plan(record.pack, record.title, record.language, record.paper, kind, asked, respondents)


def _merged(variants: Iterable[tuple[SheetQuestion, ...]]) -> tuple[SheetQuestion, ...]:
    """Return every consignment of any variant with the prefixes of all: which paper is whose differs between them."""
    questions = [each for variant in variants for each in variant]
    prefixes = tuple(dict.fromkeys(prefix for each in questions for prefix in each.prefixes))
    return tuple(SheetQuestion(name, prefixes) for name in dict.fromkeys(each.consignment for each in questions))
