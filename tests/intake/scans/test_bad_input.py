"""What is no scan is named with its reason, and the rest is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from intake.scans.handing_in import Class, read, save
from simulator.intake.scans.messages import Reply
from simulator.intake.scans.workers import Worker


@pytest.fixture(scope="module")
def worker(first_hour: Path) -> Iterator[Worker]:
    found = Worker(first_hour, seconds=30.0)
    yield found
    found.close()


def pdf(draw: Callable[[Canvas], None], size: tuple[float, float] = (612.0, 792.0), **more: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, **more)  # type: ignore[arg-type]
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def plain(canvas: Canvas) -> None:
    canvas.drawString(72, 720, "A page")


def png(wide: int, tall: int, rows: bytes | None = None) -> bytes:
    """A PNG of one bit a pixel that says it is so large, whatever its data is."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", wide, tall, 1, 0, 0, 0, 0)
    data = zlib.compress(b"\0" * (tall * (1 + (wide + 7) // 8)) if rows is None else rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("scan.pdf", b"%PDF-1.4")
    return buffer.getvalue()


def deeply_compressed() -> bytes:
    """A PDF whose page is a stream of three gigabytes, packed twice into some kilobytes."""
    once = zlib.compressobj(1)
    packed = b"".join(once.compress(b"q Q\n" * (1 << 18)) for _ in range(3072)) + once.flush()
    twice = zlib.compress(packed, 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream" % (len(twice), twice)
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    found, places = b"%PDF-1.4\n", []
    for number, content in enumerate((catalogue, pages, page, stream), start=1):
        places.append(len(found))
        found += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(found)
    return (
        found
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked.pdf": (lambda: pdf(plain, encrypt=pdfencrypt.StandardEncryption("secret")), "locked with a password"),
    "cut.pdf": (lambda: b"%PDF-1.4\n1 0 obj\n<< /Type /Cat", "damaged PDF"),
    "zipped.pdf": (zipped, "a ZIP file, not PDF"),
    "picture.pdf": (lambda: png(800, 1000), "a PNG file, not PDF"),
    "words.png": (lambda: b"These are my answers.", "something else, not PNG"),
    "photo.jpg": (lambda: b"\x00\x00\x00\x18ftypheic" + bytes(64), "a HEIC file, not JPEG"),
    "nothing.tif": (lambda: b"", "it is empty"),
    "cut.png": (lambda: png(1200, 1600)[:90], "damaged picture"),
    "bomb.png": (lambda: png(30_000, 30_000), "30000 by 30000 pixels"),
    "lying.png": (lambda: png(12_000, 6_000, b"\0" * 64), "damaged picture"),
    "cut.jpg": (lambda: _jpeg()[:200], "damaged picture"),
    "noise.tiff": (lambda: b"II*\x00\xff\xff\xff\xff" + bytes(range(256)), "damaged picture"),
}  # fmt: skip


def _jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (900, 1200), 200).save(buffer, "JPEG")
    return buffer.getvalue()


def asked(worker: Worker, path: Path) -> Reply:
    counted = worker.ask(path)
    return counted if counted.problem else worker.ask(path, 1)


@pytest.mark.parametrize("name", BAD)
def test_each_is_refused_with_its_reason(worker: Worker, tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    (tmp_path / name).write_bytes(content())
    reply = asked(worker, tmp_path / name)
    assert reply.problem is not None
    assert said in reply.problem


def test_a_page_of_ten_metres_is_a_page_like_any_other(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "banner.pdf"
    path.write_bytes(pdf(plain, (28_346.0, 28_346.0)))
    reply = asked(worker, path)
    assert reply.read is not None
    assert reply.read.reading.state == "blank"


@pytest.mark.slow
def test_a_deeply_compressed_pdf_costs_its_file_and_no_more(first_hour: Path, class_: Class, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bomb.pdf").write_bytes(deeply_compressed())
    save(tmp_path / "in" / "good.png", class_.own(1, class_.answers(1))[:1])
    found = read(class_, tmp_path / "work", tmp_path / "in")
    rows = {row["file"]: row["state"] for row in found.table("pages.csv")}
    assert rows["good.png"] == "read"
    assert rows["bomb.pdf"] in ("unreadable", "blank")


def test_the_rest_is_read_and_every_bad_file_is_listed(class_: Class, tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content())
    for name in ("scans.zip", "photo.heic"):
        (tmp_path / "in" / name).write_bytes(b"PK\x03\x04")
    (tmp_path / "in" / "notes.txt").write_text("passed over")
    answers = class_.answers(1)
    save(tmp_path / "in" / "good.pdf", class_.own(1, answers))
    found = read(class_, tmp_path / "work", tmp_path / "in")
    rows = [row for row in found.table("pages.csv") if row["state"] == "unreadable"]
    assert {row["file"] for row in rows} == {*BAD, "scans.zip", "photo.heic"}
    assert {each.file for each in found.gathered.rejections} == {*BAD, "scans.zip", "photo.heic"}
    assert all(row["note"] for row in rows)
    assert [each.respondent for each in found.gathered.submissions] == ["T001"]
    assert found.gathered.submissions[0].answers == answers


def test_a_reader_that_is_killed_is_started_again(first_hour: Path, tmp_path: Path) -> None:
    worker = Worker(first_hour)
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf(plain))
    try:
        assert worker.ask(path).pages == 1
        assert worker._process is not None
        worker._process.kill()
        assert "ended the reader" in (worker.ask(path).problem or "")
        assert worker.ask(path).pages == 1
    finally:
        worker.close()


def test_a_file_that_takes_too_long_is_given_up(first_hour: Path, tmp_path: Path) -> None:
    worker = Worker(first_hour, seconds=0.0)
    (tmp_path / "page.pdf").write_bytes(pdf(plain))
    try:
        assert "took too long" in (worker.ask(tmp_path / "page.pdf").problem or "")
    finally:
        worker.close()


def test_pictures_of_all_modes_are_read_as_grey(tmp_path: Path) -> None:
    from simulator.intake.scans.opening import page_image

    ramp = Image.linear_gradient("L")
    for name, image in {
        "l.png": ramp,
        "bw.tif": ramp.convert("1"),
        "rgb.jpg": ramp.convert("RGB"),
        "rgba.png": ramp.convert("RGBA"),
        "palette.png": ramp.convert("P"),
        "cmyk.tif": ramp.convert("CMYK"),
        "deep.png": ramp.convert("I;16").point(lambda grey: grey * 256),
    }.items():
        image.save(tmp_path / name)
        found = page_image(tmp_path / name, 1).convert("L")
        assert found.size == ramp.size
        assert abs(found.getpixel((128, 16)) - 16) < 40  # type: ignore[operator]
        assert abs(found.getpixel((128, 240)) - 240) < 40  # type: ignore[operator]


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    from simulator.intake.scans.opening import page_image

    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert page_image(tmp_path / "clear.png", 1).getextrema() == (255, 255)


def test_the_pages_of_a_file_are_counted(worker: Worker, tmp_path: Path) -> None:
    pages = [Image.new("L", (300, 400), 255)] * 3
    for name in ("three.tif", "three.pdf"):
        pages[0].save(tmp_path / name, save_all=True, append_images=pages[1:])
        assert worker.ask(tmp_path / name).pages == 3
    assert len(pypdfium2.PdfDocument(tmp_path / "three.pdf")) == 3
