"""Our own pages with finished pages of another file laid under them, smaller, untouched and as text still.

A page that is laid under comes in as a Form XObject, its content stream as it was. Our ops are drawn over it; flat tints,
and lines that may cross what is printed, lie below it, so that they can hide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from simulator.errors import BadInput
from simulator.formats.truth import Rectangle
from simulator.render.flow_canvas import Drawn, pdf_bytes
from simulator.render.flow_ops import Rule

_UNDER = "/Under"


@dataclass(frozen=True, slots=True)
class Under:
    """A page of the source (from 1), of which ``clip`` is shown: scaled, its origin at (x, y) of our page.

    ``tints`` are areas in the source's own coordinates with their greys, ``rules`` lines of ours; both lie lowest of all.
    """

    page: int
    scale: float
    x: float
    y: float
    clip: Rectangle
    tints: tuple[tuple[Rectangle, float], ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of ours: its size, what is drawn, and what lies under it; ``mark`` is its entry in the outline."""

    size: tuple[float, float]
    drawn: tuple[Drawn, ...]
    under: Under | None = None
    mark: str | None = None


class Source:
    """The file whose pages are laid under ours."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open the file; raise ``BadInput`` with its ``name`` when it is no PDF that can be read."""
        try:
            self._reader = PdfReader(BytesIO(content))
            self.sizes = tuple((float(each.mediabox.width), float(each.mediabox.height)) for each in self._reader.pages)
        except Exception as error:  # pypdf raises many kinds of errors on broken files
            problem = f"this is no PDF that can be read ({error}); put back the file of the pack"
            raise BadInput(problem, source=name) from None

    def page(self, number: int) -> PageObject:
        """Return a page, counted from 1."""
        return self._reader.pages[number - 1]


def stamped_pdf(sheets: Sequence[Sheet], source: Source | None, title: str, language: str) -> bytes:
    """Return the sheets as one file, each page of ``source`` in it once; without one no sheet has anything under it."""
    sizes = [each.size for each in sheets]
    ours = pdf_bytes([each.drawn for each in sheets], sizes[0], title, language, sizes=sizes)
    writer = PdfWriter(clone_from=BytesIO(ours))
    forms: dict[tuple[int, Rectangle], IndirectObject] = {}
    for page, sheet in zip(writer.pages, sheets, strict=True):
        if sheet.under is not None and source is not None:
            key = (sheet.under.page, sheet.under.clip)
            if key not in forms:
                forms[key] = _form(writer, source.page(sheet.under.page), sheet.under.clip)
            _lay_under(writer, page, sheet.under, forms[key])
        if sheet.mark is not None:
            writer.add_outline_item(title=sheet.mark, page_number=page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(writer: PdfWriter, page: PageObject, clip: Rectangle) -> IndirectObject:
    """Bring a page in as a form: its content stream byte for byte, its resources once a file."""
    contents = page["/Contents"].get_object()
    form = StreamObject()
    if isinstance(contents, StreamObject) and not isinstance(contents, ContentStream):
        form._data = contents._data
        for name in ("/Filter", "/DecodeParms"):
            if name in contents:
                form[NameObject(name)] = contents.raw_get(name)
    else:
        whole = page.get_contents()
        form._data = b"" if whole is None else whole.get_data()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(each) for each in clip)
    form[NameObject("/Resources")] = page.raw_get("/Resources").clone(writer)
    return writer._add_object(form)


def _lay_under(writer: PdfWriter, page: PageObject, under: Under, form: IndirectObject) -> None:
    below = StreamObject()
    below._data = "\n".join(
        (
            *(_line(each) for each in under.rules),
            "q",
            f"{under.scale:.5f} 0 0 {under.scale:.5f} {under.x:.3f} {under.y:.3f} cm",
            *(f"q {grey:g} g {_area(area)} re f Q" for area, grey in under.tints),
            f"{_UNDER} Do",
            "Q",
        )
    ).encode()
    resources = page["/Resources"].get_object()
    named = DictionaryObject({NameObject(_UNDER): form})
    if isinstance(resources, DictionaryObject):
        own = resources.get("/XObject")
        named.update(own.get_object() if own is not None else {})
        page[NameObject("/Resources")] = DictionaryObject({**resources, NameObject("/XObject"): named})
    ours = page.raw_get("/Contents")
    page[NameObject("/Contents")] = ArrayObject([writer._add_object(below), ours])


def _line(rule: Rule) -> str:
    ends = f"{rule.x0:.2f} {rule.y0:.2f} m {rule.x1:.2f} {rule.y1:.2f} l S"
    return f"q {rule.grey:g} G {rule.width:g} w {ends} Q"


def _area(area: Rectangle) -> str:
    x0, y0, x1, y1 = area
    return f"{x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f}"
