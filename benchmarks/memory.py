"""Peak memory and processor seconds of a class pack, each in a process of its own: ``python -m benchmarks.memory 70``."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

MEBIBYTE = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``."""


def measure(trainees: int) -> tuple[float, float]:
    """Return MiB at the peak and seconds, for a class in which everybody has papers of his own."""
    command = (sys.executable, "-m", "benchmarks.memory", str(trainees))
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    mebibytes, seconds = json.loads(done.stdout)
    return mebibytes, seconds


def _generate(trainees: int) -> tuple[float, float]:
    import msgspec

    from benchmarks.generating import SEED
    from simulator.pack.generate import generate_pack
    from simulator.scenario import load_scenario

    scenario = load_scenario("monterrey")
    class_ = msgspec.structs.replace(scenario.class_, trainees=trainees, variants="trainee")
    with TemporaryDirectory() as folder:
        begun = process_time()
        generate_pack(Path(folder), msgspec.structs.replace(scenario, class_=class_), SEED, given=True)
        seconds = process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * UNIT / MEBIBYTE, seconds


if __name__ == "__main__":
    print(json.dumps(_generate(int(sys.argv[1]))))
