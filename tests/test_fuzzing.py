"""Every reader accepts or refuses whatever it is fed; ``python -m benchmarks.fuzzing`` feeds it with more."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fuzzing.page import told
from benchmarks.fuzzing.run import feed_all
from benchmarks.fuzzing.running import NotOneSentence, Reader, Refused, TooSlow, feed

INPUTS = 60


@pytest.mark.slow
def test_every_reader_accepts_or_refuses_in_one_sentence(tmp_path: Path) -> None:
    found = feed_all(INPUTS, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    assert all(each.refused for each in found), "a reader that refuses nothing was fed with nothing damaged"
    assert sum(each.accepted > 0 for each in found) > len(found) * 0.8, "what is never accepted goes no deeper than a parser"


def test_the_page_tells_of_a_thousand_files_a_reader_and_of_half_as_many_that_are_opened_elsewhere() -> None:
    counts = {each.reader: each.inputs for each in told()}
    opened_elsewhere = {"form, PDF", "scan, PDF", "scan, PNG", "scan, JPEG", "scan, TIFF"}
    assert opened_elsewhere < counts.keys()
    assert all(count >= (500 if name in opened_elsewhere else 1_000) for name, count in counts.items())


def fed(tmp_path: Path, read: object, seconds: float = 5.0) -> None:
    from hypothesis import strategies as st

    reader = Reader("a reader", tmp_path / "file.csv", read, st.just(b"content"), seconds)  # type: ignore[arg-type]
    feed(reader, 1, tmp_path / "kept")


def test_what_is_neither_ends_the_run_and_keeps_the_file(tmp_path: Path) -> None:
    def breaks(path: Path) -> None:
        raise KeyError("a column")

    def mumbles(path: Path) -> None:
        raise Refused("two\nlines")

    def hangs(path: Path) -> None:
        while True:
            pass

    for read, error in ((breaks, KeyError), (mumbles, NotOneSentence), (hangs, TooSlow)):
        with pytest.raises(error):
            fed(tmp_path, read, seconds=0.2)
        assert (tmp_path / "kept" / "a-reader-file.csv").read_bytes() == b"content"
        (tmp_path / "kept" / "a-reader-file.csv").unlink()
