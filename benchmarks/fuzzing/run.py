"""All readers, one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.fuzzing.answered import files_of_answers, tables_of_answers
from benchmarks.fuzzing.made import written_by_the_program
from benchmarks.fuzzing.prepared import written_by_instructors
from benchmarks.fuzzing.running import Tally, feed
from benchmarks.fuzzing.setting import set_up
from simulator.intake.scans.workers import Worker


def feed_all(inputs: int, kept: Path, only: Sequence[str] = ()) -> list[Tally]:
    """Feed every reader, or those whose names hold one of ``only``; what a reader fails over is left in ``kept``."""
    found: list[Tally] = []
    with tempfile.TemporaryDirectory(prefix="simulator-fuzzing-") as name:
        setting = set_up(Path(name))
        with closing(Worker(setting.pack)) as worker:
            readers = (
                *tables_of_answers(setting),
                *files_of_answers(setting, worker),
                *written_by_instructors(setting),
                *written_by_the_program(setting),
            )
            for reader in readers:
                if not only or any(each in reader.name for each in only):
                    found.append(feed(reader, max(1, round(inputs * reader.share)), kept))
                    print(found[-1], flush=True)
    return found
