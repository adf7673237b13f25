"""The figures of reading scans as tables in docs/scanning.md, between two marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks.scanning.filled import HANDS
from benchmarks.scanning.machines import MACHINES

PAGE = Path(__file__).parent.parent.parent / "docs" / "scanning.md"


def write_figures(found: Mapping[tuple[str, str], Counter[str]]) -> None:
    """Replace the tables of reading."""
    machines = {machine.name: _sum(found, 0, machine.name) for machine in MACHINES}
    hands = {hand.name: _sum(found, 1, hand.name) for hand in HANDS}
    clean = sum((machines[machine.name] for machine in MACHINES if machine.clean), Counter())
    every = sum(machines.values(), Counter())
    rows = [*machines.items(), ("**all clean scans**", clean), ("**all**", every)]
    replace(
        "figures", "\n\n".join((_table("what a machine did", rows), _table("hand, on all machines", list(hands.items()))))
    )


def replace(name: str, content: str) -> None:
    """Replace what stands between ``<!-- name -->`` and ``<!-- /name -->``."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(f"<!-- {name} -->\n")
    _, _, after = rest.partition(f"<!-- /{name} -->")
    PAGE.write_text(f"{before}<!-- {name} -->\n{content}\n<!-- /{name} -->{after}", encoding="utf-8")


def _sum(found: Mapping[tuple[str, str], Counter[str]], place: int, name: str) -> Counter[str]:
    return sum((counts for key, counts in found.items() if key[place] == name), Counter())


def _table(title: str, rows: list[tuple[str, Counter[str]]]) -> str:
    lines = [
        f"| {title} | pages | not read | boxes | wrong, unasked | boxes to review | questions to review |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, counts in rows:
        if counts["pages"]:
            lines.append(
                f"| {name} | {counts['pages']} | {counts['unread']} | {counts['boxes']:,} | {counts['wrong boxes']} | "
                f"{_share(counts['review boxes'], counts['boxes'])} | {_share(counts['review'], counts['groups'])} |"
            )
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.2f} %"
