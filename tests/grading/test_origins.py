from __future__ import annotations

from builders_class import answers, changed
from builders_key import EXAMINE, LAWFUL, TEMPTING

from simulator.grading.class_rates import Rate
from simulator.grading.origins import OriginRates, origin_rates


def test_false_alarms_are_counted_by_origin_and_apart_where_nothing_was_odd() -> None:
    every = [
        *answers(changed(LAWFUL, origin="CN"), "llle"),
        *answers(changed(TEMPTING, origin="CN"), "eedl"),
        *answers(changed(LAWFUL, origin="BR", item="other"), "ll"),
        *answers(changed(EXAMINE, origin="BR"), "eeee"),  # a signal: no false alarm can be had
    ]
    assert origin_rates(each for _, each in every) == (
        OriginRates("BR", 1, Rate(0, 2), Rate(0, 2)),
        OriginRates("CN", 2, Rate(4, 8), Rate(1, 4)),
    )


def test_the_same_papers_in_two_variants_are_one_shipment() -> None:
    key = changed(LAWFUL, origin="CN")
    every = [*answers(key, "ll", "v01"), *answers(changed(key, id="C01"), "ll", "v02")]
    assert [each.shipments for each in origin_rates(each for _, each in every)] == [1]


def test_a_key_that_tells_no_origin_gives_no_table() -> None:
    assert origin_rates(each for _, each in answers(LAWFUL, "llee")) == ()
