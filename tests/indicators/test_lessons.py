"""The texts of the debrief: every entry of the catalogue has them, in both languages, in the words of the trade."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import simulator.indicators as package
from simulator.errors import BrokenData
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import catalogue
from simulator.indicators.lesson import LONGEST, TEXTS, read_lesson
from simulator.render.flow_text import marked, wrap

FILES = sorted(Path(package.__path__[0]).rglob("*.toml"))
NOT_SAID = (
    *("expedidor", "cargador", "parte notificada", "despachante", "transitario", "cartones", "precinto", "prepago"),
    *("a colectar", "DUA", "póliza", "posición arancelaria", "aforo", "inspección física", "levante", "requerimiento"),
    *("detención", "detener", "incautación", "derechohabiente", "contrahecha", "zona primaria", "carta de porte"),
)
"""Words of other countries, or of other matters, that Mexican customs does not use for these."""


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)
def test_every_entry_has_five_texts_in_both_languages(entry: Indicator) -> None:
    for name in TEXTS:
        text = getattr(entry.lesson, name)
        assert text.en != text.es
        assert text.en.endswith((".", '."', "?"))
        assert text.es.endswith((".", '."', "?"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_texts_is_whole_and_can_be_printed(path: Path) -> None:
    lesson = read_lesson(path)
    for name in TEXTS:
        for written in (getattr(lesson, name).en, getattr(lesson, name).es):
            # The story is one line of the page, or two.
            assert len(wrap(marked(written.replace("{", "")), 9.0, 520.0)) <= (2 if name == "story" else 4)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_spanish_is_that_of_mexican_customs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [word for word in NOT_SAID if re.search(rf"\b{word}\b", text)]


def test_a_look_alike_calls_nobody_and_an_indicator_somebody() -> None:
    for entry in catalogue().values():
        assert (entry.lesson.call.en == "Nobody.") == entry.card.is_look_alike


def whole(**changed: str) -> str:
    tables = {name: f'[{name}]\nen = "One {name}."\nes = "Un {name}."\n' for name in TEXTS}
    return "format = 1\n" + "".join({**tables, **changed}.values())


def test_the_texts_that_these_cases_spoil_are_good_ones(tmp_path: Path) -> None:
    (tmp_path / "G99.toml").write_text(whole(), encoding="utf-8")
    assert read_lesson(tmp_path / "G99.toml").why.es == "Un why."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (whole(write=""), "write"),
        (whole(call='[call]\nen = "Nobody."\n'), "es"),
        (whole(call='[call]\nen = "Nobody."\nes = " "\n'), "call.es: the text is empty"),
        (whole(ask=f'[ask]\nen = "{"x" * (LONGEST + 1)}"\nes = "y"\n'), f"ask.en: {LONGEST + 1} characters"),
        (whole(more='[more]\nen = "x"\nes = "y"\n'), "more"),
        ("format = 2\n", "newer"),
        ("format = ", "not TOML"),
    ],
    ids=["missing", "half", "empty", "long", "unknown", "newer", "broken"],
)
def test_a_text_that_is_missing_is_an_error_and_no_blank(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "G99.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenData) as refused:
        read_lesson(path)
    assert "G99.toml" in str(refused.value)
    assert said in str(refused.value)


def test_an_entry_without_its_file_says_what_belongs_there(tmp_path: Path) -> None:
    with pytest.raises(BrokenData, match=r"G99.toml: there is no such file; .*G99.toml with \[story\], \[why\], \[ask\]"):
        read_lesson(tmp_path / "G99.toml")
