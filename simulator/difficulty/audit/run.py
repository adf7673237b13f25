"""The two audits of a scenario: twins, and selection; without the evidence nothing may tell, with it all must."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.difficulty.audit.agreement import agreement_features, presence_features
from simulator.difficulty.audit.base import base_features
from simulator.difficulty.audit.classifier import held_out_map, kernel, scores
from simulator.difficulty.audit.drawn import file_features, layout_features
from simulator.difficulty.audit.folds import folds
from simulator.difficulty.audit.looking import Exhibit, Look, exhibits
from simulator.difficulty.audit.lookups import lookup_features
from simulator.difficulty.audit.permutation import Feature, Tested, exchanged, judged_features, judged_scores
from simulator.difficulty.audit.printed import Features, printed_features
from simulator.difficulty.audit.table import Floats, Row, Table, Whole, only, table
from simulator.difficulty.audit.words import word_features
from simulator.documents.model import Papers
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.errors import BadInput
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.vocabulary import Paper
from simulator.randomness import Stream
from simulator.scenario import Scenario

SEED = "audit of a scenario"
"""The seed unless another is given."""
LEVEL = 0.01
"""A leak is what is left below this after the correction."""
TESTS = 4
"""Classifier and features, of two audits: their p values are multiplied by this (Bonferroni)."""
SUCCESS = 0.95
"""The area that the classifier must exceed with the evidence."""
WITHOUT = {"twins": ("print",), "selection": ("print", "facts")}
EVIDENCE: dict[str, Callable[[Papers, str], Features]] = {
    "agreement": agreement_features,
    "presence": presence_features,
    "lookups": lookup_features,
    "words": word_features,
}
"""What is read of the evidence, group by group."""
Rows = tuple[tuple[Row, ...], tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit: so many signals and others, in so many packs; ``features`` the worst first; p values corrected."""

    name: str
    signals: int
    others: int
    packs: int
    without: Tested
    evidence: Tested
    features: tuple[Feature, ...]

    @property
    def guilty(self) -> tuple[Feature, ...]:
        """The features that lean too far to be chance."""
        return tuple(each for each in self.features if each.p < LEVEL)

    @property
    def leaks(self) -> bool:
        """Whether signals can be told without the evidence."""
        return self.without.p < LEVEL or bool(self.guilty)

    @property
    def has_power(self) -> bool:
        """Whether the same classifier tells them with the evidence."""
        return self.evidence.auc > SUCCESS


def audit(
    scenario: Scenario,
    variants: int,
    seed: str = SEED,
    engine: Engine = ONE_CORE,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[Audit, Audit]:
    """Make so many variants, each by a plan of its own, and audit them; raise ``BadInput`` where there is nothing to ask.

    Equal arguments give equal results on any engine.
    """
    refuse(scenario, variants)
    pieces = [(scenario, number, seed) for number in range(variants)]
    made: list[Rows] = []
    for rows in in_order(rows_of_variant, pieces, engine):
        made.append(rows)
        progress(len(made), variants)
    return audited(made, seed)


def audited(made: Sequence[Rows], seed: str) -> tuple[Audit, Audit]:
    """Audit the rows of several variants."""
    twins, selection = ([row for rows in made for row in rows[at]] for at in (0, 1))
    stream = Stream(seed, "audit")
    return audit_rows("twins", twins, stream.at("twins")), audit_rows("selection", selection, stream.at("selection"))


def refuse(scenario: Scenario, variants: int) -> None:
    """Raise ``BadInput`` for a scenario without signals or lawful consignments, and for fewer than two variants."""
    counts = scenario.consignments
    if counts.signals == 0:
        problem = "it has no signals, so there is nothing that could be told apart; audit a scenario with some"
        raise BadInput(problem, source=scenario.name, place="consignments.signals")
    if counts.release == 0:
        problem = "no consignment is lawful, so signals can be compared with nothing; leave some to be released"
        raise BadInput(problem, source=scenario.name, place="consignments")
    if variants < 2:
        raise BadInput("an audit holds some variants out and needs at least 2; give --variants 2 or more")


def rows_of_variant(scenario: Scenario, number: int, seed: str) -> Rows:
    """Make one variant, by a plan of its own, and return its rows of both audits."""
    own = f"{seed} {number}"
    made = variant(scenario, plan(scenario, own), "v01", own)
    return rows_of(exhibits(made, scenario.paper), f"v{number:04d}", scenario.paper)


def rows_of(shown: Sequence[Exhibit], pack: str, paper: Paper) -> Rows:
    """Return the rows of twins, and those of signals against lawful consignments."""
    issued = _print([each.issued for each in shown], paper)
    return tuple(_twins(shown, issued, pack, paper)), tuple(_selection(shown, issued, pack))


def _twins(shown: Sequence[Exhibit], issued: Sequence[Features], pack: str, paper: Paper) -> Iterator[Row]:
    for each, features in zip(shown, issued, strict=True):
        if each.clean is not None:
            # Equal papers are drawn alike: drawing is the larger part of the work.
            clean = features if each.clean == each.issued else _print([each.clean], paper)[0]
            for planted, told, papers in ((True, features, each.papers), (False, clean, each.twin)):
                groups = {"print": told, **_evidence(papers, each.solution.id)}
                yield Row(f"{pack} {each.solution.id}", pack, planted, groups)


def _selection(shown: Sequence[Exhibit], issued: Sequence[Features], pack: str) -> Iterator[Row]:
    for each, features in zip(shown, issued, strict=True):
        if each.is_signal or each.is_lawful:
            groups = {"print": features, "facts": base_features(each.facts)}
            yield Row(pack, pack, each.is_signal, groups | _evidence(each.papers, each.solution.id))


def _print(looks: Sequence[Look], paper: Paper) -> list[Features]:
    of_files = file_features(looks, paper)
    return [printed_features(look) | layout_features(look) | drawn for look, drawn in zip(looks, of_files, strict=True)]


def _evidence(papers: Papers, consignment: str) -> dict[str, Features]:
    return {name: features(papers, consignment) for name, features in EVIDENCE.items()}


def audit_rows(name: str, rows: Sequence[Row], stream: Stream) -> Audit:
    """Test what tells signals from the others, without the evidence and with it."""
    whole = table(rows, (*WITHOUT[name], *EVIDENCE))
    plain = only(whole, WITHOUT[name])
    labels = np.column_stack([plain.signal, exchanged(plain.signal, plain.blocks, stream.at("exchanges"))])
    held = folds(plain.folds, stream.at("folds"))
    without, evidence = (_tested(each, held, labels) for each in (plain, whole))
    signals = int(plain.signal.sum())
    return Audit(
        name=name,
        signals=signals,
        others=len(rows) - signals,
        packs=len(set(plain.folds.tolist())),
        without=replace(without, p=_corrected(without.p)),
        evidence=replace(evidence, p=_corrected(evidence.p)),
        features=tuple(replace(each, p=_corrected(each.p)) for each in judged_features(plain, labels)),
    )


def _tested(columns: Table, held: Whole, labels: Floats) -> Tested:
    return judged_scores(scores(held_out_map(kernel(columns), held), labels), labels)


def _corrected(p: float) -> float:
    return min(1.0, TESTS * p)
