"""A file of own marks: what is wrong with it is one sentence that names file and place, whatever stands in it."""

from __future__ import annotations

import json
import math
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.brands import OwnBrand, OwnLicensee, OwnLogo, OwnMaker, OwnProduct
from simulator.pack.own_brands import load_brands
from simulator.trade.market import market

EXAMPLE = Path(__file__).parents[2] / "docs" / "brands-example.toml"
LICENSEE = {
    "name": "Ropería Belamonte, S.A. de C.V.",
    "rfc": "RBE010822KS6",
    "address": ["Calle Durango No. 219, Col. Roma", "C.P. 06700, México, D.F."],
    "city": "México",
    "state": "D.F.",
    "telephone": "+52 (55) 5514 8093",
}
OTHER = {**LICENSEE, "name": "Comercial Treviana de Moda, S.A. de C.V.", "rfc": "CTM980316T49"}
MAKERS = [{"name": f"Fabril {country}", "city": "Puerto", "country": country} for country in ("CN", "VN", "IT", "BR")]


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml(str(key))} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value).lower() if isinstance(value, bool) else repr(value)


def written(folder: Path, *brands: Any, **top: Any) -> Path:
    path = folder / "marks.toml"
    data = {"format": 1, "brand": list(brands), **top}
    path.write_text("\n".join(f"{key} = {toml(value)}" for key, value in data.items()), "utf-8")
    return path


def brand(**changes: Any) -> dict[str, Any]:
    """A mark that is right, changed; None takes a key away."""
    whole = {"mark": "Queltrebo", "product": [product()], **changes}
    return {key: value for key, value in whole.items() if value is not None}


def product(**changes: Any) -> dict[str, Any]:
    return {"goods": "running-shoes", "models": ["Corsa 1", "Brío"], **changes}


def test_the_example_of_the_documentation_is_right() -> None:
    first, second = load_brands(EXAMPLE)
    assert (first.mark, second.mark) == ("Queltrebo", "Mosvante")
    assert market((first, second)).own[1].lines[1].price_cents == (280, 560)


def test_parties_may_be_told(tmp_path: Path) -> None:
    (told,) = load_brands(written(tmp_path, brand(maker=MAKERS, licensee=[LICENSEE, OTHER])))
    assert [each.rfc for each in told.licensee] == ["RBE010822KS6", "CTM980316T49"]


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"mark": None}, "brand[0]", "a key is missing: `mark`"),
    ({"colour": "red"}, "brand[0]", "there is no such key: `colour`"),
    ({"mark": ""}, "brand[0].mark", "'' cannot be typed on a bill"),
    ({"mark": "日本"}, "brand[0].mark", "cannot be typed on a bill"),
    ({"mark": "Nord+"}, "brand[0].mark", "cannot be typed on a bill"),
    ({"mark": "Queltrebonissimo"}, "brand[0].mark", "has 16 signs and columns hold 14; part it by a space"),
    ({"mark": "Quel Trebo Nissimo Grande"}, "brand[0].mark", "has 25 signs; 24 are the most"),
    ({"mark": "Triple AAA"}, "brand[0].mark", "AAA beside a mark is a sign of copies"),
    ({"product": [product(models=["LR03", "Réplica 2"])]}, "brand[0].product[0].models[1]", "leave it out of REPLICA 2"),
    ({"mark": "Kalvedro"}, "brand[0].mark", "KALVEDRO is one of the marks that ship with the program"),
    ({"product": []}, "brand[0].product", "write one to 4 tables [[brand.product]]"),
    ({"product": [product(goods="running-shoe")]}, "brand[0].product[0].goods", "use one of running-shoes"),
    ({"product": [product(goods="refrigerators")]}, "brand[0].product[0].goods", "no goods 'refrigerators' that bear marks"),
    ({"product": [product(), product()]}, "brand[0].product[1].goods", "stands at product[0] too"),
    ({"product": [product(models=[])]}, "brand[0].product[0].models", "write one at least"),
    ({"product": [product(models=["A", "á"])]}, "brand[0].product[0].models[1]", "A stands at product[0].models[0] too"),
    ({"product": [product(models=["Supernova9000"])]}, "brand[0].product[0].models[0]", "columns hold 11"),
    ({"product": [product(models=[f"M {n}" for n in range(25)])]}, "brand[0].product", "the card has room for 24"),
    ({"product": [product(price=[30])]}, "brand[0].product[0].price", "expected `array` of length 2"),
    ({"product": [product(price=[30, 31])]}, "brand[0].product[0].price", "1.2 to 3 times the lowest"),
    ({"product": [product(price=[0, 31])]}, "brand[0].product[0].price", "no price of a piece"),
    ({"product": [product(price=[math.nan, 31])]}, "brand[0].product[0].price", "no price of a piece"),
    ({"product": [product(price=[30.001, 51])]}, "brand[0].product[0].price", "write whole cents"),
    ({"product": [product(price=[3, 6])]}, "brand[0].product[0].price", "plain running-shoes cost, 13.00"),
    ({"owner": "日本"}, "brand[0].owner", "cannot be typed"),
    ({"owner_address": ["A", "B", "C", "D"]}, "brand[0].owner_address", "three are the most"),
    ({"class_of_goods": {"en": "Shoes"}}, "brand[0].class_of_goods", "a key is missing: `es`"),
    ({"carton_marks": " "}, "brand[0].carton_marks", "the text is empty"),
    ({"carton_marks": "鞋"}, "brand[0].carton_marks", "cannot be printed; write it with Latin letters"),
    ({"how_fakes_differ": "very " * 300}, "brand[0].how_fakes_differ", "has no room on the card; write it shorter"),
    ({"logo": {"shape": "star", "letters": "Q"}}, "brand[0].logo.shape", "use one of circle, shield"),
    ({"logo": {"shape": "bar", "letters": "QUEL"}}, "brand[0].logo.letters", "one to three letters"),
    ({"made_in": ["CN", "VN"]}, "brand[0].made_in", "write four to 8 countries"),
    ({"made_in": ["CN", "VN", "IT", "US"]}, "brand[0].made_in", "US: goods of this world come from BR, CN"),
    ({"made_in": ["CN", "VN", "IT", "BR"], "maker": MAKERS}, "brand[0].made_in", "leave made_in out"),
    ({"maker": MAKERS[:3]}, "brand[0].maker", "fewer than four countries"),
    ({"maker": [{**MAKERS[0], "country": "China"}]}, "brand[0].maker[0].country", "'China' is none of BR, CN"),
    ({"maker": [{**MAKERS[0], "name": "x" * 43}]}, "brand[0].maker[0].name", "42 are the most"),
    ({"licensee": [LICENSEE]}, "brand[0].licensee", "describe two or three"),
    ({"licensee": [LICENSEE, LICENSEE]}, "brand[0].licensee", "stands here twice"),
    ({"licensee": [{**LICENSEE, "rfc": "RBE"}, OTHER]}, "brand[0].licensee[0].rfc", "no company's RFC"),
    ({"licensee": [{**LICENSEE, "rfc": "RBE010822KS7"}, OTHER]}, "brand[0]", "the check character of RFC"),
    ({"licensee": [{**LICENSEE, "state": "N.L."}, OTHER]}, "brand[0]", "MEXICO lies in D.F., not in N.L."),
    ({"licensee": [{**LICENSEE, "telephone": "5514"}, OTHER]}, "brand[0].licensee[0].telephone", "write it as"),
]


@pytest.mark.parametrize(("changes", "place", "tells"), FAULTS, ids=[f"{place} {tells}" for _, place, tells in FAULTS])
def test_a_fault_is_told_with_its_place_and_what_would_be_right(
    tmp_path: Path, changes: dict[str, Any], place: str, tells: str
) -> None:
    path = written(tmp_path, brand(**changes))
    with pytest.raises(BadInput) as raised:
        load_brands(path)
    assert str(raised.value).startswith(f"{path}: {place}: ")
    assert tells in raised.value.problem


def test_faults_between_marks_and_of_the_whole_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"brand\[1\].mark: QUELTREBO is described twice, at brand\[0\] too"):
        load_brands(written(tmp_path, brand(), brand(mark="QUELTREBO")))
    with pytest.raises(BadInput, match="brand: no mark is described"):
        load_brands(written(tmp_path))
    with pytest.raises(BadInput, match="41 marks are described; 40 are the most"):
        load_brands(written(tmp_path, *(brand(mark=f"Quel {n}") for n in range(41))))
    with pytest.raises(BadInput, match="format 2 is newer"):
        load_brands(written(tmp_path, brand(), format=2))
    with pytest.raises(BadInput, match="a folder where a file is expected"):
        load_brands(tmp_path)
    with pytest.raises(BadInput, match="there is no such file"):
        load_brands(tmp_path / "none.toml")


def names(*records: type) -> list[str]:
    return sorted({name for record in records for name in record.__struct_fields__})  # type: ignore[attr-defined]


KEYS = [*names(OwnBrand, OwnProduct, OwnMaker, OwnLicensee, OwnLogo), "en", "es", "colour"]
WORDS = st.sampled_from(["Quel", "running-shoes", "CN", "circle", "QT", ""]) | st.text(max_size=20)
SCALARS = WORDS | st.integers() | st.floats() | st.booleans()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
MARKS = st.builds(
    lambda changes, extra: {**brand(), **changes, **extra},
    st.fixed_dictionaries(
        {},
        optional={
            "mark": WORDS,
            "product": st.lists(
                st.fixed_dictionaries(
                    {"goods": st.sampled_from(["t-shirts", "film-dvds", "insulin"]) | WORDS},
                    optional={
                        "models": st.lists(WORDS, max_size=4),
                        "price": st.lists(st.floats() | st.integers(), min_size=2, max_size=2),
                    },
                ),
                max_size=3,
            ),
            "made_in": st.lists(st.sampled_from(["CN", "VN", "IT", "BR", "KR", "US"]), max_size=9),
            "class_of_goods": WORDS | st.fixed_dictionaries({"en": WORDS, "es": WORDS}),
            "how_fakes_differ": st.text(max_size=400),
            "owner": WORDS,
        },
    ),
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=1),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=3) | VALUES)
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_sentence(brands: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), brand=brands)
        refused = problem_of(path)
        if refused is None:
            told = load_brands(path)
            assert len(market(told).own) == len(told) > 0
        else:
            assert refused.startswith(f"{path}: ")
            assert "\n" not in refused


def problem_of(path: Path) -> str | None:
    try:
        load_brands(path)
    except BadInput as error:
        return str(error)
    return None
