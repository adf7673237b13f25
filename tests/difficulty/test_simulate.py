from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from builders_key import SIX, evidence, look_alike, many, write_pack

from simulator.difficulty.simulate import ClassAbility, default_seed, simulate_class, skills
from simulator.difficulty.trainees import Person, difficulty, logistic
from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.class_summary import ClassSummary
from simulator.grading.run import grade_pack
from simulator.intake.gather import gather
from simulator.intake.pack_reading import OpenedPack, open_pack
from simulator.randomness import Stream

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


def rates(opened: OpenedPack, class_: ClassAbility) -> tuple[float, float]:
    """Share of signals and of lawful consignments that a class opens."""
    lines = [line.split(",") for line in simulate_class(opened, class_).decode().splitlines()[1:]]
    verdicts = {each.id: each.verdict for each in opened.key.variants["v01"].consignments}
    acted = [(verdicts[consignment], decision in ("examine", "detain")) for _, consignment, decision, *_ in lines]
    kinds = [[acts for verdict, acts in acted if verdict in wanted] for wanted in (("examine", "detain"), ("release",))]
    return sum(kinds[0]) / len(kinds[0]), sum(kinds[1]) / len(kinds[1])


@pytest.fixture(scope="module")
def tempting(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    """Four signals and eight lawful consignments, on each of which a look-alike of value."""
    odd = look_alike("H12", evidence("INV-5"), family="value")
    keys = tuple(
        msgspec.structs.replace(each, look_alikes=(odd,)) if each.verdict == "release" else each for each in many(4, 8)
    )
    return open_pack(write_pack(tmp_path_factory.mktemp("tempting") / "pack", consignments=keys, trainees=CLASS))


def test_parameters_left_alone_change_no_answer(opened: OpenedPack) -> None:
    assert simulate_class(opened, ClassAbility()) == simulate_class(opened, 0.5)


def test_who_leans_towards_opening_opens_more_of_both(tempting: OpenedPack) -> None:
    shy, plain, eager = (rates(tempting, ClassAbility(leaning=leaning)) for leaning in (-2.0, 0.0, 2.0))
    assert shy[0] < plain[0] < eager[0]
    found = [
        sum(line.count("INV-5") for line in simulate_class(tempting, ClassAbility(leaning=leaning)).decode().splitlines())
        for leaning in (-2.0, 0.0, 2.0)
    ]
    assert found == sorted(found)
    assert found[0] < found[2]


def test_without_spread_all_are_equally_able(tempting: OpenedPack) -> None:
    stream = Stream("equal")
    people = [ClassAbility(0.3, 0.0).person((), stream.at(number)) for number in range(5)]
    assert {each.ability for each in people} == {0.3}


def test_a_leaning_that_follows_prevalence_falls_where_signals_are_rare() -> None:
    class_, stream = ClassAbility(leaning=0.5, follows_prevalence=1.0), Stream("x")
    rare, usual, often = (class_.person(many(signals, 29 - signals), stream).leaning for signals in (1, 9, 25))
    assert rare < usual < often
    # 9.5 of 30 against one third: the logarithm of (9.5 / 20.5) x 2.
    assert usual == pytest.approx(0.5 - 0.0760, abs=1e-4)
    assert ClassAbility(leaning=0.5).person(many(1, 28), stream).leaning == 0.5


def test_skill_of_a_family_moves_the_chances_of_that_family_alone() -> None:
    value, other = SIX[5].look_alikes[0], SIX[0].findings[0]
    skilled = Person(0.0, skill={"value": 2.0})
    assert skilled.chance(value) == pytest.approx(logistic(2.0 - difficulty(value)))
    assert skilled.chance(other) == Person(0.0).chance(other)


@pytest.mark.parametrize("text", ["", "value", "value=", "value=much", "price=1", "value=nan"])
def test_what_is_no_skill_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="--skill"):
        skills([text])


@pytest.mark.parametrize(
    ("place", "class_"),
    [
        ("--spread", ClassAbility(spread=-1)),
        ("--spread", ClassAbility(spread=float("nan"))),
        ("--leaning", ClassAbility(leaning=float("inf"))),
        ("--follows-prevalence", ClassAbility(follows_prevalence=99)),
        ("--skill value", ClassAbility(skill={"value": 21})),
    ],
)
def test_parameters_are_logits(opened: OpenedPack, place: str, class_: ClassAbility) -> None:
    with pytest.raises(BadInput, match=place):
        simulate_class(opened, class_)
