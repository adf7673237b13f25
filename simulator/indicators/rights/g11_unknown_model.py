"""A model that the right holder does not make.

The invoice gives a model that is not on the right holder's list. A copier invents names, or the product is not out yet;
the card is the only paper on the desk that can tell.

Source: film and music industry guides on titles that do not exist (MPA); catalogue number G11 of published indicators.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.documents import invoice, right_holder_card
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import card_of
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="G11",
    title=Bilingual("Model that the right holder does not make", "Modelo que el titular no fabrica"),
    family="rights",
    points_to="infringement",
    strength="strong",
    seen_by=("card", "comparison"),
    stage="dossier",
    branded=True,
    apart=frozenset({"H20"}),
    explanation=Bilingual(
        "The right holder's card lists every genuine model, and this one is not among them: under this mark no such "
        "product exists. Hold, notify the right holder and ask for an order.",
        "La ficha del titular enumera todos los modelos genuinos y éste no figura: con esa marca no existe tal producto. "
        "Proponer la retención, avisar al titular y pedir la orden.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Give one line an invented model: of a strange shape, of another number, or with two digits exchanged."""
    if consignment.brand is None:
        return None
    line = stream.below(len(consignment.goods))
    genuine = {model for brand in world.brands for each in brand.lines for model in each.models}
    model = _invented(consignment.goods[line].model or "", subtlety, genuine, stream)
    if model is None:
        return None
    return (Departure(CARD.id, consignment.id, ALL, f"goods[{line}].model", model),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare each model on the invoice with the card of its mark."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None:
        return ()
    sights: list[Sight] = []
    for row, model in paper.rows(invoice.MODEL):
        card = card_of(papers, paper, row)
        if card is None:
            continue
        listed = tuple(card.document.rows(right_holder_card.MODEL))
        if listed and model not in {name for _, name in listed}:
            against = [card.document.against(right_holder_card.MODEL, line) for line, _ in listed]
            sights += [paper.shows(invoice.MODEL, row), *card.by, *against]
    return tuple(dict.fromkeys(sights))


def _invented(model: str, subtlety: int, genuine: set[str], stream: Stream) -> str | None:
    for _ in range(40):
        if subtlety == 1:
            name = f"{stream.pick(('GOLD', 'PRO', 'DELUXE', 'ULTRA'))} {stream.between(2, 9)}"
        elif subtlety == 2:
            name = _renumbered(model, stream)
        else:
            name = _exchanged(model, stream)
        if name and name not in genuine and name != model:
            return name
    return None


def _renumbered(model: str, stream: Stream) -> str:
    """Return the model with other digits; one that has none gets a number."""
    if not any(sign.isdigit() for sign in model):
        return f"{model} {stream.between(2, 9)}"
    return re.sub(r"\d", lambda _: str(stream.below(10)), model)


def _exchanged(model: str, stream: Stream) -> str:
    """Return the model with two neighbours exchanged: digits, or letters where no two digits stand together."""
    pairs = _pairs(model, str.isdigit) or _pairs(model, str.isalpha)
    if not pairs:
        return ""
    place = stream.pick(pairs)
    return model[:place] + model[place + 1] + model[place] + model[place + 2 :]


def _pairs(model: str, kind: Callable[[str], bool]) -> list[int]:
    """Return where two signs of a kind stand together; none when exchanging them would change nothing."""
    pairs = [place for place in range(len(model) - 1) if kind(model[place : place + 2])]
    return pairs if any(model[place] != model[place + 1] for place in pairs) else []
