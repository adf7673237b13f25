"""All measures in one run, as tables. ``python -m benchmarks [ROUNDS]``; nothing here can fail a build."""

from __future__ import annotations

import os
import platform
import sys

from benchmarks import generating, memory, modules, starting, verifying, with_fpdf2
from benchmarks.measuring import Times

ROUNDS = 21
SMALL, LARGE = 7, 70


def main(rounds: int) -> None:
    """Measure and print."""
    here = generating.exercise()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {rounds} rounds, median (lowest to highest)\n")
    _pages(generating.measure(here, rounds))
    _modules(modules.measure(here, rounds))
    print(f"verify, ms a page             {_spread(verifying.measure(here, SMALL))}\n")
    _starts(starting.measure(max(15, rounds)))
    _memory()


def _pages(found: generating.Generating) -> None:
    print(f"monterrey, one variant, {found.sides:.0f} sides   ms a page              times the bare canvas   aim")
    aims = {"whole pipeline": "4.0", "drawing": "1.5", "drawing without marks": "1.5"}
    for name, times in found.milliseconds.items():
        print(f"{name:34}{_spread(times):23}{_spread(found.ratios[name]):24}{aims.get(name, '')}")
    if not with_fpdf2.is_installed():
        print("fpdf2 is not installed and was left out; pip install fpdf2")
    share = Times(tuple(100 * each for each in found.checks.rounds))
    print(f"\nall checks, % of generation   {_spread(share, 1)}   aim 10\n")


def _starts(found: dict[str, Times]) -> None:
    ours, empty = found["simulator --help"], found["empty Typer application"]
    for name, times in found.items():
        print(f"{name:30}{_spread(Times(tuple(1000 * each for each in times.rounds)), 0)} ms")
    print(f"{'ratio':30}{ours.median / empty.median:.2f}, round by round {_spread(ours.over(empty))}   aim 1.3\n")


def _modules(found: dict[str, Times]) -> None:
    few, all_ = found.values()
    for name, times in found.items():
        print(f"{name:30}{_spread(times)} ms a consignment")
    print(f"{'ratio':30}{all_.median / few.median:.2f}, round by round {_spread(all_.over(few))}\n")


def _memory() -> None:
    peaks = []
    for trainees, jobs in ((SMALL, 1), (LARGE, 1), (LARGE, 2)):
        used = memory.measure(trainees, jobs)
        processes = f"{jobs} process{'es' if jobs > 1 else ''}"
        told = f"peak {used.mebibytes:.0f} MiB, {used.processor:.1f} s of processors, {used.wall:.1f} s on the clock"
        print(f"{f'{trainees} own variants, {processes}':30}{told}")
        peaks.append(used.mebibytes)
    print(f"{f'{LARGE} over {SMALL}, peak':30}{peaks[1] / peaks[0]:.2f}   aim 1.2")


def _spread(times: Times, digits: int = 2) -> str:
    low, high = min(times.rounds), max(times.rounds)
    return f"{times.median:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
