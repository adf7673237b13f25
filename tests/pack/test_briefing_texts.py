from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import BrokenData
from simulator.formats.vocabulary import FAMILIES, VERDICTS
from simulator.pack.texts.loader import pack_texts, texts
from simulator.reference.airports import airports
from simulator.reference.ports import ports
from simulator.render.flow_text import marked, wrap

SIMULATOR = Path(__file__).parents[2] / "simulator"
FILES = sorted([*SIMULATOR.glob("pack/texts/*.toml"), *SIMULATOR.glob("reports/texts/*.toml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_text_has_both_languages_and_can_be_printed(path: Path) -> None:
    for entry in texts(path).entries.values():
        for text in (entry.en, entry.es):
            assert wrap(marked(text), 9.0, 400.0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_long_texts_are_written_for_each_language(path: Path) -> None:
    for key, entry in texts(path).entries.items():
        if len(entry.en) > 30:
            assert entry.en != entry.es, key


def test_every_word_of_the_closed_sets_is_there() -> None:
    words = pack_texts("words").entries
    assert {f"decision.{verdict}" for verdict in VERDICTS} <= set(words)
    assert {f"short.{verdict}" for verdict in VERDICTS} <= set(words)
    assert {f"family.{family}" for family in FAMILIES} <= set(words)


def broken(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('format = 1\na = { en = "x" }', "words.toml: a: a text needs exactly en and es"),
        ('format = 1\na = { en = "x", es = " " }', "words.toml: a: .*neither of them empty"),
        ('format = 1\na = { en = "x", es = "y", fr = "z" }', "words.toml: a: a text needs exactly"),
        ('format = 1\n[b]\na = "x"', "words.toml: b.a: a text needs both languages"),
        ('format = 1\na = { en = "{x}", es = "{y}" }', "words.toml: a: en and es name different placeholders"),
        ('format = 1\na = { en = "{x", es = "y" }', "words.toml: a: "),
        ('a = { en = "x", es = "y" }', "words.toml: format: write format = 1"),
        ("format = ", "words.toml: the texts cannot be read"),
        ('format = 1\n[[rows]]\nen = "x"', "words.toml: rows.1: a text needs exactly"),
    ],
)
def test_a_broken_file_is_one_sentence_that_names_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(BrokenData, match=message):
        texts(broken(tmp_path, content))


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    found = texts(broken(tmp_path, 'format = 1\na = { en = "**{x}** a", es = "{x} b" }'))
    assert found.get("a", "en", x=3) == "3 a"
    with pytest.raises(BrokenData, match="there is no such text"):
        found.get("b", "en")
    with pytest.raises(BrokenData, match=r"placeholder \{x\}"):
        found.get("a", "en", y=3)
    with pytest.raises(BrokenData, match="no such list"):
        found.many("c")


def test_every_customs_office_at_which_goods_arrive_has_its_name() -> None:
    arriving = [place.customs_office for place in (*ports().values(), *airports().values()) if place.role == "destination"]
    assert set(arriving) == set(pack_texts("offices").entries)
    assert pack_texts("offices").get("470", "es") == "Ciudad de México"
