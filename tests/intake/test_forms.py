"""Forms that other programs have filled in and saved: what they say, and what is not known of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from builders_forms import by_hand, by_library, by_look, by_value, clicked, form, meant, resaved, written
from builders_key import opened_pack
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer
from simulator.intake.forms.answers import FilledForms, SentForm, form_answers
from simulator.intake.forms.opening import read_form
from simulator.intake.forms.records import FormReading
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.opening import CannotOpen

WHOLE = meant(
    C01={
        "decision": "examine",
        "confidence": "3",
        "flags": "inv-14.1 BL-15b",
        "notes": "se ve, ñ",
        "reasons": "goods cross",
        "refer_to": "PGR",
        "minutes": "7,5",
    },
    C02={"decision": "detain", "confidence": "4", "flags": "INV-14.2"},
    C06={"decision": "release"},
)
RELEASE_TO_EXAMINE = ArrayObject(map(TextStringObject, ("release", "query", "revenue", "examine")))
ONE_TO_FOUR = ArrayObject(map(TextStringObject, "1234"))
PROGRAMS: dict[str, Callable[[bytes], bytes]] = {
    "a browser": lambda pdf: by_hand(pdf, clicked(WHOLE)),
    "a library": lambda pdf: by_value(pdf, WHOLE),
    "a library without looks": lambda pdf: by_value(pdf, WHOLE, looks=False),
    "a library's own call": lambda pdf: by_library(pdf, WHOLE),
    "values as text": lambda pdf: by_value(pdf, WHOLE, as_text=True),
    "added to the file": lambda pdf: by_value(pdf, WHOLE, append=True),
    "added to the file twice": lambda pdf: by_value(
        by_value(pdf, meant(C01={"decision": "query"}), append=True), {**WHOLE}, append=True
    ),
    "looks only": lambda pdf: by_look(pdf, WHOLE),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    return opened_pack(tmp_path_factory.mktemp("forms"))


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], FormReading]:
    def reader(pdf: bytes) -> FormReading:
        (tmp_path / "form.pdf").write_bytes(pdf)
        found = read_form(tmp_path / "form.pdf")
        assert found is not None
        return found

    return reader


def filled_in(reading: FormReading) -> dict[str, str]:
    return {name: value for name, value in reading.values.items() if value}


def graded(opened: OpenedPack, *readings: FormReading) -> FilledForms:
    return form_answers([SentForm(f"{number}.pdf", each) for number, each in enumerate(readings, 1)], opened)


def answers(found: FilledForms) -> dict[str, Answer]:
    return {each.answer.consignment: each.answer for each in found.answers.sent}


def reasons(found: FilledForms) -> list[str]:
    return [each.reason for each in found.answers.rejections]


@pytest.mark.parametrize("saved", [lambda pdf: pdf, resaved], ids=["as it was", "and saved again by another"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_form_says_the_same_whatever_program_filled_it_in(
    program: str, saved: Callable[[bytes], bytes], read: Callable[[bytes], FormReading], opened: OpenedPack
) -> None:
    reading = read(saved(PROGRAMS[program](form())))
    assert (reading.code, reading.doubts) == ("DIS-FORM1/PACK1/T001", {})
    assert filled_in(reading) == {**WHOLE}
    found = graded(opened, reading)
    assert answers(found)["C01"] == Answer("C01", "examine", 3, ("BL-15B", "INV-14.1"), "goods cross se ve, ñ", "PGR", 7.5)
    assert answers(found)["C02"] == Answer("C02", "detain", 4, ("INV-14.2",))
    assert answers(found)["C03"] == Answer("C03")
    assert not reasons(found)
    assert [(each.state, each.respondent) for each in found.states] == [("read", "T001")]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_both_languages_and_papers_are_read(language: str, paper: str, read: Callable[[bytes], FormReading]) -> None:
    assert filled_in(read(by_hand(form(language=language, paper=paper), clicked(WHOLE)))) == {**WHOLE}


def test_what_was_chosen_can_be_taken_back(read: Callable[[bytes], FormReading]) -> None:
    reason = clicked(meant(C01={"reasons": "value"}))
    assert not filled_in(read(by_hand(by_hand(form(), reason), reason)))
    decided = by_value(form(), meant(C01={"decision": "detain"}))
    assert not filled_in(read(by_value(decided, meant(C01={"decision": "Off"}))))


def test_another_click_changes_a_decision(read: Callable[[bytes], FormReading]) -> None:
    once = by_hand(form(), clicked(meant(C01={"decision": "detain"})))
    assert filled_in(read(by_hand(once, clicked(meant(C01={"decision": "query"}))))) == {"C01 decision": "query"}


def edited(pdf: bytes, name: str, change: Callable[[DictionaryObject], None]) -> bytes:
    """A form of which one field was changed by a program of its own ways."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for reference in list(writer.root_object["/AcroForm"]["/Fields"]):  # type: ignore[index]
        field: Any = reference.get_object()
        if field["/T"] == name:
            change(field)
    return written(writer)


def holding(value: Any, **more: Any) -> Callable[[DictionaryObject], None]:
    def change(field: DictionaryObject) -> None:
        field[NameObject("/V")] = value
        field.update({NameObject(f"/{key}"): each for key, each in more.items()})

    return change


@pytest.mark.parametrize(
    ("name", "change", "read_as"),
    [
        ("C01 decision", holding(TextStringObject("Reconocimiento")), "examine"),
        ("C01 decision", holding(NameObject("/Reconocimiento y aviso")), "detain"),
        ("C01 decision", holding(NameObject("/Off")), None),
        ("C01 decision", holding(TextStringObject("")), None),
        ("C01 decision", holding(NameObject("/3"), Opt=RELEASE_TO_EXAMINE), "examine"),
    ],
)  # fmt: skip
def test_decisions_that_a_program_wrote_in_its_own_way(
    name: str,
    change: Callable[[DictionaryObject], None],
    read_as: str | None,
    read: Callable[[bytes], FormReading],
    opened: OpenedPack,
) -> None:
    found = graded(opened, read(edited(form(), name, change)))
    assert answers(found)["C01"].decision == read_as
    assert not reasons(found)


@pytest.mark.parametrize("state", ["Sí", "On", "1", "true"])
def test_a_box_is_checked_whatever_a_program_calls_that(state: str, read: Callable[[bytes], FormReading]) -> None:
    reading = read(edited(form(), "C01 reasons goods", holding(NameObject(f"/{state}"))))
    assert (reading.values["C01 reasons goods"], reading.doubts) == ("Yes", {})


def contradicting(field: DictionaryObject) -> None:
    field[NameObject("/V")] = NameObject("/release")
    field["/Kids"][3].get_object()[NameObject("/AS")] = NameObject("/examine")  # type: ignore[index]


def showing_two(field: DictionaryObject) -> None:
    for place, state in ((0, "/release"), (3, "/examine")):
        field["/Kids"][place].get_object()[NameObject("/AS")] = NameObject(state)  # type: ignore[index]


def removed(field: DictionaryObject) -> None:
    field[NameObject("/T")] = TextStringObject("other")


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("C01 decision", contradicting, "C01 decision: it says release and shows examine; C01 is not graded from this form"),
        ("C01 decision", showing_two, "C01 decision: it shows examine and release at once"),
        ("C01 reasons goods", holding(NameObject("/No")), "C01 reasons goods: it says 'No', which is neither"),
        ("C01 flags", holding(ArrayObject()), "C01 flags: it holds something that is not text"),
        ("C01 flags", holding(TextStringObject("x" * 5000)), "C01 flags: it holds 5000 characters"),
        ("C01 confidence", holding(NumberObject(1), Opt=ONE_TO_FOUR), "C01 confidence: it says 1 or 2"),
        ("C01 flags", removed, "the form has lost its fields C01 flags; C01 is not graded from it"),
        ("C01 decision", holding(NameObject("/perhaps")), "decision 'perhaps' is none of the five"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_guessed_and_the_rest_is_graded(
    name: str,
    change: Callable[[DictionaryObject], None],
    said: str,
    read: Callable[[bytes], FormReading],
    opened: OpenedPack,
) -> None:
    pdf = by_value(form(), meant(C02={"decision": "detain"}))
    found = graded(opened, read(edited(pdf, name, change)))
    assert "C01" not in answers(found)
    assert answers(found)["C02"].decision == "detain"
    assert len(reasons(found)) == 1
    assert said in reasons(found)[0]


def test_a_form_of_another_pack_is_named_and_not_graded(read: Callable[[bytes], FormReading], opened: OpenedPack) -> None:
    found = graded(opened, read(by_value(form(pack="OTHER"), WHOLE)))
    assert not found.answers.sent
    assert [(each.state, each.note) for each in found.states] == [("foreign pack", "a form of pack OTHER")]


@pytest.mark.parametrize(
    ("typed", "state", "note"),
    [
        ("t002", "read", ""),
        ("T009", "unknown", "respondent 'T009' is not in this pack; fill in an id of pack.json"),
        ("", "unknown", "it does not say who answers; fill in an id of pack.json"),
    ],
)
def test_a_form_that_names_nobody_is_whose_id_was_typed(
    typed: str, state: str, note: str, read: Callable[[bytes], FormReading], opened: OpenedPack
) -> None:
    found = graded(opened, read(by_value(form(""), {**WHOLE, "respondent": typed})))
    assert [(each.state, each.note) for each in found.states] == [(state, note)]
    assert {each.respondent for each in found.answers.sent} == ({"T002"} if state == "read" else set())


def test_a_form_that_comes_back_empty_is_blank(read: Callable[[bytes], FormReading], opened: OpenedPack) -> None:
    found = graded(opened, read(resaved(form())), read(resaved(form(""))))
    assert [each.state for each in found.states] == ["blank", "blank"]
    assert all(each.answer.says_nothing for each in found.answers.sent)


def test_the_same_form_twice_counts_once_and_a_different_one_is_said_so(
    read: Callable[[bytes], FormReading], opened: OpenedPack
) -> None:
    one, other = by_value(form(), WHOLE), by_value(form(), {**WHOLE, "C02 decision": "query"})
    found = graded(opened, read(one), read(resaved(one)), read(other))
    assert [(each.state, each.note) for each in found.states] == [
        ("read", ""),
        ("duplicate", "counted once, as 1.pdf"),
        ("duplicate", "differs from 1.pdf; see rejected.csv"),
    ]


def test_what_a_form_of_all_variants_asks_beyond_ones_own_may_stay_empty(
    read: Callable[[bytes], FormReading], tmp_path: Path
) -> None:
    opened = opened_pack(tmp_path, trainees=(PackTrainee("T001", "Ana", "G01", "v01"),))
    eight = (*(f"C{number:02d}" for number in range(1, 9)),)
    found = graded(opened, read(by_value(form("", consignments=eight), {**WHOLE, "respondent": "T001"})))
    assert sorted(answers(found)) == [f"C{number:02d}" for number in range(1, 7)]
    assert not reasons(found)


def flattened(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for page in document:
        page.flatten()
    return resaved(document)


def without_form(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    del writer.root_object["/AcroForm"]
    return written(writer)


def merged(pdf: bytes) -> bytes:
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf))
    other = by_value(form("T002"), WHOLE)
    for reference in PdfReader(io.BytesIO(other)).pages:
        writer.add_page(reference)
    form_: Any = writer.root_object["/AcroForm"]
    page: Any = writer.pages[-1]
    form_["/Fields"].extend(each for each in page["/Annots"] if "/T" in each.get_object())
    return written(writer)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [(flattened, "its fields are gone"), (without_form, "its fields are gone"), (merged, "forms of several respondents")],
)
def test_a_form_that_lost_what_it_says_is_refused_with_the_reason(
    spoilt: Callable[[bytes], bytes], said: str, read: Callable[[bytes], FormReading]
) -> None:
    with pytest.raises(CannotOpen, match=said):
        read(spoilt(by_value(form(), WHOLE)))


def test_one_of_field_and_keywords_is_enough_to_know_whose_form_it_is(read: Callable[[bytes], FormReading]) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(by_value(form(), WHOLE))))
    writer.metadata = None
    bare = written(writer)
    assert read(bare).code == "DIS-FORM1/PACK1/T001"
    assert read(edited(by_value(form(), WHOLE), "form", removed)).code == "DIS-FORM1/PACK1/T001"


def test_a_form_protected_against_changes_is_read(read: Callable[[bytes], FormReading]) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(by_value(form(), WHOLE))))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    assert filled_in(read(written(writer))) == {**WHOLE}


def test_a_pdf_that_is_no_form_of_ours_is_none(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    (tmp_path / "scan.pdf").write_bytes(written(writer))
    assert read_form(tmp_path / "scan.pdf") is None
    foreign = edited(form(), "form", removed)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(foreign)))
    writer.metadata = None
    (tmp_path / "other-form.pdf").write_bytes(written(writer))
    assert read_form(tmp_path / "other-form.pdf") is None


def test_a_newer_form_is_not_read_as_an_older(read: Callable[[bytes], FormReading]) -> None:
    pdf = edited(form(), "form", holding(TextStringObject("DIS-FORM2/PACK1/T001")))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.metadata = None
    with pytest.raises(CannotOpen, match="newer version"):
        read(written(writer))
