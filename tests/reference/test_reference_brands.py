"""Right holders: production, numbers, models, words."""

from __future__ import annotations

from collections import Counter

import pytest

from simulator.numbers import is_rfc
from simulator.reference.brands import Brand, brands
from simulator.reference.companies import tax_letters
from simulator.reference.goods import goods
from simulator.reference.parties import parties
from simulator.reference.ports import ports

ALL = tuple(brands().values())
ORIGINS = {port.country for port in ports().values() if port.role == "origin"}
each_brand = pytest.mark.parametrize("brand", ALL, ids=lambda brand: brand.id)


SECTORS = {
    *("clothing", "footwear", "medicines", "mobile-phones", "films-and-music", "software", "electronics"),
    *("watches-and-accessories", "cosmetics", "toys", "auto-parts"),
}
"""Where right holders ask for help most."""


def test_there_are_two_brands_or_more_of_each_sector_and_no_goods_of_two() -> None:
    assert len(ALL) >= 24
    sectors = Counter(goods()[brand.lines[0].goods].sector for brand in ALL)
    assert set(sectors) == SECTORS
    assert min(sectors.values()) >= 2
    assert len({line.goods for brand in ALL for line in brand.lines}) == sum(len(brand.lines) for brand in ALL)


def test_every_origin_is_about_equally_frequent() -> None:
    counts = Counter(country for brand in ALL for country in brand.origins)
    assert set(counts) == ORIGINS
    assert max(counts.values()) - min(counts.values()) <= 1


@each_brand
def test_a_brand_is_made_in_four_origins_or_more_but_not_in_all(brand: Brand) -> None:
    assert 4 <= len(brand.origins) < len(ORIGINS)
    assert max(Counter(maker.country for maker in brand.makers).values()) <= 2


@each_brand
def test_a_brand_has_a_sector_of_its_own(brand: Brand) -> None:
    assert len({goods()[line.goods].sector for line in brand.lines}) == 1


@each_brand
def test_licensees_have_valid_numbers(brand: Brand) -> None:
    for licensee in brand.licensees:
        assert is_rfc(licensee.rfc)
        assert len(licensee.rfc) == 12
        assert licensee.rfc[:3] == tax_letters(licensee.name)
        assert brand.mark not in licensee.name


@each_brand
def test_makers_codes_begin_alike(brand: Brand) -> None:
    codes = [maker.code for maker in brand.makers] + [maker.code for maker in brand.contract_makers]
    assert len({code[:2] for code in codes}) == 1
    assert brand.contact_mail.endswith(f"@{brand.id}.example")


@each_brand
def test_words_blame_no_place(brand: Brand) -> None:
    places = {"china", "india", "vietnam", "colombia", "corea", "korea", "alemania", "germany", "hamburg", "ningbo"}
    for text in (brand.how_fakes_differ, brand.security_features, brand.carton_marks):
        assert text.en != text.es
        assert not places & set(f"{text.en} {text.es}".lower().replace(",", " ").split())


def test_codes_and_models_tell_brands_apart() -> None:
    models = [model for brand in ALL for line in brand.lines for model in line.models]
    assert len(set(models)) == len(models)
    assert len({brand.makers[0].code[:2] for brand in ALL}) == len(ALL)


def test_makers_and_licensees_stand_where_traders_may() -> None:
    for brand in ALL:
        for maker in (*brand.makers, *brand.contract_makers):
            assert maker.city in {city.name for city in parties()[maker.country].cities}, maker.city
        for licensee in brand.licensees:
            assert licensee.city in {city.name for city in parties()["MX"].cities}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("COMERCIALIZADORA TREVIANO DEL NORTE, S.A. DE C.V.", "CTN"),
        ("ROPERIA BELAMONTE, S.A. DE C.V.", "RBE"),
        ("LUDEVA, S. DE R.L. DE C.V.", "LUD"),
        ("JOYAS Y TIEMPO VALCAZAR, S.A.", "JTV"),
        ("REPRESENTACIONES DE LA CAÑADA, S.C.", "RCA"),
    ],
)
def test_tax_letters_follow_the_name(name: str, letters: str) -> None:
    assert tax_letters(name) == letters
