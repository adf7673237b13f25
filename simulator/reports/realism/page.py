"""The comparison as a Markdown page: for every figure the real one, the simulated one, and why where they are far apart."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reference.real_shipments import real_shipments
from simulator.reports.realism.measuring import NEAR, Compared, is_near, quantiles
from simulator.reports.realism.run import Realism

UNEXPLAINED = "not explained; look at `simulator/trade`"
NAMES = ("5 %", "median", "95 %")


def markdown(found: Realism, pictures: str) -> str:
    """Return the page; ``pictures`` is the folder of the plots as seen from the page."""
    return "\n".join(
        [
            *_head(found),
            *_quantiles(found, pictures),
            *_shares(found, pictures),
            *_bills(found),
            *_descriptions(found),
            *_alike(found),
        ]
    )


def _head(found: Realism) -> Iterator[str]:
    sample = found.sample
    containers = sum(number * bills for number, bills in found.containers_a_bill.items())
    yield "# Realism"
    yield ""
    yield f"Written by `simulator realism {sample.scenario} --variants {sample.variants}`; change nothing here by hand."
    yield ""
    yield (
        f"Sample: scenario `{sample.scenario}`, seed `{sample.seed}`, {sample.variants} variants: {len(sample.all)} "
        f"shipments by sea in {containers} containers. {len(sample.of_class)} of them are the class's consignments, before "
        f"anything is planted, {len(sample.others)} other people's on the same manifests."
    )
    yield ""
    yield (
        "The real figures are published ones; `simulator/reference/data/real_shipments.toml` names their sources: 598 "
        "containers through Antwerp, 18 bills of the American manifest system, a Mexican importer's invoices. They are not "
        f"Mexican traffic of 2009. A figure is *near* within a factor of {NEAR}: {sum(found.verdicts)} of "
        f"{len(found.verdicts)} are."
    )
    yield ""


def _quantiles(found: Realism, pictures: str) -> Iterator[str]:
    yield "## What is in a container"
    yield f"![5 to 95 %, real and simulated]({pictures}/quantiles.svg)"
    yield ""
    yield f"![how many of the simulated containers lie below a value]({pictures}/distributions.svg)"
    yield ""
    yield "| a container's | quantile | real | simulated | ratio | near |"
    yield "|---|---|---|---|---|---|"
    for each in found.measures:
        yield from _rows(each)
    yield ""


def _rows(each: Compared) -> Iterator[str]:
    title = each.real.title.en.removesuffix(" in a container").lower()
    title += f" ({each.real.unit})" if each.real.unit else ""
    for name, real, ours, ratio, near in zip(
        NAMES, each.real.quantiles, each.simulated, each.ratios, each.near, strict=True
    ):
        yield f"| {title} | {name} | {_figure(real)} | {_figure(ours)} | {ratio:.2f} | {_verdict(near, each.real.why)} |"


def _shares(found: Realism, pictures: str) -> Iterator[str]:
    yield "## Whole numbers and first digits"
    yield "| share | real | simulated | ratio | near |"
    yield "|---|---|---|---|---|"
    for each in found.shares:
        title, real, ours = each.real.title.en, each.real.share, each.simulated
        yield f"| {title} | {real:.2f} | {ours:.2f} | {ours / real:.2f} | {_verdict(is_near(ours, real), each.real.why)} |"
    for digit in found.digits:
        real, ours = digit.expected, digit.simulated
        told = f"{real:.3f} ({'real' if digit.published else 'Benford'})"
        verdict = _verdict(is_near(ours, real), _chance(ours, real, len(found.sample.all)))
        yield f"| Invoice totals that begin with {digit.digit} | {told} | {ours:.3f} | {ours / real:.2f} | {verdict} |"
    yield ""
    yield f"![first digits of invoice totals]({pictures}/leading-digits.svg)"
    yield ""


def _bills(found: Realism) -> Iterator[str]:
    real = real_shipments().containers_a_bill
    bills = found.containers_a_bill
    ours = found.mean_containers
    yield "## Containers a bill"
    yield "| | real | simulated | ratio | near |"
    yield "|---|---|---|---|---|"
    verdict = _verdict(is_near(ours, real.mean), "see below")
    yield f"| mean | {real.mean:.1f} | {ours:.1f} | {ours / real.mean:.2f} | {verdict} |"
    yield f"| fewest to most | {real.fewest} to {real.most} | {min(bills)} to {max(bills)} | | |"
    yield ""
    shares = ", ".join(f"{number}: {count / sum(bills.values()):.0%}" for number, count in bills.items())
    yield f"Simulated bills by their containers: {shares}."
    yield ""
    if not is_near(ours, real.mean):
        yield f"Why not near: {real.why}"
        yield ""


def _descriptions(found: Realism) -> Iterator[str]:
    style, longest = found.style, real_shipments().descriptions.longest
    low, middle, high = style.characters
    yield "## Descriptions on bills"
    yield (
        f"Put together as one text, what a simulated bill says of its goods has {low:.0f} / {middle:.0f} / {high:.0f} "
        f"characters (5 / 50 / 95 %), {style.longest} at most. The American form cuts at {longest}; quantiles of real ones "
        "are not published. Real texts are broken into lines of about 30 characters in the middle of words; the house style "
        "`typewriter` does so, the others break between words."
    )
    yield ""
    yield "| said on real bills | simulated bills that say it | if few, why |"
    yield "|---|---|---|"
    for piece in style.pieces:
        yield f"| {piece.real.title.en} | {piece.simulated:.0%} | {piece.real.why if piece.simulated < 0.5 else ''} |"
    yield ""


def _alike(found: Realism) -> Iterator[str]:
    yield "## The class's consignments beside other people's"
    yield (
        "A trainee sees both on one manifest. More of the class's bear a mark, and marked goods are dear and travel in "
        "cartons, so that theirs are somewhat lighter."
    )
    yield ""
    yield "| a container's | the class's 5 / 50 / 95 % | other people's |"
    yield "|---|---|---|"
    for each in found.measures:
        here, there = (" / ".join(map(_figure, quantiles(values))) for values in (each.of_class, each.of_others))
        yield f"| {each.real.title.en.removesuffix(' in a container').lower()} | {here} | {there} |"
    yield ""


def _chance(ours: float, real: float, count: int) -> str:
    """Return the words for a share that lies within two standard errors of the real one."""
    return (
        "within two standard errors of a sample of this size"
        if abs(ours - real) < 2 * (real * (1 - real) / count) ** 0.5
        else ""
    )


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _verdict(near: bool, why: str) -> str:
    return "yes" if near else f"no: {why or UNEXPLAINED}"
