from __future__ import annotations

from builders_class import answers, changed
from builders_key import DETAIN, EXAMINE, LAWFUL, QUERY, TEMPTING

from simulator.grading.by_kind import family_rates, plain_false_alarms, seen_by_rates
from simulator.grading.class_rates import Rate

# DETAIN shows G08 (goods, infringement) and P07 (parties, documentary) and carries H06 (routing); TEMPTING carries H12.
EVERY = [
    *answers(DETAIN, "del", flags=("INV-14.2",)),
    *answers(QUERY, "ql"),
    *answers(TEMPTING, "eell", flags=("INV-14.1",)),
    *answers(LAWFUL, "dlll"),
]


def test_hits_and_false_alarms_by_family() -> None:
    found = {each.kind: each for each in family_rates(each for _, each in EVERY)}
    assert list(found) == ["routing", "parties", "goods", "value"]
    assert (found["goods"].hits, found["goods"].seen) == (Rate(2, 3), Rate(3, 3))
    # P07 is documentary: it makes no signal; and nobody flagged it, nor P08 on the query case.
    assert (found["parties"].hits, found["parties"].seen) == (Rate(0, 0), Rate(0, 5))
    assert (found["value"].false_alarms, found["value"].misled) == (Rate(2, 4), Rate(4, 4))
    # The look-alike on a signal can mislead, but a signal is no false alarm.
    assert (found["routing"].false_alarms, found["routing"].misled) == (Rate(0, 0), Rate(0, 3))


def test_what_is_seen_in_two_ways_counts_under_both() -> None:
    (shown,) = EXAMINE.findings
    both = changed(EXAMINE, findings=(changed(shown, seen_by=("glance", "card")),))
    found = seen_by_rates(each for _, each in answers(both, "el"))
    assert [(each.kind, each.hits) for each in found] == [("glance", Rate(1, 2)), ("card", Rate(1, 2))]


def test_what_carries_no_look_alike_is_told_apart() -> None:
    assert plain_false_alarms(each for _, each in EVERY) == Rate(1, 4)


def test_nothing_answered_gives_no_lines() -> None:
    assert family_rates(()) == ()
    assert seen_by_rates(()) == ()
