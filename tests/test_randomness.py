"""Streams: the same draws everywhere, for ever, and nothing that is drawn in one place shifts another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.randomness import Stream

parts = st.text(max_size=4) | st.integers(-5, 5)
paths = st.lists(parts, max_size=4).map(tuple)


GOLDEN_BELOW = [929, 780, 286, 413, 276, 18, 738, 928]
GOLDEN_BETWEEN = [-2, 0, -3, -1, 3, 1, 0, -2]
GOLDEN_UNIFORM = [0.829981043332, 0.33694994722, 0.466587844964]
GOLDEN_NORMAL = [-0.585170000521, -0.023971591526, -0.873630339045]
GOLDEN_SHUFFLED = ("H", "A", "E", "D", "C", "F", "B", "G")
GOLDEN_SAMPLE = (97, 36, 63, 23, 0)
GOLDEN_WEIGHTED = ["B", "A", "A", "A", "C", "C", "B", "A"]
GOLDEN_SEED = 305112696715808627597208321155749199215


def draws(stream: Stream, count: int = 6) -> list[int]:
    return [stream.below(1 << 32) for _ in range(count)]


def test_golden_numbers() -> None:
    """Written down once; a change of any of them changes every exercise ever made."""
    stream = Stream("golden", "v01", "S07", 3)
    assert [stream.below(1000) for _ in range(8)] == GOLDEN_BELOW
    assert [stream.between(-3, 3) for _ in range(8)] == GOLDEN_BETWEEN
    assert [round(stream.uniform(), 12) for _ in range(3)] == GOLDEN_UNIFORM
    assert [round(stream.normal(), 12) for _ in range(3)] == GOLDEN_NORMAL
    assert stream.shuffled("ABCDEFGH") == GOLDEN_SHUFFLED
    assert stream.sample(range(100), 5) == GOLDEN_SAMPLE
    assert [stream.weighted("ABC", (1, 2, 3)) for _ in range(8)] == GOLDEN_WEIGHTED
    assert Stream("golden", "v01").whole_seed() == GOLDEN_SEED


def test_another_process_draws_the_same() -> None:
    code = "from simulator.randomness import Stream as S; print(S('golden', 'v01', 'S07', 3).below(1 << 64), end='')"
    environment = {**os.environ, "PYTHONHASHSEED": "99"}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert int(run.stdout) == Stream("golden", "v01", "S07", 3).below(1 << 64)


@given(st.text(max_size=4), paths, st.text(max_size=4), paths)
def test_other_places_draw_other_numbers(
    seed: str, path: tuple[str | int, ...], other_seed: str, other: tuple[str | int, ...]
) -> None:
    same = (seed, *((type(part), part) for part in path)) == (other_seed, *((type(part), part) for part in other))
    assert (draws(Stream(seed, *path)) == draws(Stream(other_seed, *other))) == same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("s", "a", "bc"), ("s", "ab", "c")),
        (("s", "a"), ("sa",)),
        (("s", "1"), ("s", 1)),
        (("s", ""), ("s",)),
        (("s", "a", ""), ("s", "", "a")),
        (("s", "a", "b"), ("s", "b", "a")),
        (("s", 12, 3), ("s", 1, 23)),
    ],
)
def test_parts_of_a_path_never_run_into_each_other(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert draws(Stream(*one)) != draws(Stream(*other))


def test_a_place_below_is_the_same_by_whatever_way_it_is_reached() -> None:
    assert draws(Stream("s", "a").at("b", 1)) == draws(Stream("s", "a", "b", 1)) == draws(Stream("s").at("a").at("b").at(1))


def test_what_is_drawn_in_one_place_shifts_nothing_elsewhere() -> None:
    quiet, busy = Stream("s", "v01"), Stream("s", "v01")
    draws(busy, 1000)
    busy.at("S01").shuffled(range(50))
    assert draws(quiet.at("S02")) == draws(busy.at("S02"))
    before = Stream("s", "v01")
    first = draws(before, 3)
    before.at("S03").normal()
    assert first + draws(before, 3) == draws(quiet, 6)


@pytest.mark.parametrize("bound", [2, 3, 7, 10, 64, 100])
def test_below_is_uniform(bound: int) -> None:
    """Chi-square of 20 000 draws; the bound lies about four deviations above its mean."""
    count = 20_000
    stream = Stream("uniform", bound)
    seen = Counter(stream.below(bound) for _ in range(count))
    assert set(seen) == set(range(bound))
    square = sum((seen[each] - count / bound) ** 2 / (count / bound) for each in range(bound))
    freedom = bound - 1
    assert square < freedom + 4 * (2 * freedom) ** 0.5 + 6


def test_below_has_no_lean_where_the_bound_is_no_power_of_two() -> None:
    """A remainder taken of 64 bits without care leans by half to small numbers at three quarters of the range."""
    bound = 3 << 62
    stream = Stream("lean")
    low = sum(stream.below(bound) < bound // 3 for _ in range(3000))
    assert 900 < low < 1100


def test_neighbouring_places_do_not_lean_on_each_other() -> None:
    first = np.array([Stream("s", place).uniform() for place in range(4000)])
    assert abs(np.corrcoef(first[:-1], first[1:])[0, 1]) < 0.06
    assert abs(first.mean() - 0.5) < 0.02


def test_normal_is_normal() -> None:
    stream = Stream("normal")
    drawn = np.array([stream.normal() for _ in range(20_000)])
    assert abs(drawn.mean()) < 0.03
    assert abs(drawn.std() - 1) < 0.03
    for quantile, share in ((-1.959964, 0.025), (-0.674490, 0.25), (0.674490, 0.75), (1.959964, 0.975)):
        assert abs((drawn < quantile).mean() - share) < 0.015


def test_chance_and_weights() -> None:
    stream = Stream("weights")
    assert abs(sum(stream.chance(0.3) for _ in range(10_000)) - 3000) < 200
    drawn = Counter(stream.weighted("ABCD", (1, 0, 2, 1)) for _ in range(8000))
    assert drawn["B"] == 0
    assert abs(drawn["C"] - 4000) < 200
    assert abs(drawn["A"] - 2000) < 200


def test_every_order_is_as_likely() -> None:
    stream = Stream("orders")
    orders = Counter(stream.shuffled("ABCD") for _ in range(12_000))
    assert len(orders) == 24
    assert max(orders.values()) - min(orders.values()) < 160
    pairs = Counter(frozenset(stream.sample("ABCDE", 2)) for _ in range(10_000))
    assert set(pairs) == {frozenset(pair) for pair in combinations("ABCDE", 2)}
    assert max(pairs.values()) - min(pairs.values()) < 200


@given(st.integers(-50, 50), st.integers(0, 60), paths)
def test_between_keeps_its_limits(low: int, width: int, path: tuple[str | int, ...]) -> None:
    assert low <= Stream("limits", *path).between(low, low + width) <= low + width


@given(st.lists(st.integers(), max_size=20), st.data())
def test_a_sample_takes_each_place_at_most_once(items: list[int], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(items)))
    sampled = Stream("sample", len(items)).sample(items, count)
    assert len(sampled) == count
    assert not Counter(sampled) - Counter(items)
    assert sorted(Stream("shuffle").shuffled(items)) == sorted(items)


@pytest.mark.parametrize("bound", [0, -1, (1 << 64) + 1])
def test_bounds_that_mean_nothing_are_refused(bound: int) -> None:
    with pytest.raises(ValueError, match="bound"):
        Stream("s").below(bound)


def test_more_than_there_is_cannot_be_sampled() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        Stream("s").sample("AB", 3)
