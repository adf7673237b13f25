"""Whatever a file holds, reading it as a form ends with values, with a sentence, or with "this is none"."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from builders_forms import by_value, form, meant, written
from builders_key import opened_pack
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from simulator.intake.forms.answers import SentForm, form_answers
from simulator.intake.forms.opening import read_form, reading
from simulator.intake.forms.records import FieldFound, FormReading
from simulator.intake.forms.values import Doubt, value_of
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.opening import CannotOpen

FILLED = by_value(form(), meant(C01={"decision": "examine", "flags": "INV-14.1", "reasons": "goods"}))
NAMES = ("form", "respondent", "C01 decision", "C01 flags", "C01 reasons goods", "C02 confidence", "")
WORDS = st.sampled_from(("examine", "Off", "", "Yes", "1", "3", "DIS-FORM1/PACK1/T001", "\xfe\xff\x00a")) | st.text(
    max_size=12
)
KEYS = st.sampled_from(("/T", "/FT", "/V", "/Kids", "/AS", "/AP", "/N", "/Opt", "/Ff", "/Parent"))
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenedPack:
    return opened_pack(tmp_path_factory.mktemp("fuzz"))


def read(pdf: bytes, folder: Path) -> FormReading | None:
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    try:
        return read_form(path)
    except CannotOpen:
        return None


def check(found: FormReading | None, opened: OpenedPack) -> None:
    if found is None:
        return
    assert not found.values.keys() & found.doubts.keys()
    assert all(value.isprintable() for value in found.values.values())
    graded = form_answers([SentForm("a.pdf", found)], opened)
    assert len(graded.states) == 1
    assert len({each.answer.consignment for each in graded.answers.sent}) == len(graded.answers.sent)
    assert all("\n" not in each.reason for each in graded.answers.rejections)


@FEW
@given(damage=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 400), st.binary(max_size=40)), min_size=1, max_size=6))
def test_bytes_lost_and_put_in(damage: list[tuple[float, int, bytes]], tmp_path: Path, opened: OpenedPack) -> None:
    content = FILLED
    for share, lost, put in damage:
        place = int(share * len(content))
        content = content[:place] + put + content[place + lost :]
    check(read(content, tmp_path), opened)


@FEW
@given(swaps=st.lists(st.tuples(st.sampled_from((b"/Kids", b"/Fields", b"/AS", b"/V", b"/T", b"/Parent", b"/AP", b" 0 R")),
                          st.sampled_from((b"/Kids", b"/Fields", b"/V", b"/T", b"/N", b" 9 R", b"null", b"[[["))),
                min_size=1, max_size=4), most=st.integers(1, 60))  # fmt: skip
def test_words_of_the_format_in_each_others_place(
    swaps: list[tuple[bytes, bytes]], most: int, tmp_path: Path, opened: OpenedPack
) -> None:
    content = FILLED
    for word, other in swaps:
        content = content.replace(word, other.ljust(len(word))[: len(word)], most)
    check(read(content, tmp_path), opened)


def objects() -> st.SearchStrategy[Any]:
    leaves = (
        WORDS.map(TextStringObject)
        | st.sampled_from(("/Tx", "/Btn", "/Ch", "/Off", "/Yes", "/examine", "/1")).map(NameObject)
        | st.integers(-(2**40), 2**40).map(NumberObject)
        | st.floats(allow_nan=False, allow_infinity=False, width=32).map(FloatObject)
        | st.binary(max_size=6).map(ByteStringObject)
        | st.booleans().map(BooleanObject)
        | st.just(NullObject())
    )
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=4).map(ArrayObject)
            | st.dictionaries(KEYS.map(NameObject), inner, max_size=5).map(DictionaryObject)
        ),
        max_leaves=12,
    )


@FEW
@given(
    fields=st.lists(st.tuples(st.sampled_from(NAMES), st.dictionaries(KEYS, objects(), max_size=5)), max_size=5),
)
def test_fields_of_any_structure(fields: list[tuple[str, dict[str, Any]]], tmp_path: Path, opened: OpenedPack) -> None:
    code = DictionaryObject({NameObject("/T"): TextStringObject("form"), NameObject("/FT"): NameObject("/Tx")})
    code[NameObject("/V")] = TextStringObject("DIS-FORM1/PACK1/T001")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    tree = [DictionaryObject({NameObject("/T"): TextStringObject(name)} | {NameObject(k): v for k, v in more.items()})
            for name, more in fields]  # fmt: skip
    form_ = DictionaryObject({NameObject("/Fields"): ArrayObject(map(writer._add_object, (code, *tree)))})
    writer.root_object[NameObject("/AcroForm")] = form_
    check(read(written(writer), tmp_path), opened)


def test_a_tree_that_contains_itself_ends(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(FILLED)))
    fields: Any = writer.root_object["/AcroForm"]["/Fields"]  # type: ignore[index]
    loop = DictionaryObject({NameObject("/T"): TextStringObject("a")})
    reference = writer._add_object(loop)
    loop[NameObject("/Kids")] = ArrayObject([reference, reference])
    fields.append(reference)
    path = tmp_path / "loop.pdf"
    path.write_bytes(written(writer))
    with pytest.raises(CannotOpen, match="a damaged form"):
        read_form(path)


FIELDS = st.builds(
    FieldFound, st.sampled_from(NAMES), st.none() | WORDS, st.booleans(), st.booleans(), st.booleans(),
    st.lists(WORDS, max_size=3).map(tuple), st.lists(WORDS, max_size=3).map(tuple), st.lists(WORDS, max_size=4).map(tuple),
)  # fmt: skip


@settings(max_examples=400)
@given(FIELDS)
@example(FieldFound("C01 confidence", "1", button=True, shown=("1",), states=("0", "1"), options=("1", "2")))
def test_a_button_never_means_what_neither_its_value_nor_its_look_says(field: FieldFound) -> None:
    try:
        value = value_of(field)
    except Doubt:
        return
    assert value.isprintable() or field.button
    if field.button and not field.single and value:
        assert value in {field.value, *field.shown, *field.options}


@settings(max_examples=150)
@given(
    fields=st.lists(FIELDS, max_size=8),
    keywords=st.sampled_from(("", "DIS-FORM1/PACK1/T001", "DIS-FORM1/PACK1/", "DIS-FORM9/P/T")),
)
def test_any_fields_become_a_reading_or_a_sentence(fields: list[FieldFound], keywords: str, opened: OpenedPack) -> None:
    try:
        found = reading(fields, keywords)
    except CannotOpen:
        return
    assert found is None or not found.values.keys() & found.doubts.keys()
    if found is not None:
        form_answers([SentForm("a.pdf", found)], opened)
