"""The response models against other programs, in one run: ``python -m benchmarks.models [ROUNDS]``.

2PL of 5000 x 60 against ``mirt`` (its own marginal maximum likelihood, standard errors off, as ours has none there),
LLTM+e of 500 x 40 against ``gpboost`` (the same as a binary mixed model, whole covariances by Cholesky). Log-likelihoods and
weights are printed beside the times: a ratio is worth something only where the answers agree.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from benchmarks.measuring import Times, interleaved
from simulator.difficulty.drawing import Model, drawn, normals, rasch, with_errors
from simulator.difficulty.models.design import design
from simulator.difficulty.models.explanatory import fit_explanatory
from simulator.difficulty.models.item_response import fit_items
from simulator.difficulty.models.responses import Floats, responses
from simulator.randomness import Stream

ROUNDS = 5
WEIGHTS = np.array([0.5, 0.5, -0.4, 0.8, -0.6, 0.3, -0.9])
ERROR_SD = 0.4
TIGHT = {"tol": 1e-6, "n_quadpts": 61}
"""What brings the other program to our log-likelihood; its usual settings stop about ten units below."""


def main(rounds: int) -> None:
    print(f"{rounds} rounds, processor seconds, median (lowest to highest)\n")
    for name, measure in (("mirt", two_parameters), ("gpboost", explanatory)):
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not installed and was left out; pip install {name}")
        else:
            measure(rounds)


def two_parameters(rounds: int) -> None:
    import mirt

    stream = Stream("benchmark, 2PL")
    model = Model(normals(stream.at("easiness"), 60), np.exp(0.3 * normals(stream.at("slopes"), 60)))
    table = _answers(model, 5000, stream)
    whole = table.astype(int)

    def theirs(**words: Any) -> Any:
        return mirt.fit_mirt(whole, model="2PL", compute_standard_errors=False, **words)

    contenders = {
        "ours": lambda _: fit_items(responses(table), "2pl"),
        "mirt": lambda _: theirs(),
        "mirt, accelerated": lambda _: theirs(accelerate="squarem"),
        "mirt, to our log-likelihood": lambda _: theirs(**TIGHT, accelerate="squarem"),
    }
    print("2PL, 5000 trainees x 60 items; aim: at most 1.5 times the time of mirt at equal log-likelihood")
    found = {name: each(0).log_likelihood for name, each in contenders.items()}
    _print(interleaved(contenders, rounds), {name: f"log-likelihood {value:.2f}" for name, value in found.items()})


def explanatory(rounds: int) -> None:
    import gpboost

    stream = Stream("benchmark, LLTM+e")
    features = (stream.at("features").uniforms(40 * 6) < 0.5).astype(float).reshape(40, 6)
    columns = design(features)
    table = _answers(rasch(with_errors(columns.fixed, WEIGHTS, ERROR_SD, stream.at("errors"))), 500, stream)
    groups = np.column_stack([np.repeat(np.arange(500), 40), np.tile(np.arange(40), 500)])
    rows = np.tile(columns.fixed, (500, 1))

    def theirs() -> tuple[Floats, float]:
        model = gpboost.GPModel(group_data=groups, likelihood="bernoulli_logit", matrix_inversion_method="cholesky")
        model.fit(y=table.reshape(-1), X=rows)
        weights = np.asarray(model.get_coef()).ravel()[: len(WEIGHTS)]
        return weights, float(np.sqrt(np.asarray(model.get_cov_pars()).ravel()[1]))

    def ours() -> tuple[Floats, float]:
        fit = fit_explanatory([responses(table)], columns, method="ml")
        return fit.weights, float(fit.error_sd[0])

    def ours_reml() -> tuple[Floats, float]:
        fit = fit_explanatory([responses(table)], columns)
        return fit.weights, float(fit.error_sd[0])

    functions: dict[str, Callable[[], tuple[Floats, float]]] = {"ours": ours, "ours, REML": ours_reml, "gpboost": theirs}
    weights, error = ours()
    told = {}
    for name, each in functions.items():
        other, sd = each()
        told[name] = f"weights within {np.abs(other - weights).max():.4f}, error SD within {abs(sd - error):.4f} of ours"
    print("LLTM+e, 500 trainees x 40 items, 6 features; aim: at most a quarter of the time of gpboost (both by ML)")
    _print(interleaved({name: partial(_turn, each) for name, each in functions.items()}, rounds), told)


def _turn(fit: Callable[[], object], _: int) -> None:
    fit()


def _answers(model: Model, trainees: int, stream: Stream) -> Floats:
    return np.concatenate([each.right for each in drawn(model, trainees, stream.at("answers"))]).astype(float)


def _print(times: dict[str, Times], told: dict[str, str]) -> None:
    for name, each in times.items():
        low, high = min(each.rounds), max(each.rounds)
        ratio = times["ours"].over(each)
        print(
            f"{name:30}{each.median:.2f} ({low:.2f} to {high:.2f})   "
            f"ours over it {ratio.median:.2f} ({min(ratio.rounds):.2f} to {max(ratio.rounds):.2f})   {told[name]}"
        )
    print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
