"""The answer sheets of a class: everybody's own, those that name nobody, and one file to print them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.documents.model import Document
from simulator.formats.key import KeyVariant
from simulator.formats.pack import PackTrainee
from simulator.formats.sheets import SheetQuestion, Sheets
from simulator.formats.vocabulary import Mode
from simulator.sheets.drawing import collated_pdf, sheet_pdf
from simulator.sheets.model import Holder, Kind
from simulator.sheets.of_pack import personal_sheet, unnamed_sheet

UNNAMED_FILES: dict[Kind, str] = {
    "blank": "_blank/answer-sheet.pdf",
    "large": "_blank/answer-sheet-large.pdf",
    "spare": "_blank/box-codes.pdf",
}
"""Where the sheets that name nobody lie below ``trainee``."""
COLLATED = "_print/answer-sheets.pdf"
"""All respondents' sheets in the order of the class, each from an odd side; it holds nothing that they do not."""
_ALWAYS = ("INV", "PL")
"""Papers that a sheet always offers: that one is missing may be what a trainee has to see."""


def sheet_questions(solution: KeyVariant, documents: Iterable[Document]) -> tuple[SheetQuestion, ...]:
    """Return what a variant's sheets offer: for each consignment the papers that any of its mode has on this desk.

    So a sheet tells nothing that the desk's own list of contents does not.
    """
    found = tuple(documents)
    modes = {each.id: each.mode for each in solution.consignments}
    return tuple(SheetQuestion(each.id, _prefixes(found, modes, each.mode)) for each in solution.consignments)


def _prefixes(documents: Sequence[Document], modes: dict[str, Mode], mode: Mode) -> tuple[str, ...]:
    own = [each.type.prefix for each in documents if not each.type.shared and mode in map(modes.get, each.consignments)]
    manifests = [each.type.prefix for each in documents if each.type.shared and not each.type.reference]
    reference = [each.type.prefix for each in documents if each.type.reference]
    return tuple(dict.fromkeys((*manifests, *own, *_ALWAYS, *reference)))


def holder_of(number: int, trainee: PackTrainee) -> Holder:
    """Return whose sheet it is; a name that only repeats the id is not printed twice."""
    return Holder(number, trainee.id, "" if trainee.name == trainee.id else trainee.name, trainee.group)


def own_sheet(record: Sheets, number: int, trainee: PackTrainee, respondents: int) -> bytes:
    """Return a respondent's own sheet; ``number`` is his place in the list from 1."""
    return sheet_pdf(personal_sheet(record, trainee.variant, respondents), holder_of(number, trainee))


def unnamed_sheets(record: Sheets, respondents: int) -> dict[str, bytes]:
    """Return the sheets that name nobody, by their place below ``trainee``."""
    return {name: sheet_pdf(unnamed_sheet(record, kind, respondents), None) for kind, name in UNNAMED_FILES.items()}


def all_sheets(record: Sheets, trainees: Sequence[PackTrainee]) -> bytes:
    """Return everybody's sheets in one file to print on both sides."""
    return collated_pdf(
        (personal_sheet(record, each.variant, len(trainees)), holder_of(number, each))
        for number, each in enumerate(trainees, 1)
    )
