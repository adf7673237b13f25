"""Consignments as Moodle's questions: what is asked, what it earns, what is told, and that all of it can be imported."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from builders_key import SIX
from hypothesis import given
from hypothesis import strategies as st
from pack.making import copied, index, key_of
from PIL import Image

from simulator.errors import BadInput
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.credit import DEFAULT_SCORING
from simulator.reports.moodle.bank import open_bank, pages_of, questions_xml
from simulator.reports.moodle.feedback import feedback
from simulator.reports.moodle.fractions import FRACTIONS, fractions, is_rounded, nearest, percentage_text
from simulator.reports.moodle.pictures import page_pictures
from simulator.reports.moodle.questions import Asked, category, decision
from simulator.reports.wording import Wording, report_texts

ENGLISH = Wording(report_texts("moodle"), "en")
SPANISH = Wording(report_texts("moodle"), "es")


@pytest.fixture(scope="module")
def quiz(first_hour: Path) -> ET.Element:
    return ET.fromstring(questions_xml(open_bank(first_hour), "v01"))


def text(element: ET.Element, path: str) -> str:
    return element.findtext(f"{path}/text") or ""


def test_a_category_the_reference_pages_and_a_question_a_consignment(quiz: ET.Element, first_hour: Path) -> None:
    solved = key_of(first_hour).variants["v01"].consignments
    kinds = [each.get("type") for each in quiz]
    assert kinds == ["category", "description", *["multichoice"] * len(solved)]
    assert text(quiz[0], "category") == "$course$/top/The first hour/v01"
    ids = [each.findtext("idnumber") for each in quiz[1:]]
    pack = index(first_hour).pack
    assert ids == [f"{pack}-v01-{each}" for each in ("REF", *(one.id for one in solved))]


def test_the_right_decision_is_worth_all_and_near_ones_their_credit(quiz: ET.Element, first_hour: Path) -> None:
    for question, each in zip(
        quiz.iter("question"), (None, None, *key_of(first_hour).variants["v01"].consignments), strict=True
    ):
        if each is None:
            continue
        earned = dict(zip(VERDICTS, (float(one.get("fraction", "")) for one in question.findall("answer")), strict=True))
        assert earned == {decision: 100 * credit for decision, credit in DEFAULT_SCORING.credit[each.verdict].items()}
        assert [decision for decision, fraction in earned.items() if fraction == 100] == [each.verdict]
        assert (question.findtext("single"), question.findtext("shuffleanswers")) == ("true", "false")
        assert question.findtext("defaultgrade") == "1"


def test_every_page_is_there_and_named_by_the_text_that_shows_it(quiz: ET.Element, first_hour: Path) -> None:
    truth = read_json(first_hour / "instructor" / "truth" / "v01.json", Truth)
    shown = 0
    for question in quiz[1:]:
        files = question.findall("questiontext/file")
        html = text(question, "questiontext")
        assert [f'src="@@PLUGINFILE@@/{each.get("name")}"' in html for each in files] == [True] * len(files)
        assert html.count("<img") == len(files) == len({each.get("name") for each in files})
        for each in files:
            picture = Image.open(io.BytesIO(base64.b64decode(each.text or "")))
            assert (picture.format, min(picture.size)) == ("PNG", 1020)
        shown += len(files)
    assert shown == len({box.page for each in truth.documents for box in each.boxes})


def test_nothing_that_is_asked_tells_the_key(quiz: ET.Element, first_hour: Path) -> None:
    """All consignments are asked in the same words; only the feedback, shown afterwards, differs by what they show."""
    asked = set()
    for question in quiz[2:]:
        html = text(question, "questiontext")
        id_ = (question.findtext("idnumber") or "")[-3:]
        pages = html.count("<img")
        asked.add(html.replace(id_, "C").split("<img")[0] + "".join(text(one, ".") for one in question.findall("answer")))
        assert pages > 0
    assert len(asked) == 1


def test_the_feedback_tells_each_finding_with_its_boxes(quiz: ET.Element, first_hour: Path) -> None:
    for question, each in zip(quiz[2:], key_of(first_hour).variants["v01"].consignments, strict=True):
        html = text(question, "generalfeedback")
        for finding in (*each.findings, *each.look_alikes):
            assert f"({finding.indicator})" in html
            for evidence in finding.evidence:
                told = f"<strong>{evidence.box}</strong>" in html
                assert told or evidence.role not in ("shows", "against")


@pytest.mark.parametrize(
    ("words", "said"), [(ENGLISH, "Right decision: Examine"), (SPANISH, "Decisión correcta: Reconocimiento.")]
)
def test_feedback_is_in_the_language_of_the_pack(words: Wording, said: str) -> None:
    assert said in feedback(SIX[0], {}, words)


@pytest.mark.parametrize(
    ("row", "earned", "worth"),
    [
        ((1, 0.5, 0, 0, 0), (100, 50, 0, 0, 0), 1),
        ((0.2, 0.8, 0.4, 0, 0.1), (25, 100, 50, 0, 12.5), 0.8),
        ((1, 0.35, 0.66, 0.02, 0.97), (100, 33.33333, 66.66667, 0, 100), 1),
        ((0, 0, 0, 0, 0), (100, 100, 100, 100, 100), 0),
    ],
)
def test_fractions_by_hand(row: tuple[float, ...], earned: tuple[float, ...], worth: float) -> None:
    credit = dict(zip(VERDICTS, row, strict=True))
    found, value = fractions(credit)
    assert tuple(found.values()) == earned
    assert value == worth


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_any_credit_becomes_fractions_that_moodle_takes(row: list[float]) -> None:
    credit = dict(zip(VERDICTS, row, strict=True))
    found, worth = fractions(credit)
    assert set(found.values()) <= set(FRACTIONS)
    assert max(found.values()) == 100
    assert worth == max(row)
    for one in VERDICTS:
        for other in VERDICTS:
            assert credit[one] <= credit[other] or found[one] >= found[other]
    if not is_rounded(credit):
        assert [worth * found[each] / 100 for each in VERDICTS] == pytest.approx(row, abs=1e-4)


@pytest.mark.parametrize("credit", DEFAULT_SCORING.credit.values())
def test_the_contracts_credit_needs_no_rounding(credit: Any) -> None:
    assert not is_rounded(credit)


def test_fractions_are_written_as_moodle_does() -> None:
    assert [percentage_text(each) for each in (100.0, 0.0, 12.5, 83.33333)] == ["100", "0", "12.5", "83.33333"]
    assert [nearest(each) for each in (97, 62, 7.5, 1)] == [100, 60, 10, 0]


AWKWARD = '<b> & "quoted" ]]> </text> ñ €'


def test_texts_are_never_markup() -> None:
    question = decision(Asked(AWKWARD, AWKWARD, AWKWARD, (b"x",), DEFAULT_SCORING.credit["query"], AWKWARD), ENGLISH)
    read = ET.fromstring(ET.tostring(question, encoding="utf-8"))
    assert (text(read, "name"), read.findtext("idnumber"), text(read, "generalfeedback")) == (AWKWARD,) * 3
    assert "&lt;b&gt; &amp; " in text(read, "questiontext")
    assert "<b>" not in text(read, "questiontext")


def test_a_slash_in_a_title_makes_no_category_of_its_own() -> None:
    assert text(category("A/B", "v01"), "category") == "$course$/top/A//B/v01"


def test_pictures_are_the_pages_in_grey(first_hour: Path) -> None:
    truth = read_json(first_hour / "instructor" / "truth" / "v01.json", Truth)
    first = index(first_hour).trainees[0].id
    path = first_hour / "trainee" / first / "dossier.pdf"
    pages = pages_of(truth, "C01")
    drawn = page_pictures(path.read_bytes(), pages)
    assert page_pictures(path.read_bytes(), pages) == drawn
    document = pypdfium2.PdfDocument(path)
    for page, png in zip(pages, drawn, strict=True):
        wanted = document[page - 1].render(scale=120 / 72, grayscale=True).to_pil()
        found = Image.open(io.BytesIO(png)).convert("L")
        assert found.size == wanted.size
        apart = [abs(a - b) for a, b in zip(found.get_flattened_data(), wanted.get_flattened_data(), strict=True)]
        assert max(apart) <= 16
        assert len(png) < 150_000


def test_papers_that_were_changed_are_not_asked(first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    path = pack / "trainee" / index(pack).trainees[0].id / "dossier.pdf"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(BadInput, match="the papers are not those that were made"):
        questions_xml(open_bank(pack), "v01")
