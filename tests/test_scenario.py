"""A scenario that is wrong is told in one sentence with file and place; one that is right is whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.errors import BadInput
from simulator.formats.vocabulary import VERDICTS
from simulator.scenario import DEFAULT_CREDIT, load_scenario, scenario_path
from simulator.shipped import shipped_folder

SHIPPED = ("air-warehouse", "everything-clean", "first-hour", "low-prevalence", "monterrey", "sea-only-hard")

WHOLE = """\
format = 1
name = "test"
title = { en = "A test", es = "Una prueba" }
language = "es"
reference_date = 2009-02-05
paper = "a4"
[class]
trainees = 20
group_size = 5
variants = 4
answers = "group"
[consignments]
count = 8
sea = 8
signals = 3
revenue = 1
query = 1
look_alikes = 2
double = 1
anchors = 1
worked_example = true
[indicators]
subtlety = [1, 0, 3]
families = { goods = 2 }
only = ["G08"]
never = ["D04"]
[scoring]
pass_mark = 70
evidence_weight = 0.5
credit = { release = { query = 0.25 } }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "exercise.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_whole_scenario(tmp_path: Path) -> None:
    scenario = load_scenario(str(written(tmp_path, WHOLE)))
    assert (scenario.language, scenario.paper, scenario.reference_date) == ("es", "a4", date(2009, 2, 5))
    assert (scenario.class_.trainees, scenario.class_.variants, scenario.class_.answers) == (20, 4, "group")
    assert scenario.consignments.release == 3
    assert scenario.indicators.subtlety == (1, 0, 3)
    assert scenario.indicators.allows("G08")
    assert not scenario.indicators.allows("G11")
    assert not scenario.indicators.allows("D04")
    assert scenario.scoring.credit["release"] == {**DEFAULT_CREDIT["release"], "query": 0.25}
    assert scenario.scoring.credit["detain"] == DEFAULT_CREDIT["detain"]


def test_every_default(tmp_path: Path) -> None:
    text = (
        'format = 1\nname = "test"\ntitle = { en = "A", es = "B" }\nreference_date = 2009-02-05\n[consignments]\ncount = 3\n'
    )
    scenario = load_scenario(str(written(tmp_path, text)))
    assert (scenario.language, scenario.paper) == ("en", "letter")
    assert scenario.consignments.release == 3
    assert scenario.indicators.allows("G08")
    assert scenario.scoring.pass_mark == 60
    assert scenario.scoring.evidence_weight == 0.3
    assert set(scenario.scoring.credit) == set(VERDICTS)
    whole = scenario.whole()
    assert whole["class"]["group_size"] == 4
    assert whole["scoring"]["credit"]["query"]["release"] == 0.25


def test_what_does_not_go_by_sea_goes_by_air(tmp_path: Path) -> None:
    for sea in (0, 7, 8):
        counts = load_scenario(str(written(tmp_path, WHOLE.replace("sea = 8", f"sea = {sea}")))).consignments
        assert (counts.by_sea, counts.by_air) == (sea, 8 - sea)
    counts = load_scenario(str(written(tmp_path, WHOLE.replace("sea = 8\n", "")))).consignments
    assert (counts.by_sea, counts.by_air) == (8, 0)


def test_the_shipped_ones_are_those_of_the_contract() -> None:
    assert {path.stem for path in shipped_folder("scenarios").iterdir()} == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_ones_are_found_by_name_and_by_path(name: str) -> None:
    by_name = load_scenario(name)
    assert by_name.name == name
    assert load_scenario(str(scenario_path(name))) == by_name
    assert by_name.title.en != by_name.title.es


@pytest.mark.parametrize(
    ("old", "new", "place", "tells"),
    [
        ("[class]", "colour = 1\n[class]", "", "no such key: `colour`"),
        ("group_size = 5", "group_sise = 5", "class", "no such key: `group_sise`"),
        ("count = 8", "cuont = 8", "consignments", "key"),
        ("count = 8\n", "", "consignments", "a key is missing: `count`"),
        ('name = "test"\n', "", "", "a key is missing: `name`"),
        ("trainees = 20", 'trainees = "20"', "class.trainees", "int"),
        ("signals = 3", "signals = 3.5", "consignments.signals", "int"),
        ("signals = 3", "signals = -1", "consignments.signals", ">= 0"),
        ("count = 8", "count = 0", "consignments.count", ">= 1"),
        ("count = 8", "count = 61", "consignments.count", "<= 60"),
        ("trainees = 20", "trainees = 0", "class.trainees", ">= 1"),
        ("signals = 3", "signals = 7", "consignments.signals", "9 of 8"),
        ("sea = 8", "sea = 9", "consignments.sea", "9 by sea of 8"),
        ("double = 1", "double = 4", "consignments.double", "4 of 3"),
        ("anchors = 1", "anchors = 9", "consignments.anchors", "9 of 8"),
        ("look_alikes = 2", "look_alikes = 9", "consignments.look_alikes", "lower look_alikes"),
        ("families = { goods = 2 }", "families = { goods = 2, wares = 1 }", "indicators.families", "wares.*routing"),
        ("families = { goods = 2 }", "families = { goods = -2 }", "indicators", "below 0"),
        ("subtlety = [1, 0, 3]", "subtlety = [1, -1, 3]", "indicators", "below 0"),
        ("subtlety = [1, 0, 3]", "subtlety = [0, 0, 0]", "indicators.subtlety", "above 0"),
        ("subtlety = [1, 0, 3]", "subtlety = [1, 0]", "indicators.subtlety", "3"),
        ("2009-02-05", '"2009-02-05T"', "reference_date", "date"),
        ("2009-02-05", "1999-02-05", "reference_date", "2007 to 2011"),
        ('language = "es"', 'language = "fr"', "language", "fr"),
        ('paper = "a4"', 'paper = "a5"', "paper", "a5"),
        ("variants = 4", 'variants = "class"', "class.variants", "class"),
        ("variants = 4", "variants = 0", "class.variants", ">= 1"),
        ('name = "test"', 'name = "Test 1"', "name", "match"),
        ('name = "test"', 'name = "test\\n"', "name", "match"),
        ("pass_mark = 70", "pass_mark = 101", "scoring.pass_mark", "<= 100"),
        ("evidence_weight = 0.5", "evidence_weight = 1.5", "scoring.evidence_weight", "<= 1"),
        ("query = 0.25 }", "query = 2 }", "scoring.credit", "<= 1"),
        ("query = 0.25 }", "queries = 1 }", "", r"queries.*scoring\.credit"),
        ("format = 1\n", "", "format", "write format = 1"),
        ("format = 1", "format = 2", "format", "newer"),
        ("format = 1", 'format = "1"', "format", "write format = 1"),
        ("format = 1", "format = true", "format", "write format = 1"),
        ('title = { en = "A test", es = "Una prueba" }', 'title = { en = "A test" }', "title", "es"),
        ('title = { en = "A test", es = "Una prueba" }', 'title = "A test"', "title", "table"),
        ("[class]", "[class", "", "TOML"),
        ("2009-02-05", "2009-02-31", "", "TOML"),
        ("subtlety = [1, 0, 3]", "subtlety = [1, nan, 3]", "indicators", "weight"),
        ("subtlety = [1, 0, 3]", "subtlety = [1, inf, 3]", "indicators", "weight"),
        ("families = { goods = 2 }", "families = { goods = inf }", "indicators", "weight"),
        ("pass_mark = 70", "pass_mark = nan", "scoring.pass_mark", ">= 0"),
        ("evidence_weight = 0.5", "evidence_weight = nan", "scoring.evidence_weight", ">= 0"),
        ("query = 0.25 }", "query = nan }", "scoring.credit", ">= 0"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_file_and_place(
    tmp_path: Path, old: str, new: str, place: str, tells: str
) -> None:
    assert old in WHOLE
    path = written(tmp_path, WHOLE.replace(old, new, 1))
    with pytest.raises(BadInput, match=tells) as refused:
        load_scenario(str(path))
    sentence = str(refused.value)
    assert sentence.startswith(f"{path}: {place}")
    assert "\n" not in sentence
    assert "Error" not in sentence


def test_a_missing_file_and_an_unknown_name_list_the_shipped_ones(tmp_path: Path) -> None:
    for name in ("monterey", str(tmp_path / "none.toml"), "../monterrey", "", "."):
        with pytest.raises(BadInput, match=", ".join(sorted(SHIPPED))) as refused:
            load_scenario(name)
        assert "\n" not in str(refused.value)


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no such file|folder"):
        load_scenario(str(tmp_path))


def test_other_bytes_than_utf_8_are_told(tmp_path: Path) -> None:
    path = tmp_path / "exercise.toml"
    path.write_bytes(WHOLE.replace("Una prueba", "Práctica").encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8") as refused:
        load_scenario(str(path))
    assert str(refused.value).startswith(str(path))


def test_a_byte_order_mark_and_windows_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "exercise.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load_scenario(str(path)).name == "test"


def test_nested_beyond_measure_is_bad_input(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE + "deep = " + "[" * 5000 + "]" * 5000 + "\n")
    with pytest.raises(BadInput):
        load_scenario(str(path))
