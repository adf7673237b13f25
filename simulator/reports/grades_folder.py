"""What a folder of grades holds."""

from __future__ import annotations

from simulator.formats.writing import json_bytes
from simulator.grading.kept import NAME
from simulator.grading.run import Graded
from simulator.reports.class_report import class_report_pdf
from simulator.reports.workbook.book import grades_workbook


def grades_files(graded: Graded, *, named: bool = False) -> dict[str, bytes]:
    """Return the files of a folder of grades by name: tables, the answers as understood, the workbook, the class report.

    The report bears names only where ``named``.
    """
    return {
        **graded.tables,
        NAME: json_bytes(graded.kept),
        "grades.xlsx": grades_workbook(graded),
        "report.pdf": class_report_pdf(graded.summary, graded.opened, len(graded.rejections), named=named),
    }
