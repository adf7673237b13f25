"""The rule by which consignments are chosen for the class, on answers that can be counted by eye."""

from __future__ import annotations

from builders_class import answers, changed
from builders_key import DETAIN, EXAMINE, LAWFUL, QUERY, TEMPTING
from hypothesis import given
from hypothesis import strategies as st

from simulator.grading.class_rates import InVariant, Rate
from simulator.grading.discussion import Discussed, to_discuss


def reasons(chosen: tuple[Discussed, ...]) -> list[tuple[str, str]]:
    return [(each.slot, each.reason) for each in chosen]


def test_each_reason_has_its_slot_and_its_count() -> None:
    found = to_discuss(
        [
            *answers(DETAIN, "llqd"),  # 3 of 4 let it pass
            *answers(LAWFUL, "llle"),  # 1 of 4 stopped it
            *answers(QUERY, "lqqq"),  # pairs: 6, of which 3 differ
        ]
    )
    assert reasons(found) == [("S02", "missed"), ("S05", "stopped"), ("S04", "disagreed")]
    assert [each.rate for each in found] == [Rate(3, 4), Rate(1, 4), Rate(3, 6)]
    assert found[0].decisions == {"release": 2, "query": 1, "revenue": 0, "examine": 0, "detain": 1}


def test_examine_where_the_key_holds_is_no_miss_but_a_disagreement() -> None:
    (found,) = to_discuss(answers(DETAIN, "eedd"))
    assert (found.reason, found.rate) == ("disagreed", Rate(4, 6))


def test_what_fewer_than_a_quarter_got_wrong_is_left_alone() -> None:
    # One of five let it pass: 20 %, no miss to speak of; but of 10 pairs 4 differ.
    assert reasons(to_discuss(answers(EXAMINE, "leeee"))) == [("S01", "disagreed")]
    # One of nine let it pass: 11 %; of 36 pairs 8 differ: 22 %.
    assert to_discuss(answers(EXAMINE, "leeeeeeee")) == ()
    assert to_discuss(answers(LAWFUL, "llllllllll")) == ()


def test_three_answers_are_too_few() -> None:
    assert to_discuss(answers(DETAIN, "lll")) == ()
    assert reasons(to_discuss(answers(DETAIN, "llll"))) == [("S02", "missed")]


def test_the_worst_go_first_and_no_reason_takes_more_than_two() -> None:
    slots = {"S11": "leee", "S12": "llee", "S13": "llle", "S14": "llll"}
    every = [each for slot, row in slots.items() for each in answers(changed(EXAMINE, slot=slot), row)]
    # The two others are chosen for their disagreement: half and half differ most.
    assert reasons(to_discuss(every)) == [("S14", "missed"), ("S13", "missed"), ("S12", "disagreed"), ("S11", "disagreed")]


def test_of_equal_shares_the_one_with_more_answers_goes_first() -> None:
    every = [*answers(changed(LAWFUL, slot="S01"), "llllee"), *answers(changed(LAWFUL, slot="S02"), "lllleellllee")]
    assert [each.slot for each in to_discuss(every)] == ["S02", "S01"]


def test_the_example_is_the_shipment_on_which_it_happened_most() -> None:
    first, second = changed(DETAIN, item="a"), changed(DETAIN, item="b", id="C09")
    (found,) = to_discuss([*answers(first, "lddd", "v01"), *answers(second, "llld", "v02")])
    assert (found.rate, found.shipments) == (Rate(4, 8), 2)
    assert (found.example.places, found.example.key, found.example.rate) == ((("v02", "C09"),), second, Rate(3, 4))


def test_the_same_papers_in_two_variants_are_one_shipment() -> None:
    moved = changed(TEMPTING, id="C01")
    (found,) = to_discuss([*answers(TEMPTING, "ee", "v02"), *answers(moved, "ee", "v01")])
    assert found.shipments == 1
    assert found.example.places == (("v01", "C01"), ("v02", "C06"))
    assert found.example.rate == Rate(4, 4)


@given(st.lists(st.tuples(st.integers(0, 11), st.text("lqred", min_size=1, max_size=9)), max_size=14))
def test_never_more_than_six_and_none_twice(rows: list[tuple[int, str]]) -> None:
    kinds = (DETAIN, EXAMINE, LAWFUL, QUERY)
    every: list[InVariant] = []
    for number, letters in rows:
        every += answers(changed(kinds[number % 4], slot=f"S{number:02d}", item=f"item {number}"), letters)
    found = to_discuss(every)
    assert len(found) <= 6
    assert len({each.slot for each in found}) == len(found)
    assert all((each.rate.share or 0) >= 0.25 and sum(each.decisions.values()) >= 4 for each in found)
