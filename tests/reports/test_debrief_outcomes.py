"""What is told of each finding and flag, and which mark each box gets, worked out by hand."""

from __future__ import annotations

from builders_key import BILL, CARD, DETAIN, EXAMINE, INVOICE, LAWFUL, TEMPTING, consignment, evidence, finding

from simulator.formats.key import KeyConsignment
from simulator.formats.submission import Answer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import grade_consignment
from simulator.reports.debrief.outcomes import Outcome, outcome

CODES = (*BILL, *INVOICE, *CARD)


def told(key: KeyConsignment, *flags: str, answered: bool = True) -> Outcome:
    answer = Answer(key.id, "examine", 2, flags) if answered else None
    return outcome(grade_consignment(key, answer, CODES, DEFAULT_SCORING), CODES)


def marks(made: Outcome) -> dict[str, tuple[str, str]]:
    return {" ".join(sorted(each.boxes)): (each.kind, " ".join(each.letters)) for each in made.marks}


def test_a_box_that_was_flagged_is_found_and_the_other_side_shows_it_too() -> None:
    made = told(EXAMINE, "BL-15B.1")
    assert marks(made) == {"INV-14.1": ("also", "A"), "BL-15b.1": ("found", "A")}
    assert [(each.letter, each.seen, each.flagged) for each in made.findings] == [("A", True, {"BL-15b.1"})]


def test_all_that_shows_a_finding_is_missed_where_none_of_it_was_flagged() -> None:
    assert marks(told(EXAMINE)) == {"INV-14.1": ("missed", "A"), "BL-15b.1": ("missed", "A")}
    assert marks(told(EXAMINE, answered=False)) == marks(told(EXAMINE))


def test_what_follows_is_right_where_flagged_and_the_finding_missed_all_the_same() -> None:
    made = told(EXAMINE, "INV-16")
    assert marks(made) == {"INV-14.1": ("missed", "A"), "BL-15b.1": ("missed", "A"), "INV-16": ("found", "A")}
    assert not made.findings[0].seen


def test_letters_run_through_findings_look_alikes_and_stray_flags() -> None:
    made = told(DETAIN, "INV-14.2", "BL-15A.1", "INV-5", "INV-16", "BL-20")
    assert [each.letter for each in (*made.findings, *made.look_alikes, *made.strays)] == ["A", "B", "C", "D", "E"]
    assert marks(made) == {
        "INV-14.2": ("found", "A"),
        "BL-2a": ("missed", "B"),
        "BL-15a.1": ("look_alike", "C"),
        "INV-5": ("wrong", "D"),
        "INV-16": ("wrong", "E"),
        "BL-20": ("neutral", "A"),
    }


def test_a_look_alike_that_was_left_alone_has_no_mark() -> None:
    assert marks(told(TEMPTING)) == {}
    assert not told(TEMPTING).look_alikes[0].seen
    assert marks(told(TEMPTING, "INV-14.1")) == {"INV-14.1": ("look_alike", "A")}
    assert told(TEMPTING, "INV-14.1").look_alikes[0].seen


def test_a_flag_without_cause_that_leaves_the_row_open_is_one_mark_round_all_that_it_means() -> None:
    made = told(LAWFUL, "INV-14", "CARD-4A")
    assert marks(made) == {"INV-14.1 INV-14.2": ("wrong", "A"), "CARD-4a.1 CARD-4a.2": ("wrong", "B")}


def test_a_box_of_two_findings_is_marked_once_for_both() -> None:
    both = consignment(
        "C01", "detain",
        (finding("G08", evidence("INV-14.1")), finding("X03", evidence("INV-14.1"), evidence("BL-20", "against"))),
    )  # fmt: skip
    assert marks(told(both, "INV-14.1")) == {"INV-14.1": ("found", "A B"), "BL-20": ("also", "B")}
    assert marks(told(both, "BL-20")) == {"INV-14.1": ("missed", "A B"), "BL-20": ("found", "B")}


def test_letters_go_on_behind_z() -> None:
    codes = tuple(f"INV-{number}" for number in range(100, 140))
    graded = grade_consignment(LAWFUL, Answer("C05", "examine", 1, codes), codes, DEFAULT_SCORING)
    letters = [each.letter for each in outcome(graded, codes).strays]
    assert letters[:2] + letters[25:28] == ["A", "B", "Z", "A2", "B2"]
    assert len(set(letters)) == 40
