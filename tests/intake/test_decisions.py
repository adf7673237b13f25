from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import simulator
from simulator.formats.vocabulary import VERDICTS, Language
from simulator.intake.decisions import WORDS, read_decision, right_words


@pytest.mark.parametrize(
    ("written", "decision"),
    [
        ("sin objeción", "release"),
        ("SIN OBJECION", "release"),
        ("Solicitar  aclaración", "query"),
        ("aclaracion", "query"),
        ("Contribuciones", "revenue"),
        ("reconocimiento", "examine"),
        ("Reconocimiento.", "examine"),
        ("proponer retención", "detain"),
        ("Retención", "detain"),
        ("Reconocimiento y aviso al titular y a la autoridad (proponer retención)", "detain"),
        ("reconocimiento y aviso", "detain"),
        ("examine", "examine"),
        ("Detain", "detain"),
        ("reconocimento", None),
        ("retener", None),
        ("examinar", None),
        ("", None),
        ("1", None),
    ],
)
def test_spanish_pack(written: str, decision: str | None) -> None:
    assert read_decision(written, "es") == decision


def test_an_english_pack_knows_no_spanish() -> None:
    assert read_decision("reconocimiento", "en") is None
    assert read_decision("Hold and notify", "en") == "detain"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_decision_has_words_and_none_is_ambiguous(language: Language) -> None:
    assert set(WORDS[language]) == set(VERDICTS)
    for decision, words in WORDS[language].items():
        assert [read_decision(word, language) for word in words] == [decision] * len(words)


def test_right_words_are_accepted() -> None:
    words = right_words("es").replace(";", ",").split(",")
    assert [read_decision(word, "es") for word in words] == [*VERDICTS, *VERDICTS]


def test_what_is_printed_on_briefing_and_sheet_is_understood() -> None:
    words = tomllib.loads((Path(simulator.__file__).parent / "pack" / "texts" / "words.toml").read_text("utf-8"))
    for table in (words["decision"], words["short"]):
        for decision, printed in table.items():
            assert (read_decision(printed["en"], "en"), read_decision(printed["es"], "es")) == (decision, decision)


@given(st.text())
def test_any_text_is_a_decision_or_none(text: str) -> None:
    assert read_decision(text, "es") in (*VERDICTS, None)
