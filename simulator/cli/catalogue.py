"""``simulator catalogue``: the indicators and look-alikes, or one card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from simulator.indicators.card import Indicator


def catalogue(
    id_: Annotated[str | None, typer.Argument(metavar="ID", help="An indicator, for example G08.")] = None,
    language: Annotated[Literal["en", "es"], typer.Option("--language", help="Language of titles and cards.")] = "en",
) -> None:
    """List the indicators and look-alikes, or print one card."""
    from simulator.errors import BadInput
    from simulator.indicators.catalogue import catalogue as entries

    if id_ is None:
        for entry in entries().values():
            strength = entry.card.strength or "-"
            title = entry.card.title.text(language)
            typer.echo(f"{entry.id:5}{entry.card.family:9}{entry.card.points_to:13}{strength:10}{title}")
        return
    found = entries().get(id_.upper())
    if found is None:
        raise BadInput(f"there is no indicator {id_!r}; the catalogue has {', '.join(entries())}")
    for line in _card(found, language):
        typer.echo(line)


def _card(entry: Indicator, language: str) -> list[str]:
    from simulator.indicators.lesson import TEXTS

    card = entry.card
    lines = [
        f"{card.id}  {card.title.text(language)}",
        "",
        f"family      {card.family}",
        f"points to   {card.points_to}",
        f"strength    {card.strength or '-'}",
        f"seen by     {', '.join(card.seen_by)}",
        f"levels      {', '.join(str(level) for level in sorted(card.subtleties))} (1 easy, 2 middling, 3 hard)",
    ]
    if card.resembles:
        settled = ", ".join(f"{field} of the {paper}" for paper, field in card.settled_by)
        lines += [f"resembles   {card.resembles}", f"settled by  {settled}"]
    lesson = [f"{name + ':':7}{getattr(entry.lesson, name).text(language)}" for name in TEXTS]
    return [*lines, "", card.explanation.text(language), "", *lesson, "", entry.text, f"Source: {entry.source}"]
