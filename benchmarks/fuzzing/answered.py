"""Readers of what a class sends: tables, forms, scans, completed reviews, and the roster."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from benchmarks.fuzzing.damage import damaged
from benchmarks.fuzzing.running import Reader, Refused
from benchmarks.fuzzing.setting import Setting, read_again, review
from benchmarks.fuzzing.structures import cells_changed, tables
from simulator.formats.vocabulary import VERDICTS
from simulator.intake.answers_csv import OPTIONAL, REQUIRED
from simulator.intake.forms.answers import SentForm, form_answers
from simulator.intake.gather import gather
from simulator.intake.scans.review import COLUMNS
from simulator.intake.scans.workers import SECONDS, Worker

_CSV = (b",", b";", b'"', b"\n", b"\r\n", *b"C01 T001 release INV-14.1 =1 trainee decision answer".split())
_MANY = " ".join(f"INV-{number}" for number in range(12_000))
_PLAIN = "T001 t002 T999 C01 c02 C99 RECONOCIMIENTO maybe 1 4 5 INV-14.1 BL- - use drop 7,5 G01"
_WORDS = (
    *VERDICTS, "", _MANY, "sin objeción", "INV-14.1 BL-2a", "inv-14 ; bl-15", "goods cross",
    *_PLAIN.split(),
)  # fmt: skip
_PDF = (
    b" 0 R", b" 1 R", b"%PDF-1.7\n", *b"obj endobj stream endstream xref trailer startxref << >> [ ] null ( )".split(),
    *b"/Kids /Fields /V /T /AS /AP /N /Parent /Type /Page /Pages /Count /Length /Filter /FlateDecode /MediaBox".split(),
    *b"/Encrypt /AcroForm /XFA /Prev /Root".split(),
)  # fmt: skip
_PICTURES = (
    b"\x89PNG\r\n\x1a\n", *b"IHDR IDAT PLTE tRNS iCCP acTL IEND".split(), b"\xff\xd8\xff\xe0", b"\xff\xc0", b"\xff\xda",
    b"\xff\xd9", b"\xff\xe1", b"Exif\0\0", b"II*\0", b"MM\0*", b"\0\0\0\0", b"\xff\xff\xff\xff", b"PK\x03\x04",
)  # fmt: skip


def tables_of_answers(setting: Setting) -> Iterator[Reader]:
    """Yield the readers of tables, which run in this process as they do in a command."""
    opened = setting.opened
    columns = (*REQUIRED, *OPTIONAL)
    typed = st.one_of(damaged([setting.answers], _CSV), cells_changed(setting.answers), tables(columns, _WORDS))
    yield Reader("answers, table", setting.new("answers.csv"), lambda path: gather([path], opened), typed, share=2)
    queue = review(setting)
    items = [line.split(",")[0] for line in queue.decode().splitlines()[1:]]
    completed = st.one_of(damaged([queue], _CSV), cells_changed(queue), tables(COLUMNS, (*items, *_WORDS)))
    yield Reader(
        "completed review.csv",
        setting.new("review.csv"),
        lambda path: read_again(setting, [*setting.scans, path]),
        completed,
    )


def files_of_answers(setting: Setting, worker: Worker) -> Iterator[Reader]:
    """Yield the readers of files that are opened in a process of their own."""

    def read_form(path: Path) -> None:
        reply = worker.ask(path)
        if reply.problem is not None:
            raise Refused(reply.problem)
        if reply.form is not None:
            form_answers([SentForm(path.name, reply.form)], setting.opened)

    def read_scan(path: Path) -> None:
        reply = worker.ask(path)
        for page in range(1, min(reply.pages or 0, 3) + 1):
            if reply.problem is None:
                reply = worker.ask(path, page)
        if reply.problem is not None:
            raise Refused(reply.problem)

    form = damaged(_forms(setting), _PDF)
    longest = 2 * SECONDS
    yield Reader("form, PDF", setting.new("form.pdf"), read_form, form, longest, share=0.5)
    for kind, content in _scans(setting).items():
        files = damaged(content, _PDF if kind == "PDF" else _PICTURES)
        name = f"scan.{kind.lower()}"
        yield Reader(f"scan, {kind}", setting.new(name), read_scan, files, longest, share=0.5)


def _forms(setting: Setting) -> list[bytes]:
    """A form as two programs save it."""
    writer = PdfWriter(clone_from=PdfReader(setting.pack / "trainee" / "T001" / "answer-form.pdf"))
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            field = reference.get_object()
            if field.get("/FT") == "/Tx" and str(field.get("/T", "")).endswith("flags"):
                field[NameObject("/V")] = TextStringObject("INV-14.1")
    by_library, by_viewer = io.BytesIO(), io.BytesIO()
    writer.write(by_library)
    pypdfium2.PdfDocument(by_library.getvalue()).save(by_viewer)
    return [by_library.getvalue(), by_viewer.getvalue()]


def _scans(setting: Setting) -> dict[str, list[bytes]]:
    """A scanned page and a small picture in every kind of file."""
    page = Image.open(setting.scans[0]).convert("L")
    small = page.crop((0, 0, 240, 200))
    found: dict[str, list[bytes]] = {}
    for kind, how in (("PDF", {}), ("PNG", {}), ("JPEG", {"quality": 60}), ("TIFF", {"compression": "tiff_lzw"})):
        for image in (small, small.convert("1"), small.convert("RGB"), page):
            buffer = io.BytesIO()
            image.save(buffer, kind, **how)
            found.setdefault(kind, []).append(buffer.getvalue())
    return found
