"""What the report says of the consignments to discuss and of origins, read back from its pages."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from builders_class import changed, people
from builders_key import DETAIN, LAWFUL, TEMPTING, evidence, finding
from builders_pages import assert_sound, flat

from simulator.formats.key import Bilingual, KeyDocument
from simulator.grading.class_summary import ClassSummary, summarise
from simulator.grading.constant import ConstantAnswer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.render.flow_table import Table
from simulator.render.flow_text import plain
from simulator.reports.class_report import class_report
from simulator.reports.clue_tables import clue_blocks
from simulator.reports.discussion import look_at
from simulator.reports.wording import Wording, report_texts

TITLES = {"G08": Bilingual("Words of copies", "Palabras de copia"), "H12": Bilingual("Low price", "Precio bajo")}
BILL = (KeyDocument("manifest-1", None, "NAVE 1W"), KeyDocument("b", "direct", "ZGM24924-66"))


def summary(*rows: str, language: str = "en", **more: Any) -> ClassSummary:
    keys = (
        changed(DETAIN, documents=BILL, origin="VN", **more),
        changed(LAWFUL, origin="CN"),
        changed(TEMPTING, origin="BR"),
    )
    grades = people(keys, *rows)
    return summarise(grades, "P-1", language, DEFAULT_SCORING, ConstantAnswer("release", 40.0))  # type: ignore[arg-type]


def report(made: ClassSummary, paper: str = "letter") -> str:
    pdf = class_report(made, "Monterrey", paper, 0, TITLES)  # type: ignore[arg-type]
    assert_sound(pdf, paper)
    return flat(pdf)


def test_the_reason_the_answers_and_the_place_to_look_are_told() -> None:
    text = report(summary("lle", "lle", "qle", "dll"))
    assert "S02 · v01 C02 * bill ZGM24924-66" in text
    assert "3 of 4 let it pass (30–95 %)" in text
    assert "3 of 4 stopped it (30–95 %)" in text
    assert "Release 2 Query 1 Hold and notify 1" in text
    assert "Hold and notify G08 Words of copies" in text
    assert "H12 Low price (lawful)" in text
    assert "INV-14.2" in text


def test_where_everybody_was_right_there_is_nothing_to_discuss() -> None:
    assert "No consignment qualifies." in report(summary("dll", "dll", "dll", "dll"))


def test_false_alarms_stand_by_the_name_of_the_country() -> None:
    text = report(summary("del", "dle", "dle", "dle"))
    # Two of the three countries have lawful goods; each of its answers is one of four.
    assert "BRAZIL * 1 75 % (3/4; 30–95 %) –" in text
    assert "CHINA * 1 25 % (1/4; 5–70 %) 25 % (1/4; 5–70 %)" in text
    assert "VIETNAM" not in text
    assert "All origins 2 50 % (4/8; 22–78 %) 25 % (1/4; 5–70 %)" in text
    assert "* Fewer than 10 answers: too few to rest anything on." in text


def test_a_key_without_origins_is_told() -> None:
    grades = people((LAWFUL,), "l", "e")
    old = summarise(grades, "P-1", "en", DEFAULT_SCORING, ConstantAnswer("release", 40.0))
    assert "The key of this pack does not tell origins" in report(old)


def test_spanish_is_spanish() -> None:
    text = report(summary("lle", "lle", "qle", "dll", language="es"), "a4")
    for words in ("Para comentar en clase", "3 de 4 lo dejaron pasar", "¿Señalamos el documento o el país?", "BRASIL *",
                  "conocimiento ZGM24924-66", "diez embarques no miden a una persona"):  # fmt: skip
        assert words in text


def test_what_is_most_missed_and_most_flagged_stands_first() -> None:
    # Of two people nobody saw Z01, one saw M01 and both saw A01.
    keys = tuple(changed(DETAIN, id=f"C{n}", slot=f"S{n}", findings=(finding(id_, evidence(box)),), look_alikes=())
                 for n, (id_, box) in enumerate((("A01", "INV-5"), ("Z01", "INV-16"), ("M01", "INV-14.1"))))  # fmt: skip
    codes = ("INV-5", "INV-16", "INV-14.1")
    grades = [
        *people(keys, "ddd", flags=("INV-5", "INV-14.1"), codes=codes),
        *people(keys, "ddd", flags=("INV-5",), codes=codes),
    ]
    made = summarise(grades, "P-1", "en", DEFAULT_SCORING, ConstantAnswer("release", 40.0))
    words = Wording(report_texts("class_report"), "en")
    (table,) = [block for block in clue_blocks(made, words, {}) if isinstance(block, Table)]
    left, right = [row[:2] for row in table.rows], [row[2:] for row in table.rows]
    told = [f"{plain(name)} {plain(rate)}".split(" (")[0] for name, rate in (*left, *right) if name]
    assert told == ["Z01 * 0 %", "M01 * 50 %", "A01 * 100 %"]


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ((("i", "INV-1", "shows"), ("i", "INV-2", "against"), ("c", "CARD-1", "against")), "INV-1 – CARD-1"),
        ((("i", "INV-1", "shows"), ("b", "BL-1", "shows")), "INV-1 – BL-1"),
        ((("i", "INV-1", "shows"), ("i", "INV-2", "against")), "INV-1 – INV-2"),
        ((("i", "INV-1", "shows"), ("b", "BL-5", "identifies")), "INV-1"),
        ((("i", "INV-1", "against"),), "INV-1"),
    ],
)
def test_one_looks_at_the_box_and_at_what_it_contradicts(boxes: tuple[tuple[str, str, str], ...], told: str) -> None:
    made = [msgspec.structs.replace(evidence(box, role), document=document) for document, box, role in boxes]
    assert look_at(finding("X01", *made)) == told


def test_every_page_says_that_ten_consignments_measure_nobody() -> None:
    text = report(summary("lle", "lle", "qle", "dll"))
    pages = text.count("TRAINING SPECIMEN")
    assert text.count("ten consignments do not measure a person") == pages
