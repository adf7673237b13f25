"""Tuning: predictions that hold, a path that gets harder, calibrated clues, forms that are the packs' own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from simulator.difficulty.simulate import ClassAbility, simulate_class
from simulator.difficulty.tuning.forms import Form, at_other_levels, draw_forms, graded
from simulator.difficulty.tuning.issuing import issued, nearest_pack, pack_forms
from simulator.difficulty.tuning.predicting import PassRate, predict, rate_of
from simulator.difficulty.tuning.search import TOLERANCE, Looking, Setting, Tuned, tune
from simulator.difficulty.tuning.writing import prediction_lines, tuned_toml
from simulator.grading.run import grade_pack
from simulator.intake.pack_reading import open_pack
from simulator.pack.provenance import SAFE_SEED
from simulator.scenario import Scenario, load_scenario

PEOPLE = ClassAbility()


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario("first-hour")


@pytest.fixture(scope="module")
def forms(scenario: Scenario) -> tuple[Form, ...]:
    return draw_forms(scenario, [f"test {number}" for number in range(4)])


def test_harder_settings_pass_fewer(scenario: Scenario, forms: tuple[Form, ...]) -> None:
    rates = []
    for hardness in (0.0, 0.5, 1.0):
        wanted = Setting(hardness, scenario.consignments.look_alikes).apply(scenario)
        moved = tuple(at_other_levels(form, wanted) for form in forms)
        rates.append(predict(moved, wanted.scoring, PEOPLE).over_seeds().rate)
    assert rates[0] > rates[1] > rates[2]


def test_the_same_setting_leaves_the_levels_as_the_papers_have_them(scenario: Scenario, forms: tuple[Form, ...]) -> None:
    assert [at_other_levels(form, scenario) for form in forms] == list(forms)


def test_weights_of_a_setting_sum_to_one(scenario: Scenario) -> None:
    for hardness in (0.0, 0.3, 1.0):
        assert sum(Setting(hardness, 1).apply(scenario).indicators.subtlety) == pytest.approx(1)


def test_pass_rates_worked_by_hand() -> None:
    # .5 and .7: mean .6, variance .02; sampling (.25 + .21) / 2 / 99 = .00232.
    found = rate_of([0.5, 0.7], 100)
    assert found.rate == pytest.approx(0.6)
    assert found.between == pytest.approx((0.02 - 0.23 / 99) ** 0.5)
    assert found.error == pytest.approx(0.1)
    low, high = PassRate(0.6, 0.1, 0.02, 40, 100).interval(24)
    assert (low + high) / 2 == pytest.approx(0.6)
    assert high - low == pytest.approx(2 * 1.96 * (0.01 + 0.01 + 0.0004) ** 0.5)
    assert rate_of([1.0, 1.0], 100).interval(10) == (1, 1)


def test_forms_are_graded_as_a_pack_of_that_seed_is(first_hour: Path, tmp_path: Path) -> None:
    """The same answers earn the same on the key alone as by way of answer file, truth and pack."""
    opened = open_pack(first_hour)
    form = Form("any", opened.key.variants["v01"].consignments)
    people = [each for each in opened.pack.trainees if each.variant == "v01"]
    path = tmp_path / "answers.csv"
    path.write_bytes(simulate_class(opened, 20.0))
    whole = [each for each in grade_pack(first_hour, [path]).grades if each.respondent.variant == "v01"]
    alone = graded(form, load_scenario("first-hour").scoring, ClassAbility(20.0, 0.0), trainees=len(people))
    assert [each.score for each in alone] == pytest.approx([each.score for each in whole])
    assert all(each.passed for each in alone)


def test_what_is_written_can_be_loaded_and_says_what_was_predicted(scenario: Scenario, tmp_path: Path) -> None:
    found = Tuned(Setting(0.25, 2).apply(scenario), Setting(0.25, 2), PassRate(0.61, 0.1, 0.02, 40, 100), 0.6)
    path = tmp_path / "tuned.toml"
    path.write_bytes(tuned_toml(found, PEOPLE, "c.json"))
    assert load_scenario(str(path)) == found.scenario
    assert path.read_text().startswith(
        "# Tuned by simulator tune for a pass rate of 0.6 at pass mark 60:\n# subtlety 0.5625"
    )
    assert "Predicted: 0.610 ± 0.039" in path.read_text()
    assert "from c.json" in prediction_lines(found, PEOPLE, "c.json")[-1]
    assert found.reached
    assert not replace(found, wanted=0.61 + TOLERANCE + 0.001).reached


@pytest.mark.slow
def test_fresh_classes_pass_as_often_as_was_predicted_for_their_pack() -> None:
    """Within 0.03: 3,000 trainees, whose share is known to 0.009 (one standard error), answer the pack that was named."""
    looking = Looking(load_scenario("first-hour"), PEOPLE, None, forms=20)
    found = tune(looking, 0.6)
    pack = nearest_pack(looking, found)
    forms, people = pack_forms(found.scenario, pack.seed)
    passed = [
        sum(each.passed for each in graded(form, found.scenario.scoring, PEOPLE, trainees=1000)) / 1000
        for form in (replace(form, seed=f"people of {form.variant}") for form in forms)
    ]
    assert people == [4, 4, 4]
    assert sum(passed) / 3 == pytest.approx(pack.predicted.rate, abs=0.03)
    assert pack.predicted.rate == pytest.approx(0.6, abs=0.03)


@pytest.mark.slow
def test_packs_of_other_seeds_pass_as_often_as_was_predicted_for_all_seeds() -> None:
    found = tune(Looking(load_scenario("first-hour"), PEOPLE, None, forms=40), 0.6)
    forms = draw_forms(found.scenario, [f"fresh {number}" for number in range(60)])
    fresh = predict(forms, found.scenario.scoring, PEOPLE).over_seeds()
    assert found.reached
    assert abs(fresh.rate - found.predicted.rate) <= 2.6 * (fresh.error**2 + found.predicted.error**2) ** 0.5


def test_a_seed_names_its_packs_and_the_rates_are_those_of_its_variants(scenario: Scenario) -> None:
    looking = Looking(scenario, PEOPLE, None, forms=3, seed="the class of 5 May")
    assert looking.fresh_seeds() == Looking(scenario, PEOPLE, None, forms=4, seed="the class of 5 May").fresh_seeds()[:3]
    assert all(len(each) == 32 for each in looking.fresh_seeds())
    assert all(len(each) < SAFE_SEED for each in replace(looking, seed="short").fresh_seeds())
    small = msgspec.structs.replace(scenario, class_=msgspec.structs.replace(scenario.class_, trainees=6))
    forms, people = pack_forms(small, "seed")
    rates = predict(forms, small.scoring, PEOPLE).rates[0]
    assert people == [4, 2]
    assert issued(looking, small, "seed").predicted.rate == pytest.approx((4 * rates[0] + 2 * rates[1]) / 6)


@pytest.mark.slow
def test_what_cannot_be_reached_is_said_with_the_nearest(scenario: Scenario) -> None:
    found = tune(Looking(scenario, replace(PEOPLE, mean=8.0), None, forms=2), 0.1)
    assert not found.reached
    assert found.setting.hardness == 1
