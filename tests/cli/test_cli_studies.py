"""The commands of researchers: what they write and say, exit codes, and one sentence for what is wrong."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cli.running import Here, assert_refused
from simulator.formats.calibration import Calibration


@pytest.fixture
def grades(here: Here, first_hour: Path, tmp_path: Path) -> Path:
    assert (
        here("simulate-class", first_hour, "--out", tmp_path / "a.csv", "--leaning", "0.5", "--skill", "parties=-1").code
        == 0
    )
    assert here("grade", first_hour, tmp_path / "a.csv", "--out", tmp_path / "grades").code == 0
    return tmp_path / "grades"


def test_a_class_too_small_for_detection_is_calibrated_as_far_as_it_goes(here: Here, grades: Path, tmp_path: Path) -> None:
    out = tmp_path / "calibration.json"
    ended = here("calibrate", grades, "--out", out)
    assert ended.code == 1
    assert "not estimated: detection: 3 respondents do not tell how people differ" in ended.out
    found = msgspec.json.decode(out.read_bytes(), type=Calibration)
    assert (found.format, found.respondents, found.answers, found.packs[0].scenario) == (1, 3, 18, "first-hour")
    assert_refused(here("calibrate", grades, "--out", out), "exists already")
    assert_refused(here("calibrate", grades, grades / "responses.csv", "--out", tmp_path / "c.json"), "already")
    assert_refused(here("calibrate", tmp_path / "none.csv", "--out", tmp_path / "c.json"), "no such file")
    assert not (tmp_path / "c.json").exists()


def test_the_same_grades_show_no_gain(here: Here, grades: Path) -> None:
    ended = here("gain", grades, grades)
    assert ended.code == 0
    assert "gain: 3 trainees answered both; 0 only one, left out" in ended.out
    assert "+0.00 (95 %: +0.00 to +0.00" in ended.out
    assert_refused(here("gain", grades, grades / "report.pdf"))


def test_power_prints_a_line_for_each_precision(here: Here) -> None:
    ended = here("power", "--error", "0.5")
    assert ended.code == 0
    assert "a difficulty to a standard error of 0.5 logits: 20 trainees who answer it (about 50% of them right)" in ended.out
    assert_refused(here("power", "--rate", "1.5"), "--rate", "above 0 and below 1")


def test_tuning_refuses_what_is_no_share_no_calibration_and_what_exists(here: Here, grades: Path, tmp_path: Path) -> None:
    out = tmp_path / "tuned.toml"
    assert_refused(here("tune", "first-hour", "--pass-rate", "60", "--out", out), "--pass-rate", "below 1")
    assert_refused(
        here("tune", "first-hour", "--pass-rate", "0.6", "--out", out, "--calibration", grades / "responses.csv"), "not JSON"
    )
    assert not out.exists()
    out.write_text("mine")
    assert_refused(here("tune", "first-hour", "--pass-rate", "0.6", "--out", out), "exists already")
    assert out.read_text() == "mine"


def test_what_is_no_skill_is_refused(here: Here, first_hour: Path, tmp_path: Path) -> None:
    ended = here("simulate-class", first_hour, "--out", tmp_path / "a.csv", "--skill", "prices=1")
    assert_refused(ended, "--skill", "the families are")


@pytest.mark.slow
def test_a_rate_out_of_reach_ends_with_1_and_is_written_all_the_same(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "tuned.toml"
    ended = here("tune", "first-hour", "--pass-rate", "0.05", "--ability", "9", "--forms", "2", "--out", out)
    assert ended.code == 1
    assert "not reached" in ended.out
    assert out.exists()


def test_the_command_refuses_what_exists_and_what_is_assembled_already(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "form.toml"
    (tmp_path / "form-2.toml").write_text("mine")
    assert_refused(here("assemble", "first-hour", "--forms", "2", "--out", out), "form-2.toml", "exists already")
    assert not (tmp_path / "form-1.toml").exists()
    ended = here("assemble", "first-hour", "--packs", "2", "--seed", "any", "--out", out)
    assert ended.code == 0
    assert f"assembled: {out}, out of 12 consignments of 2 packs" in ended.out
    assert "pass rate" in ended.out
    assert_refused(here("assemble", out, "--out", tmp_path / "other.toml"), "assembled already")
    assert_refused(here("tune", out, "--pass-rate", "0.6", "--out", tmp_path / "other.toml"), "assembled already")
    assert_refused(here("audit", out, "--out", tmp_path / "audit"), "assembled already")


def test_seeds_that_give_a_key_away_are_not_put_among_what_is_handed_out(here: Here, first_hour: Path) -> None:
    out = first_hour / "trainee" / "form.toml"
    assert_refused(here("assemble", "first-hour", "--out", out), "is handed out")
    assert_refused(here("tune", "first-hour", "--pass-rate", "0.6", "--out", out), "is handed out")
    assert_refused(here("generate-many", "first-hour", "--packs", "2", "--out", out.with_suffix("")), "is handed out")
