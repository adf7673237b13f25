"""The page on own marks names every key, every limit and the refusals as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from simulator.errors import BadInput
from simulator.formats.brands import OwnBrand, OwnLicensee, OwnMaker, OwnProduct
from simulator.pack.own_brands import load_brands
from simulator.reference.brands import shipped_brands
from simulator.trade import own_brand_checks as limits
from simulator.trade.own_parties import COUNTRIES, countries_of_production

PAGE = (Path(__file__).parents[1] / "docs" / "brands.md").read_text("utf-8")
SECTIONS = {part.splitlines()[0]: part for part in PAGE.split("\n## ")}
LEAST = SECTIONS["The least"].split("```toml\n")[1].split("```")[0]


def rows(section: str) -> dict[str, tuple[str, str]]:
    """Each key of a section's table with its default and meaning."""
    (text,) = (part for title, part in SECTIONS.items() if section in title)
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| `")]
    return {key.strip("` "): (each[1], each[2]) for each in cells for key in each[0].split(",")}


def required(*records: type[msgspec.Struct]) -> set[str]:
    fields = [field for record in records for field in msgspec.structs.fields(record)]
    return {field.encode_name for field in fields if field.default is msgspec.NODEFAULT}


@pytest.mark.parametrize(
    ("section", "records"),
    [("Keys of a mark", (OwnBrand,)), ("`[[brand.product]]`", (OwnProduct,)), ("invented ones", (OwnMaker, OwnLicensee))],
)
def test_every_key_is_told_and_no_other(section: str, records: tuple[type[msgspec.Struct], ...]) -> None:
    told = rows(section)
    assert set(told) == {field.encode_name for record in records for field in msgspec.structs.fields(record)}
    assert {key for key, (default, _) in told.items() if default == "required"} | {"address"} >= required(*records)


def test_limits_are_those_in_force() -> None:
    marks, products = rows("Keys of a mark"), rows("`[[brand.product]]`")
    assert f"At most {limits.LONGEST_MARK} signs, {limits.WORD_OF_MARK} a word" in marks["mark"][1]
    assert f"up to {limits.MODELS} a mark" in products["models"][1]
    assert f"at most {limits.LONGEST_MODEL} signs and {limits.WORD_OF_MODEL} a word" in products["models"][1]
    assert f"at most {limits.LONGEST_NAME} signs" in rows("invented ones")["name"][1]
    assert ", ".join(countries_of_production()) in marks["made_in"][1]
    assert (limits.PRODUCTS, limits.MAKERS, COUNTRIES) == (4, 6, 6)
    assert f"The {len(shipped_brands())} brands of the product" in PAGE


def test_the_least_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "marks.toml"
    path.write_text(LEAST, "utf-8")
    assert [brand.mark for brand in load_brands(path)] == ["Queltrebo"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("running-shoes", "running-shoe"),
        ("Queltrebo", "Nord+"),
        ("Brío GTX", "Supernova9000"),
        ('"Sendero"]', '"Sendero"]\nprice = [3, 6]'),
    ],
)
def test_refusals_are_told_as_they_are_printed(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "marks.toml"
    path.write_text(LEAST.replace(old, new), "utf-8")
    with pytest.raises(BadInput) as raised:
        load_brands(path)
    told = [line[3 : line.index("` |")] for line in SECTIONS["Refusals"].splitlines() if line.startswith("| `")]
    said = str(raised.value).removeprefix(f"{path}: ")
    assert any(re.fullmatch(".*".join(map(re.escape, each.split("..."))), said) for each in told), said
