"""Which house style a firm uses: always the same one, whatever it ships."""

from __future__ import annotations

from simulator.documents.house_styles import HouseStyle, house_styles
from simulator.randomness import Stream


def house_style(document: str, issuer: str) -> HouseStyle:
    """Return the form on which an issuer writes a type of document.

    A firm's forms belong to the firm and not to one exercise, so the choice depends on its name alone.
    """
    return Stream("house style", document, issuer).pick(house_styles()[document])
