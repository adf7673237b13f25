"""Answers drawn from a response model, block by block."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.special import expit

from simulator.difficulty.drawing import Model, drawn, normals, rasch, with_errors
from simulator.difficulty.models.item_response import fit_items
from simulator.difficulty.models.prediction import expected_share
from simulator.difficulty.models.responses import responses
from simulator.errors import BadInput
from simulator.randomness import Stream

EASINESS = np.array([-2.0, -0.5, 0.0, 1.0, 2.5])


def test_uniforms_are_golden_and_the_places_own() -> None:
    """The words of PCG64, by which streams are golden elsewhere; drawing one by one shifts nothing."""
    stream = Stream("many", 1)
    words = [stream.uniform() for _ in range(16)]
    assert stream.uniforms(3).tolist() == words[:3]
    assert Stream("many", 1).uniforms(16).tolist() == words
    assert stream.uniforms(0).shape == (0,)
    assert not set(Stream("many", 2).uniforms(100)) & set(Stream("many", 1).uniforms(100))


def test_normals_are_standard() -> None:
    found = normals(Stream("normals"), 200_000)
    assert found.mean() == pytest.approx(0, abs=0.01)
    assert found.std() == pytest.approx(1, abs=0.01)
    assert (np.abs(found) < 1.959964).mean() == pytest.approx(0.95, abs=0.003)


def test_shares_of_right_answers_are_those_of_the_model() -> None:
    blocks = list(drawn(rasch(EASINESS, spread=1.3, mean=0.4), 200_000, Stream("shares")))
    shares = np.concatenate([each.right for each in blocks]).mean(axis=0)
    assert shares == pytest.approx(expected_share(EASINESS, 0.4, 1.3), abs=0.005)


def test_an_answer_is_right_when_its_number_lies_below_its_chance() -> None:
    """By hand from the same numbers: the division that is left out changes nothing."""
    model = Model(EASINESS, np.array([0.5, 1.0, 1.5, 2.0, 0.8]), 0.2, 1.1)
    stream = Stream("by hand")
    (block,) = drawn(model, 40, stream)
    place = stream.at("block", 0)
    abilities = 0.2 + 1.1 * normals(place.at("ability"), 40)
    chance = expit(np.outer(abilities, model.slopes) + EASINESS)
    assert block.abilities.tolist() == abilities.tolist()
    assert (block.right == (place.at("answers").uniforms(200).reshape(40, 5) < chance)).all()


def test_a_model_is_found_again_in_its_answers() -> None:
    model = Model(EASINESS, np.array([0.5, 1.0, 1.5, 2.0, 0.8]))
    table = np.concatenate([each.right for each in drawn(model, 20_000, Stream("again"))])
    found = fit_items(responses(table.astype(float)), "2pl")
    assert found.slopes == pytest.approx(model.slopes, abs=0.15)
    assert found.easiness == pytest.approx(EASINESS, abs=0.15)


def test_blocks_do_not_grow_with_the_class_and_more_trainees_change_none_of_the_first() -> None:
    few = list(drawn(rasch(EASINESS), 120_000, Stream("blocks")))
    first = list(itertools.islice(drawn(rasch(EASINESS), 10**12, Stream("blocks")), len(few) - 1))
    assert len(few) > 2
    for one, other in zip(few, first, strict=False):
        assert (one.right == other.right).all()
        assert one.right.size <= 1 << 18
    assert sum(len(each.abilities) for each in few) == 120_000


def test_errors_of_items_have_their_standard_deviation() -> None:
    fixed = np.column_stack([np.ones(5000), np.arange(5000) % 2])
    left = with_errors(fixed, np.array([0.5, -1.0]), 0.4, Stream("errors")) - fixed @ np.array([0.5, -1.0])
    assert left.std() == pytest.approx(0.4, abs=0.015)


def test_the_surest_answers_overflow_nothing() -> None:
    with np.errstate(all="raise"):
        (block,) = drawn(rasch(np.array([-1e6, 1e6]), spread=0.0), 100, Stream("sure"))
    assert block.right.tolist() == [[0, 1]] * 100


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Model(np.array([]), np.array([])), "0 items with 0 slopes are no model"),
        (Model(EASINESS, np.ones(4)), "5 items with 4 slopes"),
        (Model(np.array([np.nan]), np.ones(1)), "a number that is none"),
        (Model(EASINESS, np.ones(5), spread=-1.0), "a spread below 0"),
    ],
)
def test_what_is_no_model_is_refused(model: Model, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        next(drawn(model, 10, Stream("none")))
