"""Readers of what the program itself wrote and somebody may have changed: packs, grades, calibrations, readings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from hypothesis import strategies as st

from benchmarks.fuzzing.damage import damaged
from benchmarks.fuzzing.running import SECONDS, Reader, Refused
from benchmarks.fuzzing.setting import SEED, Setting, read_again
from benchmarks.fuzzing.structures import cells_changed, json_trees, tables
from simulator.difficulty.calibrating.reading import read_responses
from simulator.difficulty.calibrating.run import calibrate
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.calibrated import drawn
from simulator.difficulty.tuning.forms import Form
from simulator.difficulty.tuning.predicting import predict
from simulator.formats.writing import json_bytes
from simulator.grading.credit import scoring_of
from simulator.grading.gain import gains, read_results
from simulator.grading.regrade import graded_as_kept, regrade_folder
from simulator.grading.run import grade_opened
from simulator.intake.pack_reading import open_pack
from simulator.intake.scans.journal import READINGS, Journal, sha256_of
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.pack.sealing import SEALED
from simulator.randomness import Stream
from simulator.reports.debrief.solo import OPENED, unsealed
from simulator.reports.gradebook import gradebook
from simulator.research.tables import long_tables

_JSON = tuple(b'{ } [ ] : , " null true 1e999 "format" "pack" "v01" \\u0000 \\ud800'.split())
FITTING = 60.0
"""Seconds for reading a class's answers and fitting models to them."""
_CSV = (b",", b";", b'"', b"\n", b"\r", *b"T001 C01 release 0.5 1 nan trainee answered acts".split())
_ZIP = (*b"PK\x03\x04 PK\x01\x02 PK\x05\x06 \0\0 \xff\xff\xff\xff key.json ../".split(), b"simulator sealed 1\n")


def written_by_the_program(setting: Setting) -> Iterator[Reader]:
    """Yield the readers of packs, grades and the like."""
    yield from _packs(setting)
    yield from _grades(setting)
    yield from _sealed(setting)
    seeds = [setting.calibration]
    forms = Form(SEED, setting.opened.key.variants["v01"].consignments)
    yield Reader("calibration", setting.new("calibration.json"), partial(_read_calibration, forms, setting), _json(seeds))
    yield _readings(setting)


def _json(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    trees = json_trees(seeds)
    return st.one_of(damaged(seeds, _JSON), trees, trees)


def _readings(setting: Setting) -> Reader:
    """What was read of scans; where it is lost the scan would be read again, which is another reader's matter."""
    readings, digest = setting.journal / READINGS, sha256_of(setting.scans[0])
    lines = readings.read_bytes().splitlines(keepends=True)

    def read(path: Path) -> None:
        journal = Journal(setting.journal, setting.opened.pack.pack, setting.finder.layout)
        try:
            whole, first = journal.find(digest), journal.find(digest, 1)
            known = whole is not None and whole.pages == 1 and first is not None
        finally:
            journal.close()
        if not known:
            raise Refused("it is read again")
        read_again(setting, setting.scans[:1])

    place = max(range(len(lines)), key=lambda number: digest.encode() in lines[number] and len(lines[number]))
    pages = json_trees([lines[place]]).map(lambda line: b"".join((*lines[:place], line, b"\n", *lines[place + 1 :])))
    return Reader("readings of scans", readings, read, st.one_of(damaged([b"".join(lines)], _JSON), pages, pages))


def _packs(setting: Setting) -> Iterator[Reader]:
    pack, answers = setting.pack, setting.folder / "answers.csv"
    index, key = pack / "pack.json", pack / "instructor" / "key.json"
    sealed = index.read_bytes()

    def grade(path: Path) -> None:
        grade_opened(open_pack(pack), [answers])

    def grade_resealed(path: Path) -> None:
        """As if the key had been sealed so: another person's pack."""
        said = json.loads(sealed) | {"key_sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        index.write_text(json.dumps(said), encoding="utf-8")
        try:
            grade(path)
        finally:
            index.write_bytes(sealed)

    truth, sheets = pack / "instructor" / "truth" / "v01.json", pack / "instructor" / "sheets.json"
    yield Reader("pack.json", index, grade, _json([sealed]))
    yield Reader("key.json", key, grade_resealed, _json([key.read_bytes()]))
    yield Reader("truth", truth, grade, _json([truth.read_bytes()]))
    yield Reader("sheets.json", sheets, lambda path: SheetFinder(pack).own(1), _json([sheets.read_bytes()]))


def _grades(setting: Setting) -> Iterator[Reader]:
    grades = setting.grades
    results, responses, kept = (grades / name for name in ("results.csv", "responses.csv", "submissions.json"))
    good = read_results(results)

    def pooled(path: Path) -> None:
        long_tables([grades])

    def compared(path: Path) -> None:
        gains(good, read_results(path))

    def fitted(path: Path) -> None:
        calibrate(read_responses([path]))

    def both(path: Path) -> None:
        regrade_folder(setting.pack, grades)
        graded_as_kept(setting.opened, grades)

    ways: tuple[tuple[str, Path, Callable[[Path], object]], ...] = (
        ("results, gain", results, compared),
        ("results, gradebook", results, lambda path: gradebook(grades)),
        ("results, export", results, pooled),
        ("responses, export", responses, pooled),
        ("responses, calibrate", responses, fitted),
    )
    for name, path, read in ways:
        rows = path.read_text("utf-8").splitlines()
        words = sorted({cell for row in rows[1:] for cell in row.split(",") if '"' not in cell})
        made = tables(rows[0].split(","), words)
        seed = path.read_bytes()
        files = st.one_of(damaged([seed], _CSV), made, cells_changed(seed), cells_changed(seed))
        yield Reader(name, path, read, files, seconds=FITTING if path is responses else SECONDS)
    yield Reader("submissions, regrade", kept, both, _json([kept.read_bytes()]))
    yield Reader("submissions, export", kept, pooled, _json([kept.read_bytes()]))


def _sealed(setting: Setting) -> Iterator[Reader]:
    def opened(path: Path) -> None:
        with unsealed(setting.solo) as folder:
            open_pack(folder)

    box, record = setting.solo / SEALED, setting.solo / OPENED
    yield Reader("sealed.bin", box, opened, damaged([box.read_bytes()], _ZIP))
    pack = json.loads((setting.solo / "pack.json").read_bytes())["pack"]
    said = json_bytes({"format": 1, "pack": pack, "answers": ["0" * 64]})
    yield Reader("opened.json", record, opened, _json([said]))


def _read_calibration(form: Form, setting: Setting, path: Path) -> None:
    """Do what ``tune`` does with it, for one form and two draws of the weights."""
    from simulator.difficulty.tuning.calibration_file import read_difficulty

    model = read_difficulty(path)
    class_ = ClassAbility(mean=0.0, spread=model.spread)
    predict((form,), scoring_of(setting.opened.key), class_, drawn(model, 2, Stream(SEED)))
