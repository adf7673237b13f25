"""The comparison of simulated with real shipments: its figures by hand, and a page and plots that say what was found."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from cli.running import Here, assert_refused
from trade.drawing import consignment, mixed

from simulator.formats.key import Bilingual
from simulator.reference.real_shipments import Measure, real_shipments
from simulator.reports.realism.measuring import Compared, compared, is_near, leading_digits, quantiles, shares
from simulator.reports.realism.page import markdown
from simulator.reports.realism.plots import digits, distributions, ranges
from simulator.reports.realism.run import Realism, Sample, realism
from simulator.reports.realism.style import particulars

SHIPMENTS = mixed(60)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    return Here(monkeypatch, capsys)


def found() -> Realism:
    return realism(Sample("nowhere", "a seed", 3, SHIPMENTS[::2], SHIPMENTS[1::2]))


def measure(*values: float) -> Measure:
    low, middle, high = values
    return Measure("x", Bilingual("Things in a container", "Cosas en un contenedor"), "", (low, middle, high))


def test_quantiles_by_hand() -> None:
    # Between 21 values in a row the quantiles fall on the second, the eleventh and the twentieth.
    assert quantiles(range(21)) == (1, 10, 19)


def test_near_is_within_the_factor_on_either_side() -> None:
    assert is_near(130, 100)
    assert is_near(77, 100)
    assert not is_near(131, 100)
    assert not is_near(76, 100)


def test_each_quantile_is_judged_alone() -> None:
    values = tuple(float(value) for value in range(100, 121))
    one = Compared(measure(101, 220, 60), values, values, ())
    assert one.simulated == (101, 110, 119)
    assert one.ratios == (1, 0.5, 119 / 60)
    assert one.near == (True, False, False)


def test_a_row_is_a_container() -> None:
    """Two containers of 30 and 10 cartons are two values; weights are those of what is in each."""
    single = consignment(0)
    line = replace(
        single.goods[0], packages=40, pieces_per_package=10, piece_grams=900, package_tare_grams=1000, unit_price=125
    )
    first = replace(single.containers[0], loads=(30,))
    shipment = replace(single, goods=(line,), containers=(first, replace(first, loads=(10,))))
    values = {each.real.id: each.values for each in compared((shipment,), ())}
    assert values["packages"] == (10, 30)
    assert values["package_weight"] == (10, 10)
    assert values["gross"] == (100, 300)
    assert values["net_to_gross"] == (0.9, 0.9)
    assert {each.real.id: each.simulated for each in shares((shipment,))} == {"whole_kilograms": 1, "upper_case": 1}
    # 400 pieces at USD 1.25 are USD 500.00.
    assert [each.simulated for each in leading_digits((shipment,))] == [0, 0, 0, 0, 1, 0, 0, 0, 0]


def test_first_digits_are_held_against_what_is_published_and_benfords_law() -> None:
    expected = {each.digit: each.expected for each in leading_digits(SHIPMENTS)}
    assert expected[1] == real_shipments().leading_digits.one
    assert expected[2] == pytest.approx(0.1761, abs=1e-4)
    assert expected[9] == pytest.approx(0.0458, abs=1e-4)


def test_particulars_are_those_of_the_bill() -> None:
    shipment = next(each for each in SHIPMENTS if each.pallets is None and len(each.goods) == 1)
    (line,) = shipment.goods
    told = particulars(shipment)
    assert told[0].endswith("SAID TO CONTAIN")
    assert f"{line.packages} {line.description.en}" in told
    assert f"HS CODE {line.hs}" in told
    assert f"INVOICE {shipment.invoice_number}" in told


def test_the_page_says_what_was_compared_and_what_is_far() -> None:
    page = markdown(found(), "pictures/here")
    assert "scenario `nowhere`, seed `a seed`, 3 variants: 60 shipments" in page
    for told in (
        "packages",
        "kilograms a package",
        "net weight over gross",
        "whole kilograms",
        "begin with 9",
        "Containers a bill",
    ):
        assert told in page
    assert page.count("![") == 3
    assert real_shipments().containers_a_bill.why in page
    far = replace(found().measures[0], real=measure(1, 2, 3))
    assert "no: not explained" in markdown(replace(found(), measures=(far,)), "pictures/here")


def test_plots_are_pictures_with_every_measure() -> None:
    one = found()
    for picture in (ranges(one.measures), distributions(one.measures), digits(one.digits)):
        assert ElementTree.fromstring(picture).tag.endswith("svg")
    for picture in (ranges(one.measures), distributions(one.measures)):
        for each in one.measures:
            assert each.real.title.en in picture


def test_the_command_writes_the_same_page_twice(here: Here, tmp_path: Path) -> None:
    pages = [tmp_path / name / "realism.md" for name in ("one", "two")]
    for page in pages:
        ended = here("realism", "first-hour", "--out", page, "--variants", 1, "--seed", "a seed of this test")
        assert ended.code == 0, ended.err
        assert "figures near the real ones" in ended.out
    one, two = ({path.relative_to(page.parent): path.read_bytes() for path in page.parent.rglob("*.*")} for page in pages)
    assert one == two
    assert len(one) == 4


def test_a_scenario_by_air_is_refused(here: Here, tmp_path: Path) -> None:
    assert_refused(here("realism", "air-warehouse", "--out", tmp_path / "page.md"), "nothing goes by sea")
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_the_page_in_the_docs_is_up_to_date(here: Here, tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs"
    assert here("realism", "monterrey", "--variants", 100, "--out", tmp_path / "realism.md").code == 0
    for path in (path for path in tmp_path.rglob("*.*") if path.is_file()):
        written = docs / path.relative_to(tmp_path)
        assert path.read_bytes() == written.read_bytes(), (
            f"run simulator realism monterrey --variants 100: {written} is behind"
        )
