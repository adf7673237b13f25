from __future__ import annotations

from pathlib import Path

import pytest
from builders_key import SIX, many, write_pack

from simulator.difficulty.simulate import default_seed, simulate_class
from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.class_summary import ClassSummary
from simulator.grading.run import grade_pack
from simulator.intake.gather import gather
from simulator.intake.pack_reading import OpenedPack, open_pack

CLASS = tuple(PackTrainee(f"T{number:03d}", f"N{number}", "G01", "v01") for number in range(1, 41))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    folder = tmp_path_factory.mktemp("simulate")
    return open_pack(write_pack(folder / "pack", consignments=(*SIX, *many(10, 10)[6:]), trainees=CLASS))


def summary(opened: OpenedPack, folder: Path, ability: float) -> ClassSummary:
    (folder / "answers.csv").write_bytes(simulate_class(opened, ability))
    return grade_pack(opened.folder, [folder / "answers.csv"]).summary


def test_everybody_answers_everything_and_nothing_is_rejected(opened: OpenedPack, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(simulate_class(opened, 0.5))
    result = gather([path], opened)
    assert not result.rejections
    assert [len(each.answers) for each in result.submissions] == [20] * 40
    assert path.read_text().startswith("trainee,consignment,decision,confidence,flags\nT001,C01,")


def test_repeated_runs_agree_and_seeds_differ(opened: OpenedPack) -> None:
    assert simulate_class(opened, 0.5) == simulate_class(opened, 0.5, default_seed("PACK1"))
    assert simulate_class(opened, 0.5) != simulate_class(opened, 0.5, "another")


def test_one_trainee_more_changes_nobodys_answers(opened: OpenedPack, tmp_path: Path) -> None:
    more = (PackTrainee("A000", "New", "G01", "v01"), *CLASS)
    consignments = opened.key.variants["v01"].consignments
    larger = open_pack(write_pack(tmp_path / "pack", consignments=consignments, trainees=more))
    assert set(simulate_class(opened, 0.5).split(b"\n")) <= set(simulate_class(larger, 0.5).split(b"\n"))


def test_an_abler_class_scores_more(opened: OpenedPack, tmp_path: Path) -> None:
    scores = [summary(opened, tmp_path, ability).averages.score.mean or 0.0 for ability in (-2, 0.5, 3, 20)]
    assert scores == sorted(scores)
    assert scores[-1] == pytest.approx(100)
    assert len(set(scores)) == 4


@pytest.mark.parametrize("ability", [float("nan"), float("inf"), -20.5])
def test_an_ability_is_a_number_of_logits(opened: OpenedPack, ability: float) -> None:
    with pytest.raises(BadInput, match="--ability"):
        simulate_class(opened, ability)
