"""How fast scans are read and in how much memory: ``python -m benchmarks.scanning.speed``; writes docs/scanning.md's table.

Pages are JPEG pictures in one PDF, as feeders save them; starting the program and grading are part of the time.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.memory import MEBIBYTE, UNIT, own_peak
from benchmarks.scanning.figures import replace

_PAPERS = "first-hour"
_RESPONDENTS = 10


def main() -> None:
    """Measure and write."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        pack = _pack(place / "pack")
        rows = []
        for dpi, sheets, jobs in ((150, 500, 1), (150, 500, 2), (200, 500, 1), (200, 500, 2), (150, 50, 1)):
            scans = _scans(pack, place / f"{dpi}-{sheets}.pdf", dpi, sheets)
            rows.append((dpi, sheets, jobs, _graded(pack, scans, place / f"out-{dpi}-{sheets}-{jobs}", jobs)))
    head = (
        f"{os.cpu_count()} cores, Python {platform.python_version()}. Pages a second of the clock and of processor time.\n\n"
        "| dpi | pages | processes | pages a second | of one core's time | memory of the command | of a reader |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    lines = [
        f"| {dpi} | {sheets} | {jobs} | {sheets / found['seconds']:.1f} | {sheets / found['processor']:.1f} | "
        f"{found['command']:.0f} MiB | {found['reader']:.0f} MiB |"
        for dpi, sheets, jobs, found in rows
    ]
    replace("speed", head + "\n".join(lines))


def _pack(folder: Path) -> Path:
    import msgspec

    from simulator.pack.generate import generate_pack
    from simulator.scenario import load_scenario

    scenario = load_scenario(_PAPERS)
    class_ = msgspec.structs.replace(scenario.class_, trainees=_RESPONDENTS, variants=1)
    folder.mkdir()
    generate_pack(folder, msgspec.structs.replace(scenario, class_=class_), "a seed for measuring speed", given=True)
    return folder


def _scans(pack: Path, path: Path, dpi: int, sheets: int) -> Path:
    """Write a PDF of filled pages; the same ones come again and again."""
    from PIL import Image

    from benchmarks.scanning.filled import HANDS, as_image, filled, printed, random_meaning
    from benchmarks.scanning.machines import scanner
    from simulator.formats.pack import Pack
    from simulator.formats.reading import read_json
    from simulator.intake.scans.sheets_of_pack import SheetFinder
    from simulator.pack.answer_sheets import holder_of
    from simulator.randomness import Stream

    finder = SheetFinder(pack)
    made: list[Image.Image] = []
    for number, trainee in enumerate(read_json(pack / "pack.json", Pack).trainees, start=1):
        sheet = finder.own(number)
        for blank, page in zip(printed(sheet, holder_of(number, trainee)), sheet.pages, strict=True):
            stream = Stream("speed", trainee.id, page.number)
            done = filled(blank, sheet, page, random_meaning(page, stream), HANDS[0], stream)
            made.append(scanner(dpi)(as_image(done), stream.at("machine")))
    pages = [made[place % len(made)] for place in range(sheets)]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=dpi)
    return path


def _graded(pack: Path, scans: Path, out: Path, jobs: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scanning.speed", str(pack), str(scans), str(out), str(jobs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


def _grade(pack: str, scans: str, out: str, jobs: str) -> None:
    """Grade in this process and print what it took."""
    from simulator.cli.main import run

    sys.argv = ["simulator", "grade", pack, scans, "--out", out, "--jobs", jobs]
    begun = perf_counter()
    with suppress(SystemExit):
        run()
    seconds = perf_counter() - begun
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime
    memory = {"command": own_peak() / MEBIBYTE, "reader": theirs.ru_maxrss * UNIT / MEBIBYTE}
    print(json.dumps({"seconds": seconds, "processor": processor, **memory}))


if __name__ == "__main__":
    main() if len(sys.argv) == 1 else _grade(*sys.argv[1:])
