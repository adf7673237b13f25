"""A file of an instructor's own marks, read and tried: what it says must be meant, and must find room on the cards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from simulator.documents import right_holder_card
from simulator.documents.derivation.reference_pages import card_values
from simulator.documents.house_styles import house_style
from simulator.documents.model import Document, Field, Place
from simulator.errors import BadInput
from simulator.formats.brands import BrandFile, OwnBrand
from simulator.formats.reading import read_toml
from simulator.formats.vocabulary import Language
from simulator.indicators.goods.g08_copy_words import COPY_WORDS
from simulator.layout.fit import DoesNotFit
from simulator.layout.fonts import described, missing_glyph
from simulator.layout.place import place as lay_out
from simulator.layout.template import load_template
from simulator.reference.brands import Brand
from simulator.trade.market import market
from simulator.trade.own_brand_checks import check_own_brands

TEXTS: tuple[Field[str], ...] = (
    right_holder_card.CLASS_OF_GOODS,
    right_holder_card.CARTON_MARKS,
    right_holder_card.SECURITY_FEATURES,
    right_holder_card.HOW_FAKES_DIFFER,
)
"""The card's boxes whose text the instructor may write; they are called as the keys of his file."""


def load_brands(path: Path) -> tuple[OwnBrand, ...]:
    """Read a file of marks; raise ``BadInput`` with file, place and what would be right when it is wrong."""
    told = read_toml(path, BrandFile).brand
    if not told:
        raise BadInput("no mark is described; write a table [[brand]] with mark and product", source=path, place="brand")
    check_own_brands(told, path)
    check_cards(told, path)
    return told


def check_cards(told: Sequence[OwnBrand], source: str | Path) -> None:
    """Lay every mark's card out in both languages; raise ``BadInput`` for what has no room or cannot be printed.

    Names that read as words of copies are refused too: the briefing tells trainees to flag them beside a mark.
    """
    for place, brand in enumerate(market(tuple(told)).own):
        _check_names(brand, source, f"brand[{place}]")
        for language in get_args(Language):
            card = _card(brand, language)
            for field in TEXTS:
                _check_text(card, field, source, f"brand[{place}].{field.name}")
            _check_room(card, source, f"brand[{place}]")


def _check_names(brand: Brand, source: str | Path, place: str) -> None:
    names = {f"{place}.mark": brand.mark}
    for at, line in enumerate(brand.lines):
        names |= {f"{place}.product[{at}].models[{number}]": model for number, model in enumerate(line.models)}
    for where, name in names.items():
        found = COPY_WORDS.search(name)
        if found is not None:
            problem = f"{found[0]} beside a mark is a sign of copies in the briefing; leave it out of {name}"
            raise BadInput(problem, source=source, place=where)


def _check_text(card: Document, field: Field[str], source: str | Path, place: str) -> None:
    text = card.get(field) or ""
    if not text:
        raise BadInput("the text is empty; write some words, or leave the key out", source=source, place=place)
    missing = missing_glyph(text)
    if missing is not None:
        problem = f"{described(missing)} cannot be printed; write it with Latin letters"
        raise BadInput(problem, source=source, place=place)
    _check_room(card.only(frozenset[Place]({(field.name, None)})), source, place)


def _check_room(card: Document, source: str | Path, place: str) -> None:
    try:
        lay_out(card, load_template(card.template), "letter")
    except DoesNotFit as error:
        what = str(error).partition(": ")[2].partition(" does not fit")[0]
        raise BadInput(f"{what} has no room on the card; write it shorter", source=source, place=place) from None


def _card(brand: Brand, language: Language) -> Document:
    type_ = right_holder_card.TYPE
    style = house_style(type_.name, type_.name)
    return Document(type_.name, type_, type_.prefix, style.template, style.printing(language), card_values(brand, language))
