"""``generate --brands``: an instructor's own marks from the command line to the grades."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import Here, assert_refused

EXAMPLE = Path(__file__).parents[2] / "docs" / "brands-example.toml"


def test_a_pack_with_own_marks_goes_the_whole_way_without_their_file(here: Here, tmp_path: Path) -> None:
    file = Path(shutil.copy(EXAMPLE, tmp_path / "marks.toml"))
    pack, answers, grades = tmp_path / "pack", tmp_path / "answers.csv", tmp_path / "grades"
    words = ("--trainees", 2, "--variants", 1, "--seed", "own marks go the whole way")
    made = here("generate", "first-hour", "--brands", file, *words, "--out", pack)
    assert (made.code, made.err) == (0, "")
    file.unlink()
    assert here("verify", pack).out.endswith(" in 6 consignments, 0 differences\n")
    assert here("simulate-class", pack, "--out", answers).code == 0
    assert here("grade", pack, answers, "--out", grades).out.startswith("graded: 2 of 2 respondents answered")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format = 1", "format = ", ("marks.toml", "not TOML")),
        ('goods = "chargers"', 'goods = "charger"', ("marks.toml: brand[1].product[1].goods", "use one of chargers")),
        ('mark = "Mosvante"', 'mark = "Oxelvy"', ("marks.toml: brand[1].mark", "OXELVY is one of the marks that ship")),
        ("price = [2.80, 5.60]", "price = [5.60, 2.80]", ("marks.toml: brand[1].product[1].price", "1.2 to 3 times")),
    ],
)
def test_a_wrong_file_is_refused_before_anything_is_written(
    here: Here, tmp_path: Path, old: str, new: str, said: tuple[str, ...]
) -> None:
    text = EXAMPLE.read_text("utf-8")
    assert old in text
    file = tmp_path / "marks.toml"
    file.write_text(text.replace(old, new), "utf-8")
    assert_refused(here("generate", "first-hour", "--brands", file, "--out", tmp_path / "pack"), *said)
    assert not (tmp_path / "pack").exists()


def test_it_warns_where_no_consignment_can_bear_a_mark(here: Here, tmp_path: Path) -> None:
    file = tmp_path / "marks.toml"
    mark = 'format = 1\n[[brand]]\nmark = "Queltrebo"\n[[brand.product]]\ngoods = "shock-absorbers"\nmodels = ["Q 1"]\n'
    file.write_text(mark, "utf-8")
    words = ("--brands", file, "--trainees", 1, "--out", tmp_path / "pack")
    made = here("generate", "air-warehouse", *words)
    assert made.code == 0
    assert made.err.startswith("warning: no consignment bears one of your marks")


def test_marks_may_stand_in_the_scenario_and_are_refused_there(here: Here, tmp_path: Path) -> None:
    mark = '[[brand]]\nmark = "Queltrebo"\n[[brand.product]]\ngoods = "slippers"\nmodels = ["Q 1"]\n'
    scenario = tmp_path / "own.toml"
    scenario.write_text(
        'format = 1\nname = "own"\ntitle = { en = "Own", es = "Propio" }\nreference_date = 2009-02-05\n'
        f"[consignments]\ncount = 2\nsignals = 1\n{mark}",
        "utf-8",
    )
    words = ("generate", scenario, "--trainees", 1, "--out", tmp_path / "pack")
    assert_refused(here(*words), "own.toml: brand[0].product[0].goods", "no goods 'slippers' that bear marks")
    scenario.write_text(scenario.read_text("utf-8").replace("slippers", "t-shirts"), "utf-8")
    assert here(*words).code == 0
