"""How much an engine gains, in one run: ``python -m benchmarks.scale [ROUNDS] [--write]``, into docs/scale.md.

Packs an hour of ``first-hour`` (12 trainees, 3 variants) on one core, two cores and a Dask cluster of two workers with a
thread each, and their efficiency: the speed over that of one core, divided by two. Then 10^8 answers of a Rasch model.
Engines take turns within a round; what starts them is not counted. Seconds are those of the clock on the wall, since
processes are what is measured: other work on the machine disturbs.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from benchmarks.measuring import Times
from benchmarks.memory import MEBIBYTE, UNIT, own_peak
from simulator.difficulty.simulate import ClassAbility
from simulator.engines.engine import Engine
from simulator.engines.running import in_order
from simulator.research.long_run import begin, record, run_shards
from simulator.research.many_packs import ManyPacks, solved
from simulator.research.many_responses import ManyResponses
from simulator.research.shards import Writer, shards_of
from simulator.scenario import load_scenario

ROUNDS = 2
SEED = "measures of many packs"
PACKS = {"keys and answers": 8, "with papers": 4}
ITEMS, TRAINEES, SHARD = 40, 2_500_000, 25_000
PAGE = Path(__file__).parent.parent / "docs" / "scale.md"
OPEN, CLOSE = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"


def main(rounds: int, write: bool) -> None:
    load = os.getloadavg()[0]
    lines = [
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {rounds} rounds, median (lowest to highest); "
        f"other work ran beside it (load {load:.1f} before, {{after:.1f}} after).",
        "",
        "| `first-hour`, packs an hour | one core | two cores | efficiency | Dask, two workers | efficiency |",
        "|---|---|---|---|---|---|",
    ]
    with engines() as where:
        for name, count in PACKS.items():
            lines.append(_row(name, _times(where, rounds, _packs(name == "with papers"), count), count))
    lines += ["", *_many_responses()]
    text = "\n".join(lines).format(after=os.getloadavg()[0]) + "\n"
    print(text)
    if write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(OPEN)
        PAGE.write_text(before + OPEN + text + CLOSE + rest.partition(CLOSE)[2], encoding="utf-8")


@contextmanager
def engines() -> Iterator[dict[str, Engine]]:
    from distributed import LocalCluster

    from simulator.engines.on_dask import disconnect

    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None)
    with cluster:
        where = {"one core": Engine(), "two cores": Engine(jobs=2), "dask": Engine("dask", None, cluster.scheduler_address)}
        scenario = load_scenario("first-hour")
        for engine in where.values():
            # What a process loads before its first pack is no part of a long run.
            list(in_order(solved, ((scenario, f"warm {number}") for number in range(4)), engine))
        try:
            yield where
        finally:
            disconnect()


def _packs(papers: bool) -> Writer:
    return ManyPacks(load_scenario("first-hour"), SEED, ClassAbility(), papers)


def _times(where: dict[str, Engine], rounds: int, writer: Writer, count: int) -> dict[str, Times]:
    seconds: dict[str, list[float]] = {name: [] for name in where}
    for number in range(rounds):
        for name in list(where)[number % len(where) :] + list(where)[: number % len(where)]:
            begun = perf_counter()
            run(writer, count, 1, where[name])
            seconds[name].append(perf_counter() - begun)
    return {name: Times(tuple(found)) for name, found in seconds.items()}


def run(writer: Writer, total: int, size: int, engine: Engine) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        begin(out, record("benchmark", SEED, total, size, {}, None))
        ended = run_shards(out, writer, shards_of(total, size), engine)
        assert not ended.not_made, ended.not_made


def _row(name: str, times: dict[str, Times], count: int) -> str:
    one = times["one core"]
    cells = [_spread([3600 * count / seconds for seconds in one.rounds], 0)]
    for each in ("two cores", "dask"):
        cells.append(_spread([3600 * count / seconds for seconds in times[each].rounds], 0))
        cells.append(_spread([ratio / 2 for ratio in one.over(times[each]).rounds], 2))
    return f"| {name} | {' | '.join(cells)} |"


def _spread(found: list[float], digits: int) -> str:
    return f"{np.median(found):.{digits}f} ({min(found):.{digits}f} to {max(found):.{digits}f})"


def _many_responses() -> list[str]:
    lines = [
        f"| {TRAINEES * ITEMS:,} answers ({TRAINEES:,} trainees x {ITEMS}) | seconds | peak memory of a process, MiB |",
        "|---|---|---|",
    ]
    for jobs, name in ((1, "one core"), (2, "two cores")):
        words = [sys.executable, "-m", "benchmarks.scale", "--responses", str(jobs)]
        seconds, peak = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
        lines.append(f"| {name}, shards written with their digests | {seconds} | {peak} |")
    return lines


def _responses(jobs: int) -> None:
    begun = perf_counter()
    run(ManyResponses(tuple(np.linspace(-2, 2, ITEMS)), 1.0, SEED), TRAINEES, SHARD, Engine(jobs=jobs))
    seconds = perf_counter() - begun
    if jobs > 1:
        from joblib.externals.loky import get_reusable_executor

        get_reusable_executor().shutdown(wait=True)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT
    print(f"{seconds:.1f} {max(own_peak(), children) / MEBIBYTE:.0f}")


if __name__ == "__main__":
    if "--responses" in sys.argv:
        _responses(int(sys.argv[-1]))
    else:
        numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
        main(numbers[0] if numbers else ROUNDS, "--write" in sys.argv)
