"""Peak memory and seconds of a class pack, each in a process of its own: ``python -m benchmarks.memory TRAINEES JOBS``."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

MEBIBYTE = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``."""
STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Used:
    """MiB at the peak of the largest process, seconds of all processors, seconds on the clock on the wall."""

    mebibytes: float
    processor: float
    wall: float


def measure(trainees: int, jobs: int = 1) -> Used:
    """Make a pack for a class in which everybody has papers of his own."""
    command = (sys.executable, "-m", "benchmarks.memory", str(trainees), str(jobs))
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Used(*json.loads(done.stdout))


def _generate(trainees: int, jobs: int) -> tuple[float, float, float]:
    import msgspec

    from benchmarks.generating import SEED
    from simulator.engines.engine import Engine
    from simulator.pack.generate import generate_pack
    from simulator.scenario import load_scenario

    scenario = load_scenario("monterrey")
    class_ = msgspec.structs.replace(scenario.class_, trainees=trainees, variants="trainee")
    with TemporaryDirectory() as folder:
        begun, begun_at = process_time(), perf_counter()
        generate_pack(
            Path(folder), msgspec.structs.replace(scenario, class_=class_), SEED, given=True, engine=Engine(jobs=jobs)
        )
        seconds, wall = process_time() - begun, perf_counter() - begun_at
    if jobs > 1:
        _end_workers()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = max(own_peak(), children.ru_maxrss * UNIT)
    return peak / MEBIBYTE, seconds + children.ru_utime + children.ru_stime, wall


def own_peak() -> int:
    """Bytes of this program alone: Linux counts what started it into ``ru_maxrss``, and not into VmHWM."""
    lines = STATUS.read_text().splitlines() if STATUS.exists() else []
    told = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), None)
    return told or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def _end_workers() -> None:
    """End joblib's processes, so that what they used is counted among this one's children."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor().shutdown(wait=True)


if __name__ == "__main__":
    print(json.dumps(_generate(int(sys.argv[1]), int(sys.argv[2]))))
