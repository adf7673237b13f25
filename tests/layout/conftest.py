from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from layout import samples, samples_air
from simulator.documents.house_styles import HouseStyle, house_styles
from simulator.documents.model import Document
from simulator.layout.place import place
from simulator.layout.placed import PlacedDocument
from simulator.layout.template import load_template

SAMPLES: dict[str, Callable[..., Document]] = {
    "bill": samples.bill,
    "invoice": samples.invoice_paper,
    "packing-list": samples.packing,
    "manifest": samples.sheet_of_manifest,
    "price-guide": samples.guide,
    "contents": samples.list_of_contents,
    "card": samples.card,
    "waybill": samples_air.waybill,
    "flight-manifest": samples_air.flight_manifest,
}


def styles_of(document: Document) -> tuple[HouseStyle, ...]:
    """The house styles that print such a paper: those of its type, and of its way of travel."""
    styles = house_styles()[document.type.name]
    modes = (None, next(each.mode for each in styles if each.template == document.template))
    return tuple(each for each in styles if each.mode in modes)


def in_style(document: Document, template: str) -> Document:
    """The same paper as another house prints it."""
    style = next(each for each in house_styles()[document.type.name] if each.template == template)
    return replace(document, template=template, printing=style.printing(document.printing.language))


def _made(maker: Callable[..., Document], template: str, *amounts: int, **options: Any) -> Document:
    return in_style(maker(*amounts, **options), template)


for maker in tuple(SAMPLES.values()):
    shown = maker()
    for each in styles_of(shown):
        if each.template != shown.template:
            SAMPLES[each.template] = partial(_made, maker, each.template)


def laid_out(document: Document, paper: str = "letter") -> PlacedDocument:
    return place(document, load_template(document.template), paper)  # type: ignore[arg-type]


@pytest.fixture(params=[(name, language) for name in SAMPLES for language in ("en", "es")], ids="-".join)
def sample(request: pytest.FixtureRequest) -> Document:
    name, language = request.param
    return SAMPLES[name](language=language)
