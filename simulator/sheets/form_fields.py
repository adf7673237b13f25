"""Fields of a PDF form, written with ReportLab's objects: its own form writer names no group and draws what we draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from simulator.sheets.model import Frame, Mark

_HIDDEN = 1 << 1
_PRINT = 1 << 2
_READ_ONLY = 1 << 0
_RADIO = 1 << 15
_NO_SPELLING = 1 << 22
"""Flags of ISO 32000-1, tables 165, 221, 226 and 228. Radio buttons lack "no toggle to off": where a program can take a
choice back, it may."""
_CHECKED = "Yes"
_DEFAULT = "/Helv 9 Tf 0 g"
_ARC = 0.5523


@dataclass(frozen=True, slots=True)
class Choice:
    """Buttons of which one or none is on; ``tips`` are said of each when the pointer rests on it."""

    name: str
    tip: str
    marks: tuple[Mark, ...]
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A box that is checked or not."""

    name: str
    tip: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class Text:
    """Room for a line of text; ``longest`` is how many characters it takes."""

    name: str
    tip: str
    frame: Frame
    longest: int


Field = Choice | Check | Text


class FieldWriter:
    """Writes the fields of one file; the order in which they are written is the one in which Tab reaches them."""

    def __init__(self, code: tuple[str, str]) -> None:
        self._code = code
        self._fields: list[Any] = []
        self._looks: dict[tuple[str, int, int], Any] = {}

    def page(self, canvas: Any, fields: Sequence[Field], *, last: bool) -> None:
        """Add a page's fields; with the last page also the hidden code and the form itself."""
        if not self._fields:
            self._hidden(canvas)
        for field in fields:
            if isinstance(field, Choice):
                self._choice(canvas, field)
            elif isinstance(field, Check):
                self._check(canvas, field)
            else:
                self._text(canvas, field)
        if last:
            fonts = {"Helv": _base_font("Helvetica"), "ZaDb": _base_font("ZapfDingbats")}
            form = {
                "Fields": PDFArray(self._fields),
                "DA": PDFString(_DEFAULT),
                "DR": _dictionary({"Font": _dictionary(fonts)}),
            }
            canvas._doc.Catalog.AcroForm = _dictionary(form)
            canvas.setKeywords(self._code[1])

    def _hidden(self, canvas: Any) -> None:
        name, value = self._code
        entries = {"FT": PDFName("Tx"), "Ff": _READ_ONLY, "T": PDFString(name), "V": PDFString(value)}
        widget = _widget(canvas, (0.0, 0.0, 0.0, 0.0), _HIDDEN, entries)
        self._fields.append(_put(canvas, widget))

    def _choice(self, canvas: Any, field: Choice) -> None:
        entries: dict[str, Any] = {
            "FT": PDFName("Btn"),
            "Ff": _RADIO,
            "T": PDFString(field.name),
            "TU": PDFString(field.tip),
        }
        parent = _dictionary(entries)
        reference = canvas._doc.Reference(parent)
        kids = [
            _put(canvas, self._button(canvas, "dot", mark.value, mark.frame, {"Parent": reference, "TU": PDFString(tip)}))
            for mark, tip in zip(field.marks, field.tips, strict=True)
        ]
        parent.dict["Kids"] = PDFArray(kids)
        self._fields.append(reference)

    def _check(self, canvas: Any, field: Check) -> None:
        entries = {"FT": PDFName("Btn"), "T": PDFString(field.name), "TU": PDFString(field.tip)}
        self._fields.append(_put(canvas, self._button(canvas, "cross", _CHECKED, field.frame, entries)))

    def _text(self, canvas: Any, field: Text) -> None:
        entries = {
            "FT": PDFName("Tx"),
            "Ff": _NO_SPELLING,
            "T": PDFString(field.name),
            "TU": PDFString(field.tip),
            "V": PDFString(""),
            "DA": PDFString(_DEFAULT),
            "MaxLen": field.longest,
            "AP": _dictionary({"N": self._look(canvas, "text", field.frame)}),
        }
        self._fields.append(_put(canvas, _widget(canvas, field.frame, _PRINT, entries)))

    def _button(self, canvas: Any, look: str, value: str, frame: Frame, entries: Mapping[str, Any]) -> Any:
        states = {value: self._look(canvas, look, frame), "Off": self._look(canvas, "text", frame)}
        whole = {
            **entries,
            "AS": PDFName("Off"),
            "AP": _dictionary({"N": _dictionary(states)}),
            "MK": _dictionary({"CA": PDFString("l" if look == "dot" else "8")}),
            "DA": PDFString("/ZaDb 0 Tf 0 g"),
        }
        return _widget(canvas, frame, _PRINT, whole)

    def _look(self, canvas: Any, look: str, frame: Frame) -> Any:
        """Return what a field of a size looks like; equal ones are written once."""
        wide, tall = frame[2] - frame[0], frame[3] - frame[1]
        key = (look, round(wide * 10), round(tall * 10))
        if key not in self._looks:
            stream = PDFStream(content=_LOOKS[look](wide, tall), filters=[])
            stream.dictionary.dict.update(
                Type=PDFName("XObject"),
                Subtype=PDFName("Form"),
                BBox=PDFArray([0, 0, _number(wide), _number(tall)]),
                Resources=_dictionary({}),
            )
            self._looks[key] = canvas._doc.Reference(stream)
        return self._looks[key]


def _put(canvas: Any, widget: Any) -> Any:
    """Put a widget on the page that is being drawn, and return how others name it."""
    canvas._addAnnotation(widget)
    return canvas._annotationrefs[-1]


def _widget(canvas: Any, frame: Frame, flags: int, entries: Mapping[str, Any]) -> Any:
    return _dictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "Rect": PDFArray([_number(each) for each in frame]),
            "F": flags,
            "P": canvas._doc.thisPageRef(),
            **entries,
        }
    )


def _dictionary(entries: Mapping[str, Any]) -> Any:
    return PDFDictionary(dict(entries))


def _base_font(name: str) -> Any:
    """Return one of the fonts that every viewer has: what is typed can be any letter, so no part of a font will do."""
    entries = {"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName(name)}
    if name == "Helvetica":
        entries["Encoding"] = PDFName("WinAnsiEncoding")
    return _dictionary(entries)


def _number(value: float) -> float:
    return round(value, 2)


def _empty(wide: float, tall: float) -> str:
    return "/Tx BMC EMC"


def _dot(wide: float, tall: float) -> str:
    x, y, r = wide / 2, tall / 2, wide * 0.27
    k = r * _ARC
    return (
        f"0 g {x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c f"
    )


def _cross(wide: float, tall: float) -> str:
    low, left, high, right = tall * 0.2, wide * 0.2, tall * 0.8, wide * 0.8
    return (
        f"0 G 1.4 w 1 J {left:.2f} {low:.2f} m {right:.2f} {high:.2f} l S {left:.2f} {high:.2f} m {right:.2f} {low:.2f} l S"
    )


_LOOKS = {"text": _empty, "dot": _dot, "cross": _cross}
