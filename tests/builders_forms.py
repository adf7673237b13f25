"""Answer forms as programs fill them in and save them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.sheets import SheetQuestion
from simulator.formats.vocabulary import Language
from simulator.formats.writing import json_bytes
from simulator.sheets.form import Form, describe_form
from simulator.sheets.form_drawing import form_pdf
from simulator.sheets.model import Holder, Plan, Question
from simulator.sheets.of_pack import sealed, sheets_record

SIX_NAMES = tuple(f"C{number:02d}" for number in range(1, 7))
Filled = Mapping[str, str]
"""Field name to value: the state of a button, "Yes" for a box, text."""


def described(
    language: str = "es",
    paper: str = "letter",
    kind: str = "personal",
    consignments: tuple[str, ...] = SIX_NAMES,
    pack: str = "PACK1",
    title: str = "Monterrey, febrero de 2009",
) -> Form:
    questions = tuple(Question(each, ("BL", "INV")) for each in consignments)
    return describe_form(Plan(pack, title, language, paper, kind, questions, 2))  # type: ignore[arg-type]


def form(id_: str = "T001", **how: Any) -> bytes:
    """A form of one respondent; without an id one that asks who answers."""
    holder = Holder(1, id_, "Ana Núñez", "G01") if id_ else None
    return form_pdf(described(kind="personal" if id_ else "blank", **how), holder)


def meant(**answers: Mapping[str, str]) -> dict[str, str]:
    """Field names to values from consignment to question to value; families of reasons are a list with spaces."""
    found: dict[str, str] = {}
    for consignment, said in answers.items():
        for question, value in said.items():
            if question == "reasons":
                found |= {f"{consignment} reasons {family}": "Yes" for family in value.split()}
            else:
                found[f"{consignment} {question}"] = value
    return found


def by_value(pdf: bytes, values: Filled, *, looks: bool = True, as_text: bool = False, append: bool = False) -> bytes:
    """Fill in as libraries do: the field's value, with or without the look of its buttons; ``append`` changes nothing
    that stands in the file but adds to it."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True) if append else PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    _fill(writer, values, looks=looks, value=True, as_text=as_text)
    if not looks:
        _form(writer)[NameObject("/NeedAppearances")] = BooleanObject(True)
    return written(writer)


def by_library(pdf: bytes, values: Filled) -> bytes:
    """Fill in with pypdf's own call and the names of states as it lists them, which it writes as text with their sign."""
    reader = PdfReader(io.BytesIO(pdf))
    texts = {name for name, field in (reader.get_fields() or {}).items() if field.get("/FT") == "/Tx"}
    writer = PdfWriter(clone_from=reader)
    given = {name: value if name in texts else f"/{value}" for name, value in values.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    return written(writer)


def by_look(pdf: bytes, values: Filled) -> bytes:
    """Fill in as programs do that change only what is seen of a button."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    _fill(writer, values, looks=True, value=False, as_text=False)
    return written(writer)


def by_hand(pdf: bytes, values: Filled) -> bytes:
    """Fill in with the engine of a browser: clicks on buttons, typing into rooms for text, then its own saving."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    environment = document.formenv.raw
    waiting = dict(values)
    for page, places in zip(document, _places(pdf), strict=True):
        for name, (x, y) in places.items():
            if name not in waiting:
                continue
            pdfium.FORM_OnMouseMove(environment, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonDown(environment, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonUp(environment, page.raw, 0, x, y)
            if "=" not in name:
                for character in waiting[name]:
                    pdfium.FORM_OnChar(environment, page.raw, ord(character), 0)
            waiting.pop(name)
        pdfium.FORM_ForceToKillFocus(environment)
    assert not waiting
    return resaved(document)


def clicked(values: Filled) -> dict[str, str]:
    """The places to click for values: "C01 decision=examine"."""
    typed = ("flags", "notes", "refer_to", "minutes", "respondent")
    return {name if name.split()[-1] in typed else f"{name}={value}": value for name, value in values.items()}


def resaved(document: pypdfium2.PdfDocument | bytes) -> bytes:
    """Save with another program that changes nothing."""
    found = pypdfium2.PdfDocument(document) if isinstance(document, bytes) else document
    buffer = io.BytesIO()
    found.save(buffer)
    return buffer.getvalue()


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def widgets(page: Any) -> list[tuple[str, Any, Any]]:
    """The full name, the field and the widget of everything that can be filled in on a page, in the order of Tab."""
    found = []
    for reference in page.get("/Annots", ()):
        widget = reference.get_object()
        field = widget if "/T" in widget else widget["/Parent"].get_object()
        found.append((str(field["/T"]), field, widget))
    return found


def state_of(widget: DictionaryObject) -> str:
    """The state that a button stands for."""
    return next(str(each)[1:] for each in widget["/AP"]["/N"] if each != "/Off")  # type: ignore[index]


def _fill(writer: PdfWriter, values: Filled, *, looks: bool, value: bool, as_text: bool) -> None:
    for page in writer.pages:
        for name, field, widget in widgets(page):
            if name not in values:
                continue
            if field.get("/FT") == "/Tx":
                field[NameObject("/V")] = TextStringObject(values[name])
                continue
            if value:
                field[NameObject("/V")] = TextStringObject(values[name]) if as_text else NameObject("/" + values[name])
            if looks:
                on = state_of(widget) == values[name]
                widget[NameObject("/AS")] = NameObject("/" + values[name] if on else "/Off")


def _form(writer: PdfWriter) -> DictionaryObject:
    found = writer.root_object["/AcroForm"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _places(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    found = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        places = {}
        for name, field, widget in widgets(page):
            x0, y0, x1, y1 = (float(each) for each in widget["/Rect"])
            key = f"{name}={state_of(widget)}" if field.get("/FT") == "/Btn" else name
            places[key] = ((x0 + x1) / 2, (y0 + y1) / 2)
        found.append(places)
    return found


def with_sheets(pack: Path, consignments: tuple[str, ...] = SIX_NAMES, language: Language = "es") -> Path:
    """Add what a pack says of its sheets, of which the reader of scans knows where marks are."""
    questions = tuple(SheetQuestion(each, ("BL", "INV")) for each in consignments)
    respondents = len(read_json(pack / "pack.json", Pack).trainees)
    record = sealed(sheets_record("PACK1", "Monterrey", language, "letter", {"v01": questions}), respondents)
    (pack / "instructor" / "sheets.json").write_bytes(json_bytes(record))
    return pack
