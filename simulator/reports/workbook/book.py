"""The whole workbook of a graded class."""

from __future__ import annotations

from simulator.grading.run import Graded
from simulator.indicators.catalogue import catalogue
from simulator.reports.wording import Wording, report_texts
from simulator.reports.workbook.about import about_sheet
from simulator.reports.workbook.analysis import clues_sheet, items_sheet, papers_sheet
from simulator.reports.workbook.people import flags_sheet, responses_sheet, results_sheet
from simulator.reports.workbook.sheets import Sheet
from simulator.reports.workbook.writing import workbook_bytes


def grades_workbook(graded: Graded) -> bytes:
    """Return ``grades.xlsx``, in the pack's language; equal grades give equal bytes."""
    words = Wording(report_texts("workbook"), graded.summary.language)
    return workbook_bytes(workbook_sheets(graded, words), graded.kept.title, words.say("cut.text"))


def workbook_sheets(graded: Graded, words: Wording) -> tuple[Sheet, ...]:
    """Return the sheets in their order."""
    titles = {id_: entry.card.title for id_, entry in catalogue().items()}
    return (
        about_sheet(graded, words),
        results_sheet(graded, words),
        responses_sheet(graded, words),
        flags_sheet(graded, titles, words),
        items_sheet(graded, words),
        papers_sheet(graded, words),
        clues_sheet(graded, titles, words),
    )
