"""The machinery of the audits on numbers made for it: areas, exchanges, folds, the discriminant, the correction for many."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import rankdata

from simulator.difficulty.audit.classifier import RIDGE, held_out_map, kernel, scores
from simulator.difficulty.audit.folds import folds
from simulator.difficulty.audit.permutation import areas, exchanged, judged_features, judged_scores
from simulator.difficulty.audit.run import Audit, audit_rows
from simulator.difficulty.audit.table import Row, only, table
from simulator.randomness import Stream

PACKS, SIGNALS, LAWFUL = 20, 2, 3


def packs(seed: str, columns: int = 40, *, seam: float = 0.0, clue: float = 3.0) -> list[Row]:
    """Packs of signals and lawful consignments with noise, a seam in the print, and a clue in the evidence."""
    found = []
    for pack, place in product(range(PACKS), range(SIGNALS + LAWFUL)):
        draws, signal = Stream(seed, pack, place), place < SIGNALS
        noise = {f"noise {at}": draws.normal() for at in range(columns)}
        printed = {**noise, "house style": draws.pick(["plain", "framed"]), "seam": draws.normal() + seam * signal}
        facts = {"port": draws.pick(["CNSHA", "CNNGB", "KRPUS"]), "surname": draws.pick(["LEE", "WANG", "DIAZ"])}
        evidence = {"price below the guide": draws.normal() + clue * signal}
        words = {"REPLICA": 1.0} if signal and draws.chance(0.5) else {"SHIRTS": 1.0}
        groups = {"print": printed, "facts": facts, "agreement": {}, "presence": {}, "lookups": evidence, "words": words}
        found.append(Row(f"v{pack}", f"v{pack}", signal, groups))
    return found


def audited(rows: list[Row]) -> Audit:
    return audit_rows("selection", rows, Stream("a test", "audit"))


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    """Signals score 2 and 4, others 1 and 3: of four pairs three are in order; a tie counts a half."""
    labels = np.array([[0.0, 1.0, 0.0, 1.0]]).T
    assert areas(rankdata([1, 2, 3, 4]), labels) == pytest.approx(3 / 4)
    assert areas(rankdata([1, 3, 3, 4]), labels) == pytest.approx(3.5 / 4)
    assert areas(rankdata([1, 1, 1, 1]), labels) == pytest.approx(1 / 2)


def test_labels_are_exchanged_inside_of_their_blocks_only() -> None:
    signal, blocks = np.array([1.0, 0, 1, 0, 0, 1, 1, 0]), np.array([0, 0, 1, 1, 1, 2, 2, 2])
    found = exchanged(signal, blocks, Stream("x"), 400)
    for block in range(3):
        assert (found[blocks == block].sum(axis=0) == signal[blocks == block].sum()).all()
    # A pair is swapped about half of the time, and nothing is left unmoved by all exchanges.
    assert 0.4 < found[0].mean() < 0.6
    assert (exchanged(signal, blocks, Stream("x"), 400) == found).all()


def test_folds_hold_whole_groups_out_and_are_of_like_size() -> None:
    groups = np.repeat(np.arange(23), 4)
    found = folds(groups, Stream("f"), 5)
    assert all(len(set(found[groups == group])) == 1 for group in range(23))
    sizes = np.bincount(found) / 4
    assert sizes.max() - sizes.min() <= 1
    assert len(set(folds(np.array([0, 0, 1, 1, 2]), Stream("f")))) == 3


def test_held_out_scores_are_those_of_a_ridge_fitted_to_the_other_folds() -> None:
    whole = table(packs("fit", 6), ("print",))
    held = folds(whole.folds, Stream("f"))
    gram, y = kernel(whole), whole.signal[:, None]
    found = scores(held_out_map(gram, held), y)[:, 0]
    ridge = RIDGE * np.trace(gram) / len(gram)
    for fold in range(held.max() + 1):
        mine, others = held == fold, held != fold
        weights = np.linalg.solve(gram[np.ix_(others, others)] + ridge * np.eye(others.sum()), (y - y.mean())[others, 0])
        assert found[mine] == pytest.approx(gram[np.ix_(mine, others)] @ weights, abs=1e-8)


def test_columns_are_centred_in_their_blocks_and_scaled_and_constant_ones_left_out() -> None:
    rows = [
        Row(pack, pack, False, {"print": {"a": a, "same in a pack": s, **({"b": 1.0} if a > 1 else {}), "k": k}})
        for pack, a, s, k in [("p", 1.0, 5.0, "x"), ("p", 3.0, 5.0, "y"), ("q", 2.0, 9.0, "x"), ("q", 6.0, 9.0, "y")] * 3
    ]
    found = table(rows, ("print",))
    assert found.names == ("a", "k = x", "k = y")
    column = found.values[:, 0]
    assert column[:4] == pytest.approx(np.array([-1, 1, -2, 2]) / np.sqrt(2.5))
    assert only(found, ()).values.shape == (12, 0)


def test_noise_is_no_leak_and_the_clue_is_found() -> None:
    found = audited(packs("noise"))
    assert not found.leaks
    low, high = found.without.band
    assert low < found.without.auc < high
    assert found.has_power
    assert found.evidence.p < 0.01


def test_a_seam_is_a_leak_and_is_named_alone() -> None:
    found = audited(packs("seam", seam=3.0))
    assert found.leaks
    assert [each.name for each in found.guilty] == ["seam"]
    assert found.features[0].auc > 0.9


def test_without_a_clue_there_is_no_power() -> None:
    found = audited([Row(r.block, r.fold, r.signal, {**r.groups, "lookups": {}, "words": {}}) for r in packs("none")])
    assert not found.has_power
    assert not found.leaks


def test_equal_twins_are_told_apart_by_nothing() -> None:
    rows = [
        Row(f"c{at // 2}", f"v{at // 8}", at % 2 == 0, {"print": {"length": float(at // 2)}, **empty(at % 2)})
        for at in range(80)
    ]
    found = audit_rows("twins", rows, Stream("t"))
    assert found.without.auc == 0.5
    assert found.without.p == 1.0
    assert found.features == ()
    assert found.evidence.auc == 1.0


def empty(clean: int) -> dict[str, dict[str, float | str]]:
    return {"agreement": {"invoice against bill": float(1 - clean)}, "presence": {}, "lookups": {}, "words": {}}


def test_the_correction_holds_the_rate_of_false_alarms_over_all_features() -> None:
    """Of 30 tables without a seam about 5 % have a feature with p below .05; more than 6 would come once in a thousand."""
    alarms = sum(smallest(number) < 0.05 for number in range(30))
    assert alarms <= 6


def smallest(number: int) -> float:
    """The smallest p of any feature of a table of noise."""
    whole = table(packs(f"level {number}", 15), ("print", "facts"))
    labels: NDArray[np.float64] = np.column_stack(
        [whole.signal, exchanged(whole.signal, whole.blocks, Stream("e", number), 199)]
    )
    return judged_features(whole, labels)[0].p


def test_the_classifiers_p_counts_the_exchanges_that_do_as_well() -> None:
    labels = np.array([[1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]]).T.astype(float)
    scored = np.array([[1, 0, 1, 0]] * 3).T.astype(float)
    found = judged_scores(scored, labels)
    assert (found.auc, found.p) == (1.0, 1 / 3)
