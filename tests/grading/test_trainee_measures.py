"""Measures of one respondent: worked by hand, blank where they say nothing, intervals that hold their own measure."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence

import pytest
from builders_class import LETTERS
from builders_key import evidence, finding, many

from simulator.formats.key import KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import ConsignmentGrade, RespondentGrade, count, grade_consignment
from simulator.grading.measure_intervals import measures_csv
from simulator.grading.resampling import bootstrap, bootstrap_all, kinds, over_consignments, quantile
from simulator.grading.trainee_measures import auc, brier_score, cost, partial_auc, trainee_measures, wafroc
from simulator.randomness import Stream

EIGHT = many(4, 4)


def graded(marks: str, flags: tuple[str, ...] = (), keys: tuple[KeyConsignment, ...] = EIGHT) -> list[ConsignmentGrade]:
    """One answer for each pair of letter and confidence; 0 is none."""
    answers = [
        Answer(key.id, LETTERS[letter], int(sure) or None, flags)
        for key, (letter, sure) in zip(keys, marks.split(), strict=True)
    ]
    return [
        grade_consignment(key, each, ("INV-14.1", "INV-5"), DEFAULT_SCORING) for key, each in zip(keys, answers, strict=True)
    ]


def test_areas_worked_by_hand() -> None:
    # Signals are rated 4, 3, 1, -2; lawful ones 2, -1, -2, -4. Of 16 pairs: 4, 4, 3 won and 1.5 with a tie.
    known = graded("e4 d3 e1 l2 e2 l1 q2 l4")
    assert auc(known) == pytest.approx(12.5 / 16)
    # Up to one false alarm in five (below the first lawful one at .25) half of the signals are above: area .2 x .5;
    # guessing has .02, perfection .2.
    assert partial_auc(known) == pytest.approx(0.5 * (1 + (0.1 - 0.02) / (0.2 - 0.02)))
    # Three of four hit, one of four a false alarm: .05 x 10 x .25 + .95 x .25.
    assert cost(known) == pytest.approx(0.3625)


def test_brier_score_worked_by_hand() -> None:
    # Right at 97 %, wrong at 55 %.
    known = graded("e4 l1", keys=many(2, 0))
    assert brier_score(known) == pytest.approx((0.03**2 + 0.55**2) / 2)


def test_flags_worked_by_hand() -> None:
    # Everybody's INV-14.1 is found on signals and wrong on lawful ones. Signals 4, 4, -1, -1; lawful 2, 2, -3, -3: only the
    # surest false marks outrank the unsure finds.
    known = graded("e4 e4 l1 l1 e2 e2 l3 l3", flags=("INV-14.1",))
    assert wafroc(known) == pytest.approx((4 + 4 + 2 + 2) / 16)
    # Without a flag nothing was found, and nothing wrong was marked: ties everywhere.
    assert wafroc(graded("e4 e4 l1 l1 e2 e2 l3 l3")) == pytest.approx(0.5)


def test_half_the_findings_are_half_a_signal() -> None:
    two = (finding("X03", evidence("INV-14.1")), finding("V03", evidence("INV-5")))
    keys = tuple(
        KeyConsignment(each.id, each.slot, each.item, "sea", (), each.verdict, two if each.verdict == "examine" else (), ())
        for each in EIGHT
    )
    known = graded("e4 e4 e4 e4 l1 l1 l1 l1", flags=("INV-14.1",), keys=keys)
    # The found half outranks -1, the other half ranks below every mark.
    assert wafroc(known) == pytest.approx(0.5)


@pytest.mark.parametrize("marks", ["e0 d0 e0 l0 e0 l0 q0 l0"])
def test_without_confidence_only_the_cost_is_known(marks: str) -> None:
    found = trainee_measures(graded(marks))
    assert (found.auc, found.partial_auc, found.brier, found.wafroc) == (None, None, None, None)
    assert found.expected_cost == pytest.approx(0.3625)


def test_too_few_of_a_kind_say_nothing() -> None:
    found = trainee_measures(graded("e4 e4 e4 l1 l1 l1", keys=many(3, 3)))
    assert (found.auc, found.partial_auc, found.wafroc, found.expected_cost) == (None, None, None, None)
    assert found.brier is not None
    assert trainee_measures([]).brier is None


def test_an_interval_holds_its_measure_and_repeats() -> None:
    known = graded("e4 d3 e1 l2 e2 l1 q2 l4")
    interval = over_consignments(known, auc, Stream("interval"), draws=200)
    assert interval is not None
    assert interval[0] <= 12.5 / 16 <= interval[1]
    assert interval == over_consignments(known, auc, Stream("interval"), draws=200)
    assert over_consignments(known[:3], auc, Stream("interval"), draws=20) is None


def test_the_bootstrap_of_a_mean_is_as_wide_as_theory_says() -> None:
    observed = [float(each) for each in range(100)]
    ends = bootstrap([observed], lambda sample: sum(sample) / len(sample), Stream("mean"), draws=2000)
    assert ends is not None
    # Standard deviation 28.87, of the mean 2.887: 1.96 of them on each side.
    assert ends[1] - ends[0] == pytest.approx(2 * 1.96 * 2.887, rel=0.08)


def test_quantiles_between_neighbours() -> None:
    assert [quantile([1.0, 2.0, 4.0], share) for share in (0, 0.25, 0.5, 0.75, 1)] == [1, 1.5, 2, 3, 4]


def respondent(consignments: Sequence[ConsignmentGrade]) -> RespondentGrade:
    who = PackTrainee("T001", "", "", "v01")
    return RespondentGrade(who, tuple(consignments), count(consignments), None, None, 0, None, None, 0, 0, False)


def test_the_table_of_intervals_has_the_values_of_the_results_and_intervals_that_hold_them() -> None:
    known = graded("e4 d3 e1 l2 e2 l1 q2 l4")
    content = measures_csv([respondent(known)], "pack", draws=200)
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    values = dataclasses.asdict(trainee_measures(known)) | {"d_prime": count(known).sensitivity[0]}
    assert {row["measure"] for row in rows} == {*values, "criterion"}
    for row in rows:
        if row["measure"] in values:
            assert float(row["value"]) == pytest.approx(values[row["measure"]], abs=1e-4)
        if row["low"]:
            assert float(row["low"]) <= float(row["value"]) <= float(row["high"])
    assert next(row for row in rows if row["measure"] == "auc")["low"]
    assert content == measures_csv([respondent(known)], "pack", draws=200)


def test_one_measure_alone_has_the_interval_that_it_has_among_others() -> None:
    known = graded("e4 d3 e1 l2 e2 l1 q2 l4")
    together = bootstrap_all(kinds(known), {"auc": auc, "brier": brier_score}, Stream("same"), draws=100)
    assert together["auc"] == over_consignments(known, auc, Stream("same"), draws=100)


def test_who_sent_nothing_is_not_in_the_table() -> None:
    assert measures_csv([respondent([])], "pack") == b"trainee,variant,measure,value,low,high\n"
