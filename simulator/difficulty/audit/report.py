"""What an audit found, as a record for programs and as a short page for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.difficulty.audit.folds import FOLDS
from simulator.difficulty.audit.permutation import PERMUTATIONS, Feature, Tested
from simulator.difficulty.audit.run import LEVEL, SUCCESS, TESTS, Audit

FORMAT = 1
SHOWN = 8
"""Features on the page for each audit; the record has all."""
OTHERS = {"twins": "clean twins", "selection": "lawful consignments"}
PLANTED = {"twins": "planted dossiers", "selection": "signals"}


def record(scenario: str, seed: str, variants: int, audits: Sequence[Audit]) -> dict[str, Any]:
    """Return everything as plain data; ``p`` is corrected, ``band`` holds 95 % of the areas of exchanged labels."""
    return {
        "format": FORMAT,
        "scenario": scenario,
        "seed": seed,
        "variants": variants,
        "level": LEVEL,
        "tests": TESTS,
        "permutations": PERMUTATIONS,
        "folds": FOLDS,
        "leak": any(each.leaks for each in audits),
        "audits": [_audit(each) for each in audits],
    }


def _audit(each: Audit) -> dict[str, Any]:
    return {
        "audit": each.name,
        "signals": each.signals,
        "others": each.others,
        "packs": each.packs,
        "without_evidence": _test(each.without),
        "with_evidence": _test(each.evidence),
        "leak": each.leaks,
        "power": each.has_power,
        "guilty": [feature.name for feature in each.guilty],
        "features": [
            {"feature": feature.name, "group": feature.group, "auc": round(feature.auc, 4), "p": round(feature.p, 6)}
            for feature in each.features
        ],
    }


def _test(found: Tested) -> dict[str, Any]:
    return {"auc": round(found.auc, 4), "band": [round(each, 4) for each in found.band], "p": round(found.p, 6)}


def markdown(scenario: str, seed: str, variants: int, audits: Sequence[Audit]) -> str:
    """Return a page with a table of both audits and what leans most in each."""
    lines = [
        f"# Audit of {scenario}",
        "",
        f"{variants} variants, seed `{seed}`. A leak is p < {LEVEL:g}; corrected for all features and {TESTS} tests.",
        "",
        *table(scenario, audits),
    ]
    for each in audits:
        lines += ["", f"## {each.name.capitalize()}", "", *_told(each)]
    return "\n".join([*lines, ""])


HEAD = (
    "| scenario | audit | compared | AUC without evidence | 95 % of exchanged labels | p | smallest p of a feature | leak "
    "| AUC with evidence |"
)


def table(scenario: str, audits: Sequence[Audit], *, head: bool = True) -> list[str]:
    """Return the rows of the table for a scenario, its head before them where it is asked for."""
    return [*((HEAD, "|---|---|---|---|---|---|---|---|---|") if head else ()), *(_row(scenario, each) for each in audits)]


def _row(scenario: str, each: Audit) -> str:
    compared = f"{each.signals} {PLANTED[each.name]}, {each.others} {OTHERS[each.name]}"
    low, high = each.without.band
    smallest = f"{each.features[0].p:.3f}" if each.features else "all equal"
    cells = (scenario, each.name, compared, f"{each.without.auc:.3f}", f"{low:.3f} to {high:.3f}", f"{each.without.p:.3f}")
    return "| " + " | ".join((*cells, smallest, "**yes**" if each.leaks else "no", f"{each.evidence.auc:.3f}")) + " |"


def _told(each: Audit) -> list[str]:
    if not each.features:
        return ["No feature differs between any planted dossier and its clean twin: outside of the evidence they are equal."]
    named = each.guilty or each.features[:SHOWN]
    head = "Guilty:" if each.guilty else "None is guilty; these lean most:"
    return [head, "", "| feature | AUC | p |", "|---|---|---|", *(_feature(feature) for feature in named)]


def _feature(each: Feature) -> str:
    return f"| {each.name} | {each.auc:.3f} | {each.p:.4f} |"


def sentence(each: Audit) -> str:
    """Return what a user is told of an audit."""
    low, high = each.without.band
    told = (
        f"{each.name}: {each.signals} {PLANTED[each.name]} against {each.others} {OTHERS[each.name]}; AUC without the "
        f"evidence {each.without.auc:.3f} (by chance {low:.3f} to {high:.3f}, p {each.without.p:.3f}), "
        f"with it {each.evidence.auc:.3f}"
    )
    if each.leaks:
        return f"{told}; LEAK: {_names(each)}"
    if not each.has_power:
        return f"{told}; no leak, but with the evidence it does not exceed {SUCCESS:g}: audit more variants"
    return f"{told}; no leak"


def _names(each: Audit) -> str:
    if each.guilty:
        named = "; ".join(feature.name for feature in each.guilty[:SHOWN])
        more = len(each.guilty) - SHOWN
        return f"{named}; and {more} more" if more > 0 else named
    return "several features together; those that lean most are " + "; ".join(f.name for f in each.features[:SHOWN])
