"""Assembled exercises: they meet what was wished, their papers are those of the pool, two forms are equally hard."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import numpy as np
import pytest

from simulator.difficulty.assembling.choosing import EQUAL_SCORE, assembled, choose_forms
from simulator.difficulty.assembling.pool import Candidate, Curves, curves, draw_pool, information
from simulator.difficulty.assembling.wishes import Wishes, load_wishes, own_wishes
from simulator.difficulty.assembling.writing import AssembledForm, assembled_toml, largest_difference
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.forms import draw_form
from simulator.difficulty.tuning.predicting import PassRate
from simulator.errors import BadInput, Unsatisfiable
from simulator.exercise.planning import plan
from simulator.formats.vocabulary import ACTING
from simulator.pack.generate import generate_pack
from simulator.pack.provenance import SAFE_SEED, derived_seeds
from simulator.scenario import Scenario, Taken, load_scenario
from simulator.verify.run import verify_pack

PEOPLE = ClassAbility()
Drawn = tuple[Scenario, tuple[Candidate, ...], Curves]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    scenario = load_scenario("first-hour")
    forms, pool = draw_pool(scenario, derived_seeds("a seed that is long enough", "assembly", 8))
    return scenario, pool, curves(forms, scenario, PEOPLE)


def test_what_was_wished_is_met(drawn: Drawn) -> None:
    scenario, pool, of_pool = drawn
    wishes = Wishes(
        count=7,
        verdicts={"signal": (2, 3), "release": (2, 2)},
        families={"parties": (0, 1)},
        same_indicator=1,
        voyages=5,
        share_right=(0.5, 0.7),
        look_alikes=(0.5, 1.5),
    )
    (found,) = choose_forms(wishes, pool, of_pool, 1)
    solutions = [each.solution for each in found.candidates]
    assert len(solutions) == 7
    assert 2 <= sum(each.verdict in ACTING for each in solutions) <= 3
    assert sum(each.verdict == "release" for each in solutions) == 2
    assert max(Counter(clue.indicator for each in solutions for clue in each.findings).values()) == 1
    assert sum(any(clue.family == "parties" for clue in each.findings) for each in solutions) <= 1
    assert len({each.voyage for each in found.candidates}) <= 5
    assert 0.5 <= of_pool.share_right[list(found.places)].mean() <= 0.7
    assert 0.5 <= np.mean([len(each.look_alikes) for each in solutions]) <= 1.5
    counts = assembled(scenario, found).consignments
    assert (counts.count, counts.by_sea, counts.release) == (7, 7, 2)


def test_the_papers_on_the_assembled_desk_are_those_of_the_pool_in_every_variant(drawn: Drawn) -> None:
    scenario, pool, of_pool = drawn
    (found,) = choose_forms(own_wishes(scenario), pool, of_pool, 1)
    made = assembled(scenario, found)
    first, second = (draw_form(made, "the pack's own seed", variant) for variant in ("v01", "v02"))
    wanted = {f"S{number:02d}": each.solution.item for number, each in enumerate(found.candidates, start=1)}
    assert {each.slot: each.item for each in first.consignments} == wanted
    assert {each.slot: each.item for each in second.consignments} == wanted
    assert [each.slot for each in first.consignments] != [each.slot for each in second.consignments]
    verdicts = {each.slot: each.verdict for each in first.consignments}
    assert [verdicts[slot] for slot in sorted(wanted)] == [each.solution.verdict for each in found.candidates]


def test_two_forms_share_nothing_and_are_equally_hard(drawn: Drawn) -> None:
    scenario, pool, of_pool = drawn
    forms = choose_forms(own_wishes(scenario), pool, of_pool, 2)
    taken = [each.taken for form in forms for each in form.candidates]
    assert len(set(taken)) == len(taken) == 12
    assert largest_difference(forms, of_pool, PEOPLE) <= EQUAL_SCORE + 0.1  # alike at nine abilities, looked at at more


def test_information_is_that_of_rasch_where_one_strong_clue_decides(drawn: Drawn) -> None:
    _, pool, of_pool = drawn
    plain = [
        place
        for place, each in enumerate(pool)
        if len(each.solution.findings) == 1 and not each.solution.look_alikes and len(of_pool.right)
    ]
    assert plain
    for place in plain:
        chance = np.interp(0.5, of_pool.at, of_pool.right[:, place])
        assert information(of_pool, [0.5])[0, place] == pytest.approx(chance * (1 - chance), rel=0.05)


def test_wishes_that_no_pool_meets_are_said(drawn: Drawn) -> None:
    _, pool, of_pool = drawn
    with pytest.raises(Unsatisfiable, match=r"meet verdicts\.signal, share_right together; widen a bound or draw more"):
        choose_forms(Wishes(count=6, verdicts={"signal": (5, 6)}, share_right=(0.99, 1.0)), pool, of_pool, 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("count = 6\n[families]\nprices = [1, 2]", "families.*prices: there is no such thing"),
        ("count = 6\n[modes]\nsea = [3, 2]", r"modes\.sea.*3 is more than 2"),
        ("count = 0", "count"),
        ("count = 6\nsomething = 1", "something"),
        ("count = 6\nshare_right = [0.6, 0.5]", "share_right"),
        ("count = 6\nshare_right = [nan, nan]", "share_right.*no bounds"),
        ("count = 6\ninformation_at = [nan]", "information_at"),
        ("count = 6\ninformation_at = [1e308]", "information_at"),
    ],
)
def test_files_of_wishes_that_cannot_be_meant_are_refused(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "wishes.toml"
    path.write_text(f"format = 1\n{text}\n")
    with pytest.raises(BadInput, match=problem):
        load_wishes(path)


def test_an_assembled_scenario_reads_back_and_its_slots_must_exist(drawn: Drawn, tmp_path: Path) -> None:
    scenario, candidates, of_pool = drawn
    (found,) = choose_forms(own_wishes(scenario), candidates, of_pool, 1)
    made = assembled(scenario, found)
    path = tmp_path / "assembled.toml"
    path.write_bytes(assembled_toml(AssembledForm(found, made, PassRate(0.6, 0, 0, 1)), ["Predicted."]))
    assert load_scenario(str(path)) == made
    assert made.pool is not None
    wrong = (*made.pool.taken[1:], Taken(made.pool.taken[0].seed, "S99"))
    with pytest.raises(BadInput, match=r"pool\.taken.*there is no S99"):
        plan(msgspec.structs.replace(made, pool=msgspec.structs.replace(made.pool, taken=wrong)), "seed")
    whole = path.read_text()
    pool = made.pool
    counts = msgspec.structs.replace(pool.consignments, double=9)
    for wrong_pool, place in (
        (msgspec.structs.replace(pool, taken=(Taken("", "S01"), *pool.taken[1:])), r"pool\.taken.*a seed is empty"),
        (msgspec.structs.replace(pool, consignments=counts), r"pool\.consignments\.double"),
    ):
        other = msgspec.structs.replace(made, pool=wrong_pool)
        path.write_bytes(assembled_toml(AssembledForm(found, other, PassRate(0.6, 0, 0, 1)), []))
        with pytest.raises(BadInput, match=place):
            load_scenario(str(path))
    path.write_text(whole.replace("count = 6", "count = 7", 1))
    with pytest.raises(BadInput, match=r"pool\.taken"):
        load_scenario(str(path))


def test_seeds_that_follow_from_a_short_one_can_be_guessed_and_are_short() -> None:
    assert {len(each) for each in derived_seeds("short", "assembly", 3)} < set(range(SAFE_SEED))
    assert {len(each) for each in derived_seeds("x" * SAFE_SEED, "assembly", 3)} == {32}


@pytest.mark.slow
def test_an_assembled_pack_verifies_and_says_when_its_pool_can_be_guessed(drawn: Drawn, tmp_path: Path) -> None:
    scenario, pool, of_pool = drawn
    small = msgspec.structs.replace(scenario, class_=msgspec.structs.replace(scenario.class_, trainees=2, variants=1))
    (found,) = choose_forms(own_wishes(scenario), pool, of_pool, 1)
    made = assembled(small, found)
    (tmp_path / "pack").mkdir()
    assert not generate_pack(tmp_path / "pack", made, "0123456789abcdef", given=False).pack.practice
    assert not verify_pack(tmp_path / "pack").differences
    assert made.pool is not None
    guessed = tuple(msgspec.structs.replace(each, seed="short") for each in made.pool.taken[:1])
    again = msgspec.structs.replace(
        made,
        consignments=msgspec.structs.replace(made.consignments, count=1),
        pool=msgspec.structs.replace(made.pool, taken=guessed),
    )
    (tmp_path / "guessed").mkdir()
    assert generate_pack(tmp_path / "guessed", again, "0123456789abcdef", given=False).pack.practice
