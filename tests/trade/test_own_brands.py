"""An instructor's own marks made whole: his words as told, invented parties around them, the rules of the shipped brands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.formats.brands import OwnBrand, OwnLicensee, OwnMaker, OwnProduct
from simulator.formats.key import Bilingual
from simulator.numbers import is_rfc
from simulator.reference.brand_checks import check_brand
from simulator.reference.brands import Brand, shipped_brands
from simulator.reference.companies import tax_letters
from simulator.reference.goods import goods
from simulator.reference.parties import parties
from simulator.reference.tables import DATA
from simulator.trade.market import market
from simulator.trade.own_brands import genuine_price, own_brands
from simulator.trade.own_parties import as_typed

BRANDABLE = [kind for kind in goods().values() if kind.brandable]
SHOES = OwnProduct("running-shoes", ("Corsa 1", "Brío"))
LEAST = OwnBrand("Queltrebo", (SHOES,))
LICENSEE = OwnLicensee(
    "Ropería Belamonte, S.A. de C.V.",
    "RBE010822KS6",
    ("Calle Durango No. 219, Col. Roma", "C.P. 06700, México, D.F."),
    "México",
    "D.F.",
    "+52 (55) 5514 8093",
)


def whole(told: OwnBrand) -> Brand:
    return own_brands((told,))[0]


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZÑ0123456789", min_size=1, max_size=14), st.sampled_from(BRANDABLE))
def test_a_mark_and_a_product_are_enough_for_a_brand_that_keeps_every_rule(mark: str, kind: object) -> None:
    brand = whole(OwnBrand(mark, (OwnProduct(getattr(kind, "id"), ("A 1",)),)))  # noqa: B009
    check_brand(brand, Path("own.toml"), DATA)
    assert {brand.mark} == {mark}
    assert len({licensee.name for licensee in brand.licensees}) == 2
    for licensee in brand.licensees:
        assert is_rfc(licensee.rfc)
        assert licensee.rfc.startswith(tax_letters(licensee.name))
        assert f"{licensee.city}, {licensee.state}" in " ".join(licensee.address)
    for maker in brand.makers:
        assert maker.city in " ".join(maker.address)
        assert maker.city in {city.name for city in parties()[maker.country].cities}


def test_what_is_told_stands_as_it_is_typed_on_bills() -> None:
    brand = whole(
        OwnBrand(
            "Peñalba  Über",
            (OwnProduct("t-shirts", ("Único", "ß 2"), (5.2, 10.5)), SHOES),
            owner="Peñalba S.A.",
            carton_marks=Bilingual("Two sides.", "Dos costados."),
            how_fakes_differ="Sin costura\n roja.",
        )
    )
    assert (brand.mark, brand.owner) == ("PEÑALBA UBER", "PEÑALBA S.A.")
    assert brand.lines[0].models == ("UNICO", "SS 2")
    assert brand.lines[0].price_cents == (520, 1050)
    assert (brand.carton_marks.en, brand.carton_marks.es) == ("Two sides.", "Dos costados.")
    assert brand.how_fakes_differ.en == brand.how_fakes_differ.es == "Sin costura roja."
    assert (brand.class_of_goods.en, brand.class_of_goods.es) == ("CLOTHING, FOOTWEAR", "ROPA, CALZADO")


def test_prices_that_are_not_told_are_dearer_than_plain_goods() -> None:
    # Plain trainers begin at USD 13.00: two and a half times that, and 1.8 times this at the top.
    assert genuine_price(goods()["running-shoes"]) == (3250, 5850)
    for kind in BRANDABLE:
        low, high = genuine_price(kind)
        assert kind.price_cents[0] < low < high


def test_parties_that_are_told_are_taken_and_the_others_invented() -> None:
    countries = ("CN", "VN", "IT", "BR")
    makers = tuple(OwnMaker(f"Fábrica {country}", "Puerto", country) for country in countries)
    other = OwnLicensee("Ludeva, S.A.", "", LICENSEE.address, LICENSEE.city, LICENSEE.state, LICENSEE.telephone)
    brand = whole(OwnBrand("Queltrebo", (SHOES,), maker=makers, licensee=(LICENSEE, other)))
    assert [(maker.name, maker.country, maker.code) for maker in brand.makers] == [
        (f"FABRICA {country}", country, f"QU-F0{place}") for place, country in enumerate(countries, start=1)
    ]
    assert brand.licensees[0].name == "ROPERIA BELAMONTE, S.A. DE C.V."
    assert {each.country for each in brand.contract_makers} <= set(countries)
    assert {maker.country for maker in whole(OwnBrand("Queltrebo", (SHOES,), made_in=countries)).makers} == set(countries)


def test_a_mark_has_the_same_parties_in_every_file() -> None:
    alone = whole(LEAST)
    second = own_brands((OwnBrand("Mosvante", (SHOES,)), OwnBrand("queltrebo", (SHOES, OwnProduct("t-shirts", ("K",))))))[1]
    assert (second.makers, second.licensees, second.owner) == (alone.makers, alone.licensees, alone.owner)
    assert second.id != alone.id


def test_factory_codes_tell_own_marks_from_each_other_and_from_the_shipped_ones() -> None:
    marks = ("Kalvado", "Kalvera", "Kalvina", "Oxel", "88", "Ñ")
    brands = market(tuple(OwnBrand(mark, (SHOES,)) for mark in marks)).all
    codes = [brand.makers[0].code[:2] for brand in brands]
    assert len(set(codes)) == len(codes)
    assert len({brand.id for brand in brands}) == len(brands)


def test_without_own_marks_the_market_is_the_shipped_one() -> None:
    assert market(()).all == shipped_brands()
    assert market(()).own == ()


@pytest.mark.parametrize(
    ("given", "typed"),
    [("Niño's", "NIÑO'S"), ("n\u0303u", "ÑU"), ("  a   b ", "A B"), ("Ä-1", "AE-1"), ("São", "SAO"), ("Æ", "Æ")],
)
def test_words_as_typed(given: str, typed: str) -> None:
    assert as_typed(given) == typed
