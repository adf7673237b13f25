from __future__ import annotations

from typing import Any

import pytest
from builders_pages import assert_sound, flat, read_pages

from simulator.formats.key import Bilingual, Evidence, Finding, KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer, Submission
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary, summarise
from simulator.grading.constant import ConstantAnswer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import grade_respondent
from simulator.reports.class_report import class_report
from simulator.reports.wording import decimals, of, percent, percent_of

TITLES = {"G11": Bilingual("Unknown model", "Modelo desconocido"), "H01": Bilingual("To order", "A la orden")}
MODEL = Finding("G11", "rights", "infringement", "strong", 1, ("card",), "dossier", True,
                (Evidence("i", "INV-14c.1", "shows", "A", "B"),), Bilingual("e", "e"))  # fmt: skip
ORDER = Finding("H01", "parties", "innocent", None, 1, ("glance",), "dossier", True,
                (Evidence("b", "BL-2a", "shows", "TO ORDER", ""),), Bilingual("e", "e"))  # fmt: skip
CODES = ("INV-14c.1", "BL-2a", "BL-1")


def shipments(signals: int, lawful: int) -> tuple[KeyConsignment, ...]:
    bad = [("detain", (MODEL,), ())] * signals
    good: list[Any] = [("release", (), (ORDER,))] * lawful
    return tuple(
        KeyConsignment(f"C{n:02d}", f"S{n:02d}", f"item{n}", "sea", (), verdict, findings, look_alikes)
        for n, (verdict, findings, look_alikes) in enumerate([*bad, *good], 1)
    )


def summary(
    people: int = 3, signals: int = 4, lawful: int = 4, language: str = "en", silent: int = 1, best: float = 40.0
) -> ClassSummary:
    """Every person who answers holds all signals and stops one lawful shipment; the first ``silent`` send nothing."""
    key = shipments(signals, lawful)
    grades = []
    for number in range(people):
        person = PackTrainee(f"T{number + 1:03d}", f"Zutano Nombre{number}", "G01", "V01")
        answers = tuple(
            Answer(each.id, "detain" if index <= signals else "release", 3, ("INV-14c.1",) if index < signals else ())
            for index, each in enumerate(key)
        )
        sent = Submission(person.id, () if number < silent else answers)
        grades.append(grade_respondent(person, key, sent, {each.id: CODES for each in key}, DEFAULT_SCORING))
    return summarise(grades, "P-7F3A21", language, DEFAULT_SCORING, ConstantAnswer("release", best))  # type: ignore[arg-type]


def report(made: ClassSummary, paper: str = "letter", rejected: int = 0) -> bytes:
    return class_report(made, "Monterrey", paper, rejected, TITLES)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("people", [1, 3, 70])
def test_pages_are_sound_and_few(people: int, language: str, paper: str) -> None:
    pdf = report(summary(people, 4, 8, language), paper)
    assert_sound(pdf, paper)
    # Numbers, shipments and clues, habits and agreement, people; drawn papers come on top, at most three.
    assert len(read_pages(pdf)) <= 4


def test_nobody_is_named() -> None:
    for language in ("en", "es"):
        pdf = report(summary(language=language))
        assert "Zutano" not in flat(pdf)
        assert "Nombre0" not in flat(pdf)
        assert "T002" in flat(pdf)


def test_the_numbers_are_those_of_the_class() -> None:
    # Two of three answered; each held 4 of 4 signals and 1 of 4 lawful ones.
    text = flat(report(summary(), rejected=3))
    assert "3 respondents listed, 2 answered. Left out of all means and rates: 1, who sent nothing." in text
    assert "Rejected rows: 3 (rejected.csv says why)." in text
    assert "8 of 8" in text
    assert "2 of 8" in text
    assert "100 % (2/2) hit" in text
    assert "Unknown model" in text
    assert "Ten consignments do not measure a person; about a hundred do." in text
    assert "Giving Release to every consignment without looking would earn 40.0 of 100; the pass mark is 60." in text


def test_spanish_is_spanish() -> None:
    text = flat(report(summary(language="es")))
    for word in (
        "Informe del grupo", "Diez embarques no miden a una persona; unos cien sí.", "Modelo desconocido", "falsa alarma",
        "Reconocimiento y aviso", "Resultados sin nombres", "Fuera de promedios y tasas: 1",
    ):  # fmt: skip
        assert word in text


def test_too_few_consignments_give_no_sensitivity() -> None:
    few = flat(report(summary(signals=3, lawful=4)))
    assert "No d' is given: each person answered fewer than 4 signals or fewer than 4 lawful consignments" in few
    assert "No d' is given" not in flat(report(summary(signals=4, lawful=4)))


def test_a_pass_mark_that_a_constant_answer_reaches_is_told() -> None:
    assert "reaches the pass mark" in flat(report(summary(best=60.0)))
    assert "reaches the pass mark" not in flat(report(summary(best=59.9)))


def test_nobody_answered() -> None:
    pdf = report(summary(people=3, silent=3))
    assert_sound(pdf, "letter")
    assert "nobody answered both kinds" in flat(pdf)


def test_a_class_of_two_hundred_lists_everybody() -> None:
    pdf = report(summary(200, silent=0))
    assert_sound(pdf, "letter")
    text = flat(pdf)
    assert all(f"T{number:03d}" in text for number in range(1, 201))


def test_same_bytes_twice() -> None:
    assert report(summary()) == report(summary())


def test_numbers_in_words() -> None:
    assert (percent(None), percent(0.256)) == ("–", "26 %")
    assert (decimals(None, 2), decimals(-0.001, 2), decimals(-0.5, 1)) == ("–", "0.00", "-0.5")
    assert (of(Rate(0, 0)), percent_of(Rate(0, 0)), percent_of(Rate(1, 4))) == ("–", "–", "25 % (1/4)")
