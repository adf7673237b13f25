"""Goods: words that cannot be mistaken, weights and cartons as in the trade, prices within what was observed."""

from __future__ import annotations

from itertools import combinations
from statistics import median, quantiles

import pytest

from simulator.reference.brands import brands
from simulator.reference.containers import container_types
from simulator.reference.goods import Goods, goods, kilogram_prices, sectors
from simulator.reference.prices import price_level, unit_values
from simulator.reference.trades import trades
from simulator.reference.vague_words import vague_words
from simulator.wording import significant_words

ALL = tuple(goods().values())
PLAIN = tuple(kind for kind in ALL if not kind.brandable)
LANGUAGES = ("en", "es")


def words(kind: Goods, language: str) -> frozenset[str]:
    return significant_words(kind.description.text(language)) | significant_words(kind.other_words.text(language))


def carton_grams(kind: Goods, pieces: int) -> tuple[float, float]:
    """Net and gross grams of a carton of middle pieces."""
    net = pieces * sum(kind.piece_grams) / 2
    return net, net + kind.carton_tare_grams


@pytest.mark.parametrize("language", LANGUAGES)
def test_goods_of_different_headings_share_no_word(language: str) -> None:
    for one, other in combinations(ALL, 2):
        if one.heading != other.heading:
            assert not words(one, language) & words(other, language), (one.id, other.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_description_says_all_that_another_says(language: str) -> None:
    for one, other in combinations(ALL, 2):
        first, second = (significant_words(kind.description.text(language)) for kind in (one, other))
        assert first, one.id
        assert not first <= second, (one.id, other.id)
        assert not second <= first, (one.id, other.id)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.id)
def test_descriptions_and_other_words_share_no_word(kind: Goods) -> None:
    for language in LANGUAGES:
        assert not significant_words(kind.description.text(language)) & significant_words(kind.other_words.text(language))


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.id)
def test_prices_overlap_what_was_observed(kind: Goods) -> None:
    observed, factor = unit_values()[kind.price_heading], price_level().factor
    low, high = kilogram_prices(kind)
    assert low <= observed.p90 * factor
    assert high >= observed.p10 * factor


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.id)
def test_a_container_holds_a_sensible_number_of_cartons(kind: Goods) -> None:
    forty = container_types()["42G1"]
    length, width, height = kind.carton_cm
    cubic_metres = length * width * height / 1e6
    for pieces in kind.pieces_per_carton:
        _, gross = carton_grams(kind, pieces)
        assert 60 <= gross / 1000 / cubic_metres <= 1700
        count = min(forty.cubic_metres / cubic_metres, forty.payload_kg / (gross / 1000))
        assert 90 <= count <= 6000


def test_net_against_gross_is_as_in_the_trade() -> None:
    ratios = [net / gross for kind in ALL for net, gross in [carton_grams(kind, max(kind.pieces_per_carton))]]
    assert min(ratios) > 0.6
    assert max(ratios) < 0.995
    assert 0.82 <= median(ratios) <= 0.92
    assert quantiles(ratios, n=20)[0] <= 0.78


def test_kilograms_a_package_are_as_in_the_trade() -> None:
    kilograms = [carton_grams(kind, pieces)[1] / 1000 for kind in ALL for pieces in kind.pieces_per_carton]
    assert min(kilograms) < 4.5
    assert 8 <= median(kilograms) <= 16
    assert max(kilograms) > 100


def test_there_are_enough_kinds() -> None:
    assert len(ALL) >= 150
    assert len(PLAIN) >= 100
    assert len(sectors()) >= 14


def test_what_flies_is_of_many_sectors() -> None:
    flying = [kind for kind in ALL if kind.by_air]
    assert len(flying) >= 60
    assert len({kind.sector for kind in flying if kind.plain}) >= 14
    assert {brand.id for brand in brands().values()} - {
        brand.id for brand in brands().values() for line in brand.lines if goods()[line.goods].by_air
    } <= {"voltemir"}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.id)
def test_descriptions_fit_their_boxes(kind: Goods) -> None:
    for language in LANGUAGES:
        assert len(kind.description.text(language)) <= 45
        assert len(kind.other_words.text(language)) <= 45


def test_every_sector_has_a_trade_and_vague_words() -> None:
    assert set(trades()) == set(sectors())
    assert trades()["clothing"].es == "ROPA"
    for sector in sectors():
        assert len(vague_words().fitting(sector)) >= 7
    assert all(len(trade.words.text(language)) <= 42 for trade in trades().values() for language in LANGUAGES)


def test_most_brandable_goods_are_also_shipped_plain() -> None:
    brandable = [kind for kind in ALL if kind.brandable]
    assert sum(kind.plain for kind in brandable) >= 0.6 * len(brandable)


def test_brandable_goods_have_a_brand() -> None:
    used = {line.goods for brand in brands().values() for line in brand.lines}
    assert used == {kind.id for kind in ALL if kind.brandable}


def test_genuine_products_are_dearer_than_plain_ones() -> None:
    for brand in brands().values():
        for line in brand.lines:
            assert line.price_cents[0] >= 0.9 * goods()[line.goods].price_cents[1], (brand.id, line.goods)
