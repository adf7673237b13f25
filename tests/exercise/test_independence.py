"""Nothing but the evidence tells signals from lawful shipments: traits do not depend on the verdict, pack by pack."""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np
import pytest

from simulator.exercise.planning import plan
from simulator.exercise.realising import Realised
from simulator.exercise.variants import variant
from simulator.scenario import load_scenario

PACKS = 100
SHUFFLES = 2000
Trait = Callable[[Realised], object]
TRAITS: dict[str, Trait] = {
    "port of loading": lambda each: each.consignment.carriage.origin,
    "port of discharge": lambda each: each.consignment.carriage.destination,
    "carrier": lambda each: each.consignment.carriage.carrier,
    "by sea or by air": lambda each: each.consignment.mode,
    "vessel's flag": lambda each: getattr(each.consignment.carriage, "flag", None),
    "value declared for carriage": lambda each: each.consignment.air is not None and each.consignment.air.for_carriage,
    "value declared for customs": lambda each: each.consignment.air is not None and each.consignment.air.for_customs,
    "sector": lambda each: each.consignment.goods[0].sector,
    "branded": lambda each: each.consignment.brand is not None,
    "containers": lambda each: len(each.consignment.containers),
    "goods lines": lambda each: len(each.consignment.goods),
    "kind of package": lambda each: each.consignment.goods[0].package_kind,
    "packages of 40 kg and more": lambda each: each.consignment.gross_grams >= 40_000 * each.consignment.packages,
    "look-alikes planted": lambda each: each.slot.look_alike is not None,
    "bill to order": lambda each: each.consignment.consignee.is_order,
    "language of the invoice": lambda each: each.consignment.invoice_language,
    "Incoterm": lambda each: each.consignment.terms.incoterm,
    "freight": lambda each: each.consignment.terms.freight,
    "kind of copy": lambda each: each.consignment.copy,
    "inland place of receipt": lambda each: each.consignment.place_of_receipt is not None,
    "forwarding agent": lambda each: each.consignment.forwarding_agent is not None,
    "buyer's city": lambda each: each.consignment.buyer.address[-1].split(", ")[-1],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["monterrey", "first-hour", "air-warehouse"])
def test_traits_do_not_depend_on_the_verdict(name: str) -> None:
    scenario = load_scenario(name)
    packs = [variant(scenario, plan(scenario, f"seed {number}"), "v01", f"seed {number}") for number in range(PACKS)]
    shipments = [[each for each in pack.realised if each.slot.kind in ("signal", "release")] for pack in packs]
    signals = np.array([[each.slot.kind == "signal" for each in pack] for pack in shipments])
    shuffles = np.random.Generator(np.random.PCG64(2009))
    found = {}
    for trait, read in TRAITS.items():
        values = [[str(read(each)) for each in pack] for pack in shipments]
        found[trait] = p_value(np.array(values), signals, shuffles)
    corrected = min(1.0, min(found.values()) * len(found))
    table = [f"{name}: {PACKS} packs, {signals.sum()} signals, {(~signals).sum()} lawful"]
    table += [f"  {trait:26} p = {p:.4f}" for trait, p in sorted(found.items(), key=lambda pair: pair[1])]
    table += [f"  smallest, corrected for {len(found)} traits: {corrected:.3f}"]
    sys.stdout.write("\n".join(["", *table, ""]))
    assert corrected > 0.01, "\n".join(table)


def test_a_seam_would_be_seen() -> None:
    """A trait that leans on the verdict, in 60 against 45 of 100, is found."""
    draws = np.random.Generator(np.random.PCG64(7))
    signals = np.array([[True] * 4 + [False] * 5] * PACKS)
    leaning = np.where(draws.random(signals.shape) < np.where(signals, 0.6, 0.45), "yes", "no")
    level = np.where(draws.random(signals.shape) < 0.5, "yes", "no")
    assert p_value(leaning, signals, draws) < 0.005
    assert p_value(level, signals, draws) > 0.05


def p_value(values: np.ndarray, signals: np.ndarray, shuffles: np.random.Generator) -> float:
    """The share of shuffles of the verdicts inside each pack that lean on the trait at least as much."""
    kinds = np.unique(values)
    is_kind = (values[..., None] == kinds).reshape(-1, len(kinds)).astype(float)
    # Inside a pack each shipment is a signal as likely as any other.
    expected = np.broadcast_to(signals.mean(axis=1, keepdims=True), signals.shape).reshape(-1) @ is_kind
    shuffled = np.stack([shuffles.permuted(signals, axis=1).reshape(-1) for _ in range(SHUFFLES)])
    lean = ((shuffled @ is_kind - expected) ** 2 / expected).sum(axis=1)
    own = ((signals.reshape(-1) @ is_kind - expected) ** 2 / expected).sum()
    return float((1 + (lean >= own - 1e-9).sum()) / (1 + SHUFFLES))
