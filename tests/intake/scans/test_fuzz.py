"""Whatever is sent, the reader answers with a reading or with a sentence, and goes on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from intake.scans.handing_in import Class
from simulator.intake.scans.messages import Reply
from simulator.intake.scans.opening import CannotOpen, open_file, page_image
from simulator.intake.scans.page_reading import read_page
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.intake.scans.workers import Worker

STARTS = (b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*")
ENDINGS = (".pdf", ".png", ".jpg", ".tif")


def rough(examples: int) -> settings:
    """Every example writes over the file of the one before, in a folder that all of them share."""
    return settings(max_examples=examples, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _seeds() -> dict[str, bytes]:
    """A small good file of each kind, to be damaged."""
    image = Image.fromarray(np.tile(np.arange(240, dtype=np.uint8), (260, 1)))
    found: dict[str, bytes] = {}
    for ending, kind in ((".png", "PNG"), (".jpg", "JPEG"), (".tif", "TIFF"), (".pdf", "PDF")):
        buffer = io.BytesIO()
        image.save(buffer, kind)
        found[ending] = buffer.getvalue()
    return found


SEEDS = _seeds()


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of some kind: any bytes, or a good one with bytes changed, cut out, doubled or cut off."""
    ending = draw(st.sampled_from(ENDINGS))
    if draw(st.booleans()):
        start = draw(
            st.sampled_from([b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*"])
        )
        return ending, start + draw(st.binary(max_size=400))
    content = bytearray(SEEDS[ending])
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.integers(0, 3)):
            case 0:
                content[place : place + 1] = bytes([draw(st.integers(0, 255))])
            case 1:
                del content[place : place + draw(st.integers(1, 64))]
            case 2:
                content[place:place] = content[place : place + draw(st.integers(1, 64))]
            case _:
                del content[draw(st.integers(0, len(content))) :]
    return ending, bytes(content)


def _assert_answered(reply: Reply) -> None:
    assert (reply.problem is None) != (reply.pages is None and reply.read is None)
    assert reply.problem is None or (reply.problem and "\n" not in reply.problem)


@rough(150)
@given(damaged().filter(lambda each: each[0] != ".pdf"))
def test_damaged_pictures_are_pictures_or_a_sentence(tmp_path: Path, file: tuple[str, bytes]) -> None:
    path = tmp_path / f"file{file[0]}"
    path.write_bytes(file[1])
    with suppress(CannotOpen):
        for page in range(1, min(open_file(path).pages, 3) + 1):
            assert page_image(path, page).mode in ("L", "1")


@rough(15)
@given(st.integers(1, 300), st.integers(1, 300), st.binary(min_size=1, max_size=64), st.sampled_from(["L", "1"]))
def test_any_picture_is_read_as_something(finder: SheetFinder, wide: int, tall: int, texture: bytes, mode: str) -> None:
    tiled = np.resize(np.frombuffer(texture, dtype=np.uint8), (tall, wide))
    read = read_page(Image.fromarray(tiled).convert(mode), finder.pack, finder)
    assert read.reading.state in ("blank", "unknown")


@pytest.fixture(scope="module")
def worker(first_hour: Path) -> Iterator[Worker]:
    found = Worker(first_hour, seconds=20.0)
    yield found
    found.close()


@rough(40)
@given(damaged())
def test_damaged_files_cost_at_most_themselves(tmp_path: Path, worker: Worker, file: tuple[str, bytes]) -> None:
    _ask(worker, tmp_path, file)


@pytest.mark.slow
@rough(20_000)
@given(damaged())
def test_twenty_thousand_damaged_files(tmp_path: Path, worker: Worker, file: tuple[str, bytes]) -> None:
    _ask(worker, tmp_path, file)


@pytest.mark.slow
@rough(300)
@given(st.data())
def test_spoiled_pages_of_our_own_are_read_without_an_error(class_: Class, finder: SheetFinder, data: st.DataObject) -> None:
    """Rectangles of any grey over a good page: never an error, and never a page of somebody else's."""
    page = np.asarray(class_.first_page({})[0]).copy()
    for _ in range(data.draw(st.integers(1, 12))):
        y, x = data.draw(st.integers(0, page.shape[0] - 1)), data.draw(st.integers(0, page.shape[1] - 1))
        high, wide = data.draw(st.integers(1, 900)), data.draw(st.integers(1, 900))
        page[y : y + high, x : x + wide] = data.draw(st.integers(0, 255))
    reading = read_page(Image.fromarray(page), finder.pack, finder).reading
    assert reading.code in ("", f"DIS1/{finder.pack.upper()}/P1/1")


def _ask(worker: Worker, folder: Path, file: tuple[str, bytes]) -> None:
    path = folder / f"file{file[0]}"
    path.write_bytes(file[1])
    reply = worker.ask(path)
    _assert_answered(reply)
    if reply.pages:
        _assert_answered(worker.ask(path, 1))


def test_a_good_file_of_each_kind_is_read(tmp_path: Path, worker: Worker) -> None:
    """What is damaged above is whole to begin with."""
    for ending, content in SEEDS.items():
        (tmp_path / f"good{ending}").write_bytes(content)
        assert worker.ask(tmp_path / f"good{ending}").pages == 1
        assert worker.ask(tmp_path / f"good{ending}", 1).read is not None
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.showPage()
    canvas.save()
    (tmp_path / "plain.pdf").write_bytes(buffer.getvalue())
    assert worker.ask(tmp_path / "plain.pdf", 1).read is not None
