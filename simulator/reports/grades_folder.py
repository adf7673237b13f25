"""What a folder of grades holds."""

from __future__ import annotations

from simulator.formats.writing import json_bytes
from simulator.grading.kept import NAME
from simulator.grading.run import Graded
from simulator.reports.class_report import class_report_pdf


def grades_files(graded: Graded, *, named: bool = False) -> dict[str, bytes]:
    """Return the files of a folder of grades by name: tables, the answers as understood, the class report, with names where asked for."""
    return {
        **graded.tables,
        NAME: json_bytes(graded.kept),
        "report.pdf": class_report_pdf(graded.summary, graded.opened, len(graded.rejections), named=named),
    }
