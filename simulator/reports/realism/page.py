"""The comparison as a Markdown page with a plot: for every quantity the real range and the simulated one."""

from __future__ import annotations

import math

from simulator.reports.realism.measuring import NEAR, Compared, Realism

WIDTH, ROW, LEFT, RIGHT = 640, 46, 210, 20


def markdown(found: Realism, scenario: str, plot: str) -> str:
    """Return the page; ``plot`` is the file name of the picture beside it."""
    lines = [
        "# Realism",
        "",
        f"`simulator realism {scenario}` writes this page: {found.shipments} simulated shipments by sea against published "
        "figures of real ones (`simulator/reference/data/real_shipments.toml` names their sources).",
        f"A quantile is near when it lies within a factor of {NEAR} of the real one.",
        "",
        f"![quantiles, real and simulated]({plot})",
        "",
        "| quantity | real 5 / 50 / 95 % | simulated | factor | near |",
        "|---|---|---|---|---|",
        *(_row(each) for each in found.measures),
        "",
        "| share | real | simulated | near |",
        "|---|---|---|---|",
        *(
            f"| {each.real.title.en} | {each.real.share:.2f} | {each.simulated:.2f} | {_yes(each.is_near)} |"
            for each in found.shares
        ),
        "",
    ]
    return "\n".join(lines)


def _row(each: Compared) -> str:
    real = " / ".join(f"{value:g}" for value in each.real.quantiles)
    ours = " / ".join(f"{value:.3g}" for value in each.simulated)
    factors = " / ".join(f"{value:.2f}" for value in each.factors)
    title = f"{each.real.title.en} ({each.real.unit})" if each.real.unit else each.real.title.en
    return f"| {title} | {real} | {ours} | {factors} | {_yes(each.is_near)} |"


def _yes(near: bool) -> str:
    return "yes" if near else "no"


def plot(found: Realism) -> str:
    """Return an SVG: a bar from 5 to 95 % with a mark at the median, real above simulated, each row on its own log scale."""
    height = ROW * len(found.measures) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="11">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
    ]
    for place, each in enumerate(found.measures):
        parts += _bars(each, 20 + place * ROW)
    legend = "black: real · grey: simulated · bar 5 to 95 %, mark at the median"
    parts.append(f'<text x="{LEFT}" y="{height - 8}" fill="#555">{legend}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _bars(each: Compared, top: float) -> list[str]:
    values = (*each.real.quantiles, *each.simulated)
    low, high = math.log(min(values)), math.log(max(values))
    span = (high - low) or 1.0

    def across(value: float) -> float:
        return LEFT + (math.log(value) - low) / span * (WIDTH - LEFT - RIGHT)

    parts = [f'<text x="8" y="{top + 16}">{each.real.title.en}</text>']
    for quantiles, y, colour in ((each.real.quantiles, top + 6, "#111"), (each.simulated, top + 20, "#888")):
        x0, x1, x2 = (across(value) for value in quantiles)
        parts.append(f'<rect x="{x0:.1f}" y="{y}" width="{x2 - x0:.1f}" height="8" fill="{colour}"/>')
        parts.append(f'<rect x="{x1 - 1.5:.1f}" y="{y - 3}" width="3" height="14" fill="{colour}" stroke="white"/>')
    return parts
