"""The answer forms of a class, filled in on a screen: everybody's own, and one that asks who answers."""

from __future__ import annotations

from simulator.formats.pack import PackTrainee
from simulator.formats.sheets import Sheets
from simulator.pack.answer_sheets import holder_of
from simulator.sheets.form_drawing import form_pdf
from simulator.sheets.of_pack import personal_form, unnamed_form

UNNAMED_FORM = "_blank/answer-form.pdf"
"""Where the form that names nobody lies below ``trainee``."""


def own_form(record: Sheets, number: int, trainee: PackTrainee, respondents: int) -> bytes:
    """Return a respondent's own form; ``number`` is his place in the list from 1."""
    return form_pdf(personal_form(record, trainee.variant, respondents), holder_of(number, trainee))


def spare_form(record: Sheets, respondents: int) -> bytes:
    """Return the form that names nobody."""
    return form_pdf(unnamed_form(record, respondents), None)
