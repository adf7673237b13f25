"""Calibration: what is put in comes out, parts that answers do not tell are named, files that are none are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from simulator.difficulty.calibrating.features import choose
from simulator.difficulty.calibrating.hardness import fit_hardness
from simulator.difficulty.calibrating.naming import slot_names
from simulator.difficulty.calibrating.reading import FEATURES, Response, read_responses
from simulator.difficulty.calibrating.run import calibrate
from simulator.errors import BadInput
from simulator.formats.calibration import Calibration, DifficultyModel
from simulator.formats.reading import decode
from simulator.formats.writing import json_bytes
from simulator.grading.measures import criterion, d_prime
from simulator.randomness import Stream

SLOTS = 24
WEIGHTS = {"subtlety": 0.8, "look_alike_count": 0.5}


def card(slot: int) -> tuple[float, ...]:
    """Every second slot is a signal of level 1 to 3; look-alikes and sides vary; the rest follows or is constant."""
    signal = slot % 2 == 0
    values = {
        "subtlety": float(1 + slot // 2 % 3) if signal else 0.0,
        "look_alike_count": float(slot // 3 % 3),
        "clues": float(signal),
        "sides": float(3 + slot % 4),
    }
    return tuple(values.get(name, 0.0) for name in FEATURES)


def answered(
    pack: str,
    people: int,
    mean: float = 0.0,
    items: Callable[[int, int], str] = lambda who, slot: f"I{slot}",
    seed: str = "c",
) -> list[Response]:
    """A class's answers by the model: slots differ by .3 beyond what their cards say; those who are right on signals act."""
    stream = Stream(seed)
    rows = []
    for who in range(people):
        ability = mean + stream.at(pack, who).normal()
        for slot in range(SLOTS):
            own = card(slot)
            hard = sum(weight * own[FEATURES.index(name)] for name, weight in WEIGHTS.items()) - 1
            hard += 0.3 * stream.at("slot", slot).normal()
            right = stream.at(pack, who, slot).chance(1 / (1 + np.exp(hard - ability)))
            signal = slot % 2 == 0
            rows.append(
                Response(
                    pack, "s", f"T{who}", "", f"S{slot:02d}", items(who, slot), "examine" if signal else "release",
                    right, right == signal, own,
                )
            )  # fmt: skip
    return rows


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    return calibrate([*answered("P1", 60), *answered("P2", 60, mean=1.0)])


def weight(model: DifficultyModel | None, name: str) -> tuple[float, float]:
    assert model is not None
    place = model.features.index(name)
    return model.weights[place], model.covariance[place][place] ** 0.5


def test_weights_and_means_that_were_put_in_come_out(fitted: Calibration) -> None:
    for name, wanted in WEIGHTS.items():
        found, error = weight(fitted.difficulty, name)
        assert abs(found - wanted) < 3 * error
        assert error < 0.35
    assert fitted.packs[0].mean == 0
    assert fitted.packs[1].mean == pytest.approx(1.0, abs=0.4)
    assert fitted.difficulty is not None
    assert fitted.difficulty.spread == pytest.approx(1.0, abs=0.3)
    assert fitted.detection is not None
    assert not fitted.not_estimated


def test_detection_and_leaning_are_near_those_of_all_answers_together(fitted: Calibration) -> None:
    """Of an average trainee, and so a little farther from 0 than of all together, who differ."""
    rows = [*answered("P1", 60), *answered("P2", 60, mean=1.0)]
    hits, alarms = ([each.acts for each in rows if each.signal is kind] for kind in (True, False))
    cells = (sum(hits), len(hits), sum(alarms), len(alarms))
    assert fitted.detection is not None
    assert fitted.detection.d_prime == pytest.approx(d_prime(*cells), abs=0.3)
    assert fitted.detection.criterion == pytest.approx(criterion(*cells), abs=0.3)


def test_slots_are_in_the_order_of_how_many_were_right(fitted: Calibration) -> None:
    assert fitted.difficulty is not None
    slots = fitted.difficulty.slots
    assert len(slots) == SLOTS
    assert np.corrcoef([each.difficulty for each in slots], [each.right for each in slots])[0, 1] < -0.9
    assert all(0 < each.standard_error < 1 for each in slots)
    assert {each.answers for each in slots} == {120}


def test_the_file_reads_back(fitted: Calibration) -> None:
    assert decode(msgspec.json.decode(json_bytes(fitted)), Calibration, "c.json") == fitted


def test_a_version_for_each_trainee_has_an_error_of_the_slot_alone() -> None:
    alone, _ = fit_hardness(answered("P1", 40, items=lambda who, slot: f"I{who}-{slot}"))
    shared, _ = fit_hardness(answered("P1", 40, items=lambda who, slot: f"I{who % 2}-{slot}"))
    assert alone.item_sd is None
    assert shared.item_sd is not None
    assert weight(alone, "subtlety")[0] == pytest.approx(weight(shared, "subtlety")[0], abs=0.1)


def test_features_that_tell_nothing_are_named(fitted: Calibration) -> None:
    assert fitted.difficulty is not None
    why = {each.feature: each.why for each in fitted.difficulty.dropped}
    assert why["glance"] == "it is 0 everywhere"
    columns = np.array([[1.0, 2, 0], [2, 4, 1], [3, 6, 0], [4, 8, 5]] * 3)
    chosen = choose(["a", "b", "c"], columns, 12)
    assert (chosen.places, chosen.dropped[0].feature, chosen.dropped[0].why) == ((0, 2), "b", "it follows from a")
    assert choose(["a", "b", "c"], columns, 5).places == (0,)


def test_packs_of_one_seed_share_slots_and_others_do_not() -> None:
    same = [*answered("P1", 2), *answered("P2", 2)]
    other = [*same, *answered("P3", 2, items=lambda who, slot: f"X{slot}")]
    assert len(set(slot_names(same))) == SLOTS
    assert len(set(slot_names(other))) == 2 * SLOTS
    assert {pack for _, pack, _ in slot_names(other)} == {"P1", "P3"}


def test_a_part_that_cannot_be_told_is_named_and_the_rest_stands() -> None:
    rows = [each for each in answered("P1", 40) if each.signal]
    found = calibrate(rows)
    assert found.difficulty is not None
    assert found.detection is None
    assert [each.part for each in found.not_estimated] == ["detection"]
    assert "both are needed" in found.not_estimated[0].why


@pytest.mark.parametrize("right", [True, False])
def test_a_class_that_is_always_right_tells_no_difficulty(right: bool) -> None:
    found = calibrate([replace(each, correct=right) for each in answered("P1", 10)])
    assert found.difficulty is None
    assert "nothing tells what is hard" in found.not_estimated[0].why


@pytest.mark.parametrize("people", [1, 3])
def test_one_trainee_gets_an_estimate_or_a_reason(people: int) -> None:
    found = calibrate(answered("P1", people))
    assert "do not tell how people differ" in found.not_estimated[-1].why
    assert found.difficulty is not None or found.not_estimated[0].part == "difficulty"
    if found.difficulty is not None:
        assert np.isfinite(found.difficulty.weights).all()


HEADER = ",".join(["pack", "scenario", "trainee", "consignment", "slot", "item", "verdict", "acts", "correct", *FEATURES])
ROW = "P1,s,T1,C01,S01,I1,examine,1,1" + ",0" * len(FEATURES)


def written(path: Path, *rows: str, header: str = HEADER) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def test_rows_are_read_and_unanswered_ones_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "responses.csv", ROW, ROW.replace("C01", "C02").replace("examine,1,1", "examine,,"))
    assert len(read_responses([path])) == 1
    assert read_responses([tmp_path]) == read_responses([path])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((ROW, ROW), "line 3: T1 answers C01 of pack P1"),
        ((ROW.replace("examine,1,1", "examine,1,2"),), "line 2, correct: '2' is neither 1 nor 0"),
        ((ROW.replace("examine", "open"),), "line 2, verdict: 'open' is no verdict"),
        ((ROW[:-1] + "x",), "line 2, lines: 'x' is no number"),
        ((ROW[:-1] + "1e308",), "line 2, lines: '1e308' is no number from -10000 to 10000"),
        ((ROW[:-1] + "nan",), "line 2, lines: 'nan' is no number"),
        ((ROW[:-1],), "line 2, lines: the difficulty card is missing"),
        ((ROW.replace("examine,1,1", "examine,,"),), "no answer stands"),
    ],
)
def test_files_that_are_no_responses_are_refused(tmp_path: Path, rows: tuple[str, ...], said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_responses([written(tmp_path / "responses.csv", *rows)])
    assert said in str(caught.value)


def test_a_folder_without_responses_and_a_foreign_header_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no responses\.csv"):
        read_responses([tmp_path])
    with pytest.raises(BadInput, match="the header lacks"):
        read_responses([written(tmp_path / "a.csv", "1,2", header="a,b")])


def test_answers_whose_fit_has_no_solution_are_told_and_no_error() -> None:
    """Found by fuzzing: 48 ordinary rows, one cell changed, whose equations are singular."""
    found = calibrate(read_responses([Path(__file__).parent / "no_fit.csv"]))
    assert found.difficulty is None
    assert "the fit of these answers has no solution" in {each.part: each.why for each in found.not_estimated}["difficulty"]
