"""``simulator power``: how many trainees and consignments a wanted precision needs."""

from __future__ import annotations

from typing import Annotated

import typer


def power(
    error: Annotated[float, typer.Option("--error", help="Standard error of a difficulty, logits.")] = 0.3,
    rate_width: Annotated[float, typer.Option("--rate-width", help="Half width of a trainee's rate.")] = 0.1,
    rate: Annotated[float, typer.Option("--rate", help="The rate that is expected.")] = 0.7,
    d_width: Annotated[float, typer.Option("--d-width", help="Half width of a trainee's d'.")] = 0.5,
    d_prime: Annotated[float, typer.Option("--d-prime", help="The d' that is expected.")] = 1.5,
    prevalence: Annotated[float, typer.Option("--prevalence", help="Share of signals.")] = 1 / 3,
    spread: Annotated[float, typer.Option("--spread", help="Standard deviation of abilities, logits.")] = 1.0,
    score_width: Annotated[float, typer.Option("--score-width", help="Half width of a mean score or gain, points.")] = 5.0,
    score_sd: Annotated[float, typer.Option("--score-sd", help="Standard deviation of scores or gains, points.")] = 15.0,
) -> None:
    """Say how many trainees and consignments a wanted precision needs (intervals of 95 %)."""
    from simulator.difficulty.power import Precision, needs

    wanted = Precision(error, rate_width, rate, d_width, d_prime, prevalence, spread, score_width, score_sd)
    for each in needs(wanted):
        typer.echo(f"{each.wanted}: {each.count} {each.of} ({each.where})")
