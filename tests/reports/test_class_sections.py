"""The sections on habits, confidence, agreement and discrimination, on names, and on the drawn papers, read from pages."""

from __future__ import annotations

from typing import Any

from builders_class import changed, people
from builders_key import DETAIN, LAWFUL, QUERY, TEMPTING, evidence, finding, many
from builders_pages import assert_sound, flat, read_pages

from reports.test_heat import truth
from simulator.grading.class_summary import ClassSummary, summarise
from simulator.grading.constant import ConstantAnswer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import RespondentGrade
from simulator.reports.class_report import class_report

KEYS = (DETAIN, LAWFUL, QUERY)


def summary(grades: list[RespondentGrade], language: str = "en") -> ClassSummary:
    return summarise(grades, "P-1", language, DEFAULT_SCORING, ConstantAnswer("release", 40.0))  # type: ignore[arg-type]


def report(grades: list[RespondentGrade], language: str = "en", paper: str = "letter", **more: Any) -> str:
    pdf = class_report(summary(grades, language), "Monterrey", paper, 0, {}, **more)  # type: ignore[arg-type]
    assert_sound(pdf, paper)
    return flat(pdf)


def test_habits_are_told_with_their_intervals() -> None:
    text = report(people(KEYS, *["drl"] * 6, *["elq"] * 5, "rll"))
    # Revenue 7 times of 36 answers; once of 12 signals; query released by 7 of 12; opened and not held by 5 of 12.
    assert "Revenue where it is not the verdict 19 % (10–35 %) 7 of 36" in text
    assert "Signals answered as revenue 8 % (1–35 %) 1 of 12" in text
    assert "Query cases released 58 % (32–81 %) 7 of 12" in text
    assert "Opened, and the right holder not told: 42 % (5/12; 19–68 %)" in text
    # No consignment has the verdict examine: of that nothing is said.
    assert "Held where opening would do" not in text


def test_families_and_ways_stand_beside_what_carries_no_look_alike() -> None:
    text = report(people(KEYS, *["dlq"] * 10, "ldq"))
    assert "of those without any look-alike 9 % (1/11; 2–38 %) were stopped" in text
    assert "goods 91 % (10/11; 62–98 %)" in text


def test_where_every_lawful_shipment_carries_a_look_alike_there_is_nothing_to_compare() -> None:
    text = report(people((DETAIN, TEMPTING), "dl", "ll"))
    assert "there was none without any look-alike" in text


def test_confidence_less_share_right() -> None:
    text = report(people(KEYS, *["dlq"] * 6, *["lll"] * 4, confidence=3))
    # 18 + 4 of 30 are right, 73 %; they said 85 %.
    assert "Mean confidence less share right: 12 points (95 % interval -1 to 29)" in text
    assert "3 · about 85 % 73 % (22/30; 56–86 %)" in text


def test_too_few_marks_give_no_difference() -> None:
    text = report(people(KEYS, "dlq", "dll", confidence=2))
    assert "Only 6 answers bear a mark of confidence; from fewer than 10 no difference is given." in text
    assert "2 · about 70 % *" in text


def test_agreement_of_each_group_and_of_all() -> None:
    keys = many(10, 0)
    grades = [*people(keys, "e" * 10, "e" * 9 + "d", group="G01"), *people(keys, "l" * 10, "l" * 10, group="G02")]
    text = report(grades)
    assert "G01 2 10 90 % (9/10) 0.00 0/10" in text
    assert "G02 2 10 100 % (10/10) – 10/10" in text
    # 40 values, 19 e, 1 d and 20 l: alike 38, by chance 342 + 380; (39 x 38 - 722) / (40 x 39 - 722) = 760 / 838.
    assert "All 4 20 95 % (19/20) 0.91 10/20" in text


def test_nobody_shares_papers() -> None:
    assert "there is nothing to compare" in report(people(KEYS, "dlq"))


def test_consignments_to_look_at_again_stand_with_their_interval() -> None:
    text = report(people(many(3, 0), *["ell"] * 10, *["lee"] * 10))
    assert "S01 Examine X03 50 % (10/20; 30–70 %) -1.00 (-1.00 to -1.00)" in text
    # On the two others the rest of everybody is the same: nothing can go with it.
    assert "at least 3 right and 3 wrong; judged: 1, not judged: 2" in text


def test_names_stand_in_the_report_only_where_they_are_asked_for() -> None:
    grades = people(KEYS, "dlq", "dll")
    for language in ("en", "es"):
        assert "Persona 1" not in report(grades, language)
        named = report(grades, language, "a4", named=True)
        assert "G01-1 Persona 1 3/3" in named
    assert "not for the screen" in report(grades, named=True)


def test_a_named_class_of_seventy_breaks_over_pages() -> None:
    made = summary(people(KEYS, *["dlq"] * 70))
    pdf = class_report(made, "Monterrey", "letter", 0, {}, named=True)
    assert_sound(pdf, "letter")
    assert all(f"G01-{number} Persona {number} " in flat(pdf) for number in range(1, 71))


def flagged(times: int) -> list[RespondentGrade]:
    key = changed(DETAIN, findings=(finding("G08", evidence("INV-14a.2")),), look_alikes=())
    return people((key,), *["l"] * times, flags=("INV-14A.2",), codes=("INV-14a.2",))


def test_the_page_that_was_flagged_is_drawn_with_its_list() -> None:
    text = report(flagged(12), truths={"v01": truth()})
    assert "Where they flagged: S02, Commercial invoice" in text
    assert "The flags of 12 answers on these very papers (v01 C02)" in text
    assert "INV-14a.2 Description of goods: shows it 100 % (12/12)" in text


def test_few_flags_are_marked_as_few_and_values_of_other_papers_do_not_stand_there() -> None:
    key = changed(DETAIN, findings=(finding("G08", evidence("INV-14a.2")),), look_alikes=())
    other = changed(key, id="C07", item="other")
    more = {"flags": ("INV-14A.2",), "codes": ("INV-14a.2",)}
    grades = [*people((key,), *["l"] * 3, **more), *people((other,), *["l"] * 2, variant="v02", **more)]  # type: ignore[arg-type]
    text = report(grades, "es", truths={"v01": truth()})
    assert "Dónde anotaron: S02, Factura comercial" in text
    assert "5 respuestas en 2 embarques" in text
    assert "Va sin valores" in text
    assert "LINE 2" not in text
    assert text.rindex("* Menos de 10 respuestas") > text.index("Dónde anotaron")


def test_without_the_boxes_nothing_is_drawn() -> None:
    assert "Where they flagged" not in report(flagged(12))


def test_figures_of_a_small_class_are_marked() -> None:
    text = report(people(KEYS, "dlq", "dll"))
    assert "Score *" in text
    assert "Hits *" in text
    large = report(people(KEYS, *["dlq"] * 10))
    assert "Score *" not in large
    assert "Hits *" not in large


def test_no_more_than_three_pages_are_drawn() -> None:
    keys = tuple(
        changed(key, id="C02", slot=f"S{number:02d}", item=f"item {number}")
        for number, key in enumerate((DETAIN, DETAIN, LAWFUL, LAWFUL, QUERY, QUERY), 1)
    )
    grades = [
        each for key in keys for each in people((key,), "l", "e", "e", "d", flags=("INV-14A.1",), codes=("INV-14a.1",))
    ]
    made = summary(grades)
    assert len(made.discussed) == 6
    pdf = class_report(made, "Monterrey", "letter", 0, {}, {"v01": truth()})
    assert sum("Where they flagged" in page.flat for page in read_pages(pdf)) == 3
