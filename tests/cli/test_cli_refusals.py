"""What a user did wrong is one sentence that names the file, the place in it, what is wrong and what would be right.

Each case ends with exit code 2, prints no traceback, and leaves every file and folder as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pack.making import copied, rewrite

from cli.running import Here, assert_refused, there, tree

SCENARIO = """format = 1
name = "own"
title = { en = "Own", es = "Propio" }
language = "en"
reference_date = 2009-02-05
[class]
trainees = 2
[consignments]
count = 4
signals = 2
revenue = 1
[indicators]
subtlety = [1, 1, 1]
[scoring]
pass_mark = 60
"""

SCENARIOS = {
    "a key that is unknown": ("signals = 2", "signal = 2", "consignments", "no such key", "signal"),
    "a table that is unknown": ("[scoring]", "[scorings]", "no such key", "scorings"),
    "a word for a number": ("count = 4", 'count = "four"', "consignments.count", "int", "str"),
    "a number for a word": ('language = "en"', "language = 7", "language", "str"),
    "a language that is unknown": ('language = "en"', 'language = "fr"', "language", "'fr'"),
    "no consignment": ("count = 4", "count = 0", "consignments.count", ">= 1"),
    "more than there are": ("signals = 2", "signals = 9", "consignments.signals", "10 of 4", "lower"),
    "more pairs than signals": ("signals = 2", "signals = 2\ndouble = 3", "consignments.double", "3 of 2", "lower double"),
    "more anchors than slots": ("signals = 2", "signals = 2\nanchors = 5", "consignments.anchors", "5 of 4", "lower"),
    "more look-alikes than slots": ("signals = 2", "signals = 2\nlook_alikes = 5", "look_alikes", "lower look_alikes"),
    "a count below nothing": ("signals = 2", "signals = -1", "consignments.signals", ">= 0"),
    "a family that is unknown": (
        "subtlety",
        "families = { smell = 1 }\nsubtlety",
        "indicators.families",
        "smell",
        "routing",
    ),
    "an indicator that is unknown": ("subtlety", 'only = ["Z99"]\nsubtlety', "indicators.only", "Z99", "G08"),
    "no indicator left for the signals": ("subtlety", 'only = ["V01"]\nsubtlety', "infringement", "only"),
    "weights that are none": ("[1, 1, 1]", "[0, 0, 0]", "indicators.subtlety", "above 0"),
    "a day beyond the book": ("2009-02-05", "2031-02-05", "reference_date", "2007 to 2011"),
    "a day that is none": ("2009-02-05", "2009-02-31", "not TOML"),
    "a newer format": ("format = 1", "format = 2", "format", "newer"),
    "no format": ("format = 1\n", "", "format", "write format = 1"),
    "no title": ('title = { en = "Own", es = "Propio" }\n', "", "a key is missing", "title"),
    "a title that cannot be printed": ('en = "Own"', 'en = "\u738b"', "title", "U+738B", "Latin letters"),
    "a name that is no name": ('"own"', '"../own"', "name"),
    "a quote left open": ('name = "own"', 'name = "own', "not TOML", "line 2"),
    "a share above one": ("pass_mark = 60", "evidence_weight = 1.5", "scoring.evidence_weight", "<= 1"),
}


@pytest.mark.parametrize("wrong", SCENARIOS)
def test_scenarios(wrong: str, here: Here, tmp_path: Path) -> None:
    old, new, *said = SCENARIOS[wrong]
    assert SCENARIO.count(old) == 1
    file = tmp_path / "own.toml"
    file.write_text(SCENARIO.replace(old, new), encoding="utf-8")
    before = tree(tmp_path)
    refused = here("generate", file, "--out", tmp_path / "new" / "pack", "--seed", "x")
    assert_refused(refused, str(file), *said)
    assert tree(tmp_path) == before


def test_the_scenario_that_these_cases_spoil_is_a_good_one(here: Here, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SCENARIO, encoding="utf-8")
    assert here("generate", tmp_path / "own.toml", "--out", tmp_path / "pack", "--seed", "x").code == 0


def case(content: bytes, *said: str) -> tuple[bytes, tuple[str, ...]]:
    """A file's content, and what the sentence must say of it."""
    return content, said


def option(words: tuple[str, ...], *said: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return words, said


ROSTERS = {
    "no header": case(b"a,Ana\n", "line 1", "the header lacks id and name", "id,name,[group],[agency]"),
    "nobody": case(b"id,name\n", "no trainee is listed", "one row a trainee"),
    "nothing at all": case(b"", "the header lacks"),
    "an id twice": case(b"id,name\na,Ana\nb,Beto\nA,Cleo\n", "line 4", "'A' stands on line 2 already", "own"),
    "an empty id": case(b"id,name\na,Ana\n,Beto\n", "line 3", "the id is empty", "write letters"),
    "an id that leaves its folder": case(b"id,name\n../a,Ana\n", "line 2", "'../a' cannot name a folder", "use letters"),
    "an id kept for spare sheets": case(b"id,name\n_blank,Ana\n", "line 2", "'_blank'", "not starting with _"),
    "an id with a space": case(b"id,name\na b,Ana\n", "line 2", "'a b' cannot name a folder"),
    "an id kept for groups": case(b"id,name\nG01,Ana\n", "line 2", "'G01' is kept for the groups"),
    "an id that is a group": case(b"id,name,group\na,Ana,b\nb,Beto,c\n", "line 3", "is also a group"),
    "half of the groups": case(b"id,name,group\na,Ana,x\nb,Beto,\n", "line 3", "the group is empty"),
    "an empty name": case(b"id,name\na,\n", "line 2", "the name is empty"),
    "a name that cannot be printed": case("id,name\na,\u738b\n".encode(), "name of a", "U+738B", "Latin letters"),
    "too many cells": case(b"id,name\na,Ana,x,y\n", "line 2", "more cells than the header"),
    "letters of Windows": case("id,name\na,Núñez\n".encode("cp1252"), "byte 12 is not UTF-8", "save"),
    "letters of Excel's Unicode text": case("id\tname\na\tAna\n".encode("utf-16"), "byte 1 is not UTF-8", "save"),
    "a quote left open": case(b'id,name\na,"Ana\n', "line 2", "not CSV", "close every quote"),
}


@pytest.mark.parametrize("wrong", ROSTERS)
def test_rosters(wrong: str, here: Here, tmp_path: Path) -> None:
    content, said = ROSTERS[wrong]
    file = tmp_path / "roster.csv"
    file.write_bytes(content)
    refused = here("generate", "first-hour", "--out", tmp_path / "new" / "pack", "--roster", file)
    assert_refused(refused, str(file), *said)
    assert [path.name for path in tmp_path.iterdir()] == ["roster.csv"]


OPTIONS = {
    "a roster and a number": option(("--roster", "roster.csv", "--trainees", "3"), "--roster", "--trainees", "leave one"),
    "a roster that is not there": option(("--roster", "nowhere.csv"), "nowhere.csv", "no such file"),
    "a roster that is a folder": option(("--roster", "."), "folder where a file is expected"),
    "an empty seed": option(("--seed", ""), "--seed is empty", "leave it out"),
    "a seed that is no text": option(("--seed", "\udcff"), "--seed is not UTF-8"),
    "no variants": option(("--variants", "0"), "--variants '0'", "write trainee, group, or a number"),
    "variants by another word": option(("--variants", "all"), "--variants 'all'", "write trainee, group, or a number"),
}


@pytest.mark.parametrize("wrong", OPTIONS)
def test_options(wrong: str, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options, said = OPTIONS[wrong]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text("id,name\na,Ana\n")
    assert_refused(here("generate", "first-hour", "--out", "new/pack", *options), *said)
    assert [path.name for path in tmp_path.iterdir()] == ["roster.csv"]


@pytest.mark.parametrize(
    "options",
    [("--trainees", "0"), ("--trainees", "many"), ("--jobs", "0"), ("--language", "fr"), ("--paper", "a5"), ("--nonsense",)],
    ids=" ".join,
)
def test_usage_errors_are_those_of_the_command_line(options: tuple[str, ...], here: Here, tmp_path: Path) -> None:
    refused = here("generate", "first-hour", "--out", tmp_path / "pack", *options)
    assert (refused.code, refused.out) == (2, "")
    assert options[0] in refused.err
    assert "Traceback" not in refused.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nowhere.toml", "holiday", "../first-hour", "x" * 300, "."])
def test_scenarios_that_are_not_there(name: str, here: Here, tmp_path: Path) -> None:
    assert_refused(here("generate", name, "--out", tmp_path / "pack"), name)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_taken(here: Here, tmp_path: Path) -> None:
    thesis, file = tmp_path / "thesis", tmp_path / "notes.txt"
    thesis.mkdir()
    (thesis / "chapter.txt").write_text("years of work")
    file.write_text("notes")
    before = tree(tmp_path)
    for target in (thesis, file):
        refused = here("generate", "first-hour", "--out", target, "--trainees", "1")
        assert_refused(refused, str(target), "exists already", "--force")
        refused = here("generate", "first-hour", "--out", target, "--trainees", "1", "--force")
        assert_refused(refused, str(target), "only what this program made", "name another place")
    assert_refused(here("demo", "--out", thesis), str(thesis), "only what this program made")
    assert tree(tmp_path) == before


def test_a_pack_that_exists_is_not_replaced_unasked(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    assert here("generate", "first-hour", "--out", out, "--trainees", "1", "--seed", "first").code == 0
    before = tree(tmp_path)
    assert_refused(here("generate", "first-hour", "--out", out, "--trainees", "1"), str(out), "--force")
    assert tree(tmp_path) == before


def test_the_folder_that_one_is_in(here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    for target in (".", "..", tmp_path):
        refused = here("generate", "first-hour", "--out", target, "--trainees", "1")
        assert_refused(refused, str(target), "you are inside this folder", "name another place")
    assert tree(tmp_path) == {"inner": None}


def test_names_that_no_disk_takes(here: Here, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    for target in (tmp_path / ("x" * 300), tmp_path / "notes.txt" / "pack"):
        refused = here("generate", "first-hour", "--out", target, "--trainees", "1")
        assert_refused(refused, str(target), "cannot be written to", "name another")
    assert tree(tmp_path) == {"notes.txt": b"notes"}


def unsealed(pack: Path) -> None:
    key = pack / "instructor" / "key.json"
    key.write_bytes(key.read_bytes().replace(b'"release"', b'"examine"', 1))


def of_another_pack(pack: Path) -> None:
    rewrite(pack / "pack.json", lambda data: data.update(pack="0000000000"))


def without_key(pack: Path) -> None:
    (pack / "instructor" / "key.json").unlink()


def without_index(pack: Path) -> None:
    (pack / "pack.json").unlink()


def without_truth(pack: Path) -> None:
    (pack / "instructor" / "truth" / "v01.json").unlink()


def newer(pack: Path) -> None:
    rewrite(pack / "pack.json", lambda data: data.update(format=2))


def cut_short(pack: Path) -> None:
    (pack / "pack.json").write_bytes((pack / "pack.json").read_bytes()[:200])


PACKS: dict[Callable[[Path], None], tuple[str, ...]] = {
    unsealed: ("key.json", "the key was changed", "put back the sealed key"),
    of_another_pack: ("key.json", "belongs to pack", "put back the files of one pack"),
    without_key: ("key.json", "there is no such file"),
    without_index: ("pack.json", "there is no such file"),
    without_truth: ("v01.json", "there is no such file"),
    newer: ("pack.json: format", "newer", "use a newer simulator"),
    cut_short: ("pack.json", "this is not JSON"),
}


@pytest.mark.parametrize("spoil", PACKS, ids=lambda each: each.__name__)
def test_packs_that_cannot_be_graded(spoil: Callable[[Path], None], here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    spoil(pack)
    before = tree(tmp_path)
    refused = here("grade", pack, first_hour / "trainee", "--out", tmp_path / "new" / "grades")
    assert_refused(refused, *PACKS[spoil])
    refused = here("simulate-class", pack, "--out", tmp_path / "new" / "answers.csv")
    assert_refused(refused, *PACKS[spoil])
    assert tree(tmp_path) == before


def test_packs_that_are_not_there(here: Here, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    out = ("--out", tmp_path / "out")
    for words in (("verify", nowhere), ("grade", nowhere, tmp_path, *out), ("simulate-class", nowhere, *out)):
        refused = here(*words)
        assert_refused(refused, str(nowhere), "no such folder", "the folder that generate made")
    assert list(tmp_path.iterdir()) == []


def test_a_variant_that_is_not_there(here: Here, first_hour: Path) -> None:
    assert_refused(here("verify", first_hour, "--variant", "v09"), "'v09'", "v01, v02")


ANSWERS = {
    "no header": case(b"T001,C01,release,4,\n", "line 1", "the header lacks"),
    "no column of flags": case(b"trainee,consignment,decision,confidence\n", "line 1", "the header lacks flags"),
    "a column twice": case(b"trainee,consignment,decision,confidence,flags,flags\n", "line 1", "names flags 2 times"),
    "nothing at all": case(b"", "the header lacks"),
    "letters of Windows": case(
        "trainee,consignment,decision,confidence,flags\nT001,C01,sin objeción,,\n".encode("cp1252"),
        "UTF-8",
    ),
    "a quote left open": case(b'trainee,consignment,decision,confidence,flags\nT001,C01,"release,,\n', "line 2", "not CSV"),
}


@pytest.mark.parametrize("wrong", ANSWERS)
def test_answers_that_cannot_be_read(wrong: str, here: Here, first_hour: Path, tmp_path: Path) -> None:
    content, said = ANSWERS[wrong]
    file = tmp_path / "answers.csv"
    file.write_bytes(content)
    assert_refused(here("grade", first_hour, file, "--out", tmp_path / "new" / "grades"), str(file), *said)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_answers_that_are_not_there(here: Here, first_hour: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "answers.xlsx").write_bytes(b"PK")
    for name, said in (("nowhere.csv", "no such file"), ("empty", "holds no answers"), ("answers.xlsx", "save it as CSV")):
        refused = here("grade", first_hour, tmp_path / name, "--out", tmp_path / "grades")
        assert_refused(refused, str(tmp_path / name), said)
    assert {path.name for path in tmp_path.iterdir()} == {"empty", "answers.xlsx"}


@pytest.mark.parametrize("ability", ["nan", "inf", "21", "-21"])
def test_abilities_that_nobody_has(ability: str, here: Here, first_hour: Path, tmp_path: Path) -> None:
    refused = here("simulate-class", first_hour, "--out", tmp_path / "a.csv", "--ability", ability)
    assert_refused(refused, "--ability", "use a number from -20 to 20")
    assert list(tmp_path.iterdir()) == []


def test_simulated_answers_that_exist_or_are_a_folder(here: Here, first_hour: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("by hand")
    assert_refused(here("simulate-class", first_hour, "--out", file), str(file), "--force")
    assert_refused(here("simulate-class", first_hour, "--out", tmp_path / "..", "--force"), "folder", "name a file")
    assert file.read_text() == "by hand"


def test_grades_over_the_pack_or_the_answers(here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    (pack / ".simulator").touch()
    before = tree(tmp_path)
    refused = here("grade", pack, pack / "trainee", "--out", pack, "--force")
    assert_refused(refused, str(pack), "would be replaced", "name another place")
    assert tree(tmp_path) == before


def test_an_entry_that_the_catalogue_lacks(here: Here) -> None:
    assert_refused(here("catalogue", "Z99"), "'Z99'", "G08")


def test_a_process_of_its_own_ends_the_same_way(first_hour: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SCENARIO.replace("count = 4", 'count = "four"'))
    assert_refused(there("generate", "own.toml", "--out", "new/pack", cwd=tmp_path), "own.toml: consignments.count")
    assert_refused(there("verify", "nowhere", cwd=tmp_path), "nowhere: there is no such folder")
    assert_refused(there("grade", first_hour, "nowhere.csv", "--out", "new/grades", cwd=tmp_path), "nowhere.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["own.toml"]
    assert there("nonsense", cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    "words", [(), ("nonsense",), ("generate",), ("generate", "first-hour"), ("grade", "pack")], ids=" ".join
)
def test_half_a_command_is_no_command(words: tuple[str, ...], here: Here) -> None:
    refused = here(*words)
    assert refused.code == 2
    assert "Usage" in refused.out + refused.err
