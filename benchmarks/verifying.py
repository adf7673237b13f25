"""Milliseconds a page of reading a pack back from print, checks and comparison included."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import msgspec

from benchmarks.generating import SEED, Exercise
from benchmarks.measuring import Times
from simulator.pack.generate import generate_pack
from simulator.verify.reading import read_pages
from simulator.verify.run import verify_pack


def measure(here: Exercise, rounds: int) -> Times:
    """Verify one variant a round."""
    class_ = msgspec.structs.replace(here.scenario.class_, trainees=rounds, variants="trainee")
    scenario = msgspec.structs.replace(here.scenario, class_=class_)
    found = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = generate_pack(folder, scenario, SEED, given=True)
        for each in made.pack.trainees:
            sides = len(read_pages(folder / "trainee" / each.id / "dossier.pdf"))
            begun = process_time()
            verify_pack(folder, each.variant)
            found.append(1000 * (process_time() - begun) / sides)
    return Times(tuple(found))
