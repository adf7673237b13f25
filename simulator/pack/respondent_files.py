"""What one respondent fills in: his sheet, his form and his empty table, made alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.formats.pack import PackTrainee
from simulator.formats.sheets import Sheets
from simulator.pack.answer_forms import own_form
from simulator.pack.answer_sheets import own_sheet
from simulator.pack.answers import empty_answers


@dataclass(frozen=True, slots=True)
class RespondentFiles:
    """Files by their names in the respondent's folder; ``sides`` is how many sides his sheet has."""

    id: str
    files: Mapping[str, bytes]
    sides: int


def respondent_files(
    record: Sheets, number: int, trainee: PackTrainee, respondents: int, consignments: Sequence[str]
) -> RespondentFiles:
    """Return what a respondent fills in; ``number`` is his place in the list of so many ``respondents``, from 1."""
    sheet = own_sheet(record, number, trainee, respondents)
    files = {
        "answer-sheet.pdf": sheet,
        "answer-form.pdf": own_form(record, number, trainee, respondents),
        "answers.csv": empty_answers(trainee.id, consignments),
    }
    return RespondentFiles(trainee.id, files, sides_of(sheet))


def sides_of(pdf: bytes) -> int:
    """Return how many sides a file has."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))
