"""The words of the answer sheets."""

from __future__ import annotations

from pathlib import Path

from simulator.render.texts import Texts, texts


def sheet_texts() -> Texts:
    """Return the texts of the sheets in both languages; the file is read once."""
    return texts(Path(__file__).parent / "texts" / "answer_sheet.toml")


def form_texts() -> Texts:
    """Return the texts that only the form has, which is filled in on a screen."""
    return texts(Path(__file__).parent / "texts" / "answer_form.toml")
