from __future__ import annotations

from collections.abc import Callable

import pytest

from layout import samples, samples_air
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
    "second-waybill": samples_air.second_waybill,
    "flight-manifest": samples_air.flight_manifest,
    "second-flight-manifest": samples_air.second_flight_manifest,
}


def laid_out(document: Document, paper: str = "letter") -> PlacedDocument:
    return place(document, load_template(document.template), paper)  # type: ignore[arg-type]


@pytest.fixture(params=[(name, language) for name in SAMPLES for language in ("en", "es")], ids="-".join)
def sample(request: pytest.FixtureRequest) -> Document:
    name, language = request.param
    return SAMPLES[name](language=language)
