"""What must hold of an instructor's own marks before they are made whole; each fault is one sentence with its place."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.errors import BadInput, BrokenData
from simulator.formats.brands import OwnBrand, OwnProduct
from simulator.reference.brand_checks import check_brand
from simulator.reference.brands import shipped_brands
from simulator.reference.fields import PRINTED_PATTERN
from simulator.reference.goods import goods
from simulator.reference.tables import DATA
from simulator.trade.own_brands import SHAPES, cents, own_brands
from simulator.trade.own_parties import as_typed, countries_of_production

BRANDS, PRODUCTS, MODELS, MAKERS = 40, 4, 24, 6
"""Marks of a file, kinds of goods and models of a mark, its factories: as many as their pages hold."""
LONGEST_MARK, LONGEST_MODEL = 24, 30
WORD_OF_MARK, WORD_OF_MODEL = 14, 11
"""Signs of one word: what the narrowest columns hold in the smallest type."""
LONGEST_NAME, LONGEST_LINE = 42, 54
"""Signs of a party's name and of a line of its address."""
TELEPHONE = re.compile(r"^\+\d{1,3} [\d() -]{6,}$")
Fault = tuple[str, str]
"""Place below the mark's own, and what is wrong and would be right."""


def check_own_brands(told: Sequence[OwnBrand], source: str | Path) -> None:
    """Raise ``BadInput`` with file, place and what would be right for the first thing that cannot be meant."""
    if len(told) > BRANDS:
        raise BadInput(f"{len(told)} marks are described; {BRANDS} are the most", source=source, place="brand")
    marks = {brand.mark: "one of the marks that ship with the program" for brand in shipped_brands()}
    for place, brand in enumerate(told):
        mark = as_typed(brand.mark)
        here = f"brand[{place}]"
        for inner, problem in _faults(brand):
            raise BadInput(problem, source=source, place=f"{here}.{inner}")
        if mark in marks:
            raise BadInput(f"{mark} is {marks[mark]}; give another mark", source=source, place=f"{here}.mark")
        marks[mark] = f"described twice, at {here} too"
    _check_whole(told, source)


def _check_whole(told: Sequence[OwnBrand], source: str | Path) -> None:
    """Hold the whole brands to the rules of the shipped ones: licensees' numbers and addresses, factories, lanes."""
    for place, brand in enumerate(own_brands(told)):
        try:
            check_brand(brand, Path(source), DATA)
        except BrokenData as error:
            problem = str(error).removeprefix(f"{Path(source)}: ")
            raise BadInput(problem, source=source, place=f"brand[{place}]") from None


def _faults(brand: OwnBrand) -> Iterator[Fault]:
    yield from _name("mark", brand.mark, LONGEST_MARK, WORD_OF_MARK)
    yield from _products(brand.product)
    yield from _printed("owner", brand.owner, LONGEST_NAME)
    for at, line in enumerate(brand.owner_address):
        yield from _printed(f"owner_address[{at}]", line, LONGEST_LINE)
    if len(brand.owner_address) > 3:
        yield "owner_address", f"{len(brand.owner_address)} lines; three are the most"
    yield from _made_in(brand)
    yield from _makers(brand)
    yield from _licensees(brand)
    if brand.logo is not None and brand.logo.shape not in SHAPES:
        yield "logo.shape", f"{brand.logo.shape!r} cannot be drawn; use one of {', '.join(SHAPES)}"
    if brand.logo is not None and not re.match(r"^[A-Z]{1,3}\Z", as_typed(brand.logo.letters)):
        yield "logo.letters", f"{brand.logo.letters!r} are not one to three letters from A to Z; write such"


def _products(products: Sequence[OwnProduct]) -> Iterator[Fault]:
    if not 1 <= len(products) <= PRODUCTS:
        yield "product", f"{len(products)} kinds of goods; write one to {PRODUCTS} tables [[brand.product]]"
    seen: dict[str, str] = {}
    for at, product in enumerate(products):
        place = f"product[{at}]"
        yield from _goods(f"{place}.goods", product.goods)
        if product.goods in seen:
            yield f"{place}.goods", f"{product.goods!r} stands at {seen[product.goods]} too; put its models there"
        seen[product.goods] = place
        if not product.models:
            yield f"{place}.models", "there is no model; write one at least"
        yield from _price(f"{place}.price", product)
    yield from _models(products)


def _goods(place: str, given: str) -> Iterator[Fault]:
    offered = [kind.id for kind in goods().values() if kind.brandable]
    if given not in offered:
        near = difflib.get_close_matches(given, offered, 4, 0.5) or offered
        yield place, f"there are no goods {given!r} that bear marks; use one of {', '.join(near)}"


def _models(products: Sequence[OwnProduct]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for at, product in enumerate(products):
        for number, model in enumerate(product.models):
            place = f"product[{at}].models[{number}]"
            yield from _name(place, model, LONGEST_MODEL, WORD_OF_MODEL)
            name = as_typed(model)
            if name in seen:
                yield place, f"{name} stands at {seen[name]} too; leave it out here"
            seen[name] = place
    if len(seen) > MODELS:
        yield "product", f"{len(seen)} models; the card has room for {MODELS}, leave some out"


def _price(place: str, product: OwnProduct) -> Iterator[Fault]:
    if product.price is None or product.goods not in goods():
        return
    low, high = product.price
    if not all(math.isfinite(each) and 0 < each <= 100_000 for each in (low, high)):
        yield place, f"{low:g} to {high:g} is no price of a piece; write US dollars, lowest and highest"
    elif any(abs(each * 100 - cents(each)) > 1e-6 for each in (low, high)):
        yield place, f"{low:g} to {high:g}: prices have two decimals at most; write whole cents"
    elif not 1.2 <= high / low <= 3:
        yield place, f"{low:g} to {high:g}: the highest price is 1.2 to 3 times the lowest; widen or narrow it"
    elif cents(low) < (plain := goods()[product.goods].price_cents[0]):
        yield place, f"{low:g} is less than plain {product.goods} cost, {plain / 100:.2f}; begin there or above"


def _made_in(brand: OwnBrand) -> Iterator[Fault]:
    known, countries = countries_of_production(), brand.made_in
    if brand.made_in and brand.maker:
        yield "made_in", "the factories are described, and their countries with them; leave made_in out"
    elif countries and (len(set(countries)) < 4 or len(countries) > MAKERS or len(set(countries)) < len(countries)):
        yield "made_in", f"{', '.join(countries)}: write four to {MAKERS} countries, each once, or leave it out"
    elif set(countries) - set(known):
        strange = ", ".join(sorted(set(countries) - set(known)))
        yield "made_in", f"{strange}: goods of this world come from {', '.join(known)} only; use these"


def _makers(brand: OwnBrand) -> Iterator[Fault]:
    if len(brand.maker) > MAKERS:
        yield "maker", f"{len(brand.maker)} factories; {MAKERS} are the most"
    known = countries_of_production()
    for at, maker in enumerate(brand.maker):
        place = f"maker[{at}]"
        yield from _printed(f"{place}.name", maker.name, LONGEST_NAME)
        yield from _printed(f"{place}.city", maker.city, 20)
        for number, line in enumerate(maker.address):
            yield from _printed(f"{place}.address[{number}]", line, LONGEST_LINE)
        if maker.country not in known:
            yield f"{place}.country", f"{maker.country!r} is none of {', '.join(known)}, where goods of this world come from"
    if brand.maker and len({maker.country for maker in brand.maker}) < 4:
        yield "maker", "the factories stand in fewer than four countries; add some, or leave them all out"


def _licensees(brand: OwnBrand) -> Iterator[Fault]:
    if brand.licensee and not 2 <= len(brand.licensee) <= 3:
        yield "licensee", f"{len(brand.licensee)} importers; describe two or three, or leave them out"
    for at, each in enumerate(brand.licensee):
        place = f"licensee[{at}]"
        yield from _printed(f"{place}.name", each.name, LONGEST_NAME)
        for number, line in enumerate(each.address):
            yield from _printed(f"{place}.address[{number}]", line, LONGEST_LINE)
        if not 1 <= len(each.address) <= 3:
            yield f"{place}.address", f"{len(each.address)} lines; write one to three"
        if not TELEPHONE.match(each.telephone):
            yield f"{place}.telephone", f'{each.telephone!r} is no telephone; write it as "+52 (55) 5514 8093"'
        if not re.match(r"^[A-ZÑ&]{3}\d{6}[A-Z0-9]{3}\Z", each.rfc):
            yield f"{place}.rfc", f"{each.rfc!r} is no company's RFC: three letters, six digits, three signs"
    names = [as_typed(each.name) for each in brand.licensee]
    if len(set(names)) < len(names):
        yield "licensee", f"{', '.join(names)}: one stands here twice; give each a name of its own"


def _name(place: str, given: str, longest: int, word: int) -> Iterator[Fault]:
    yield from _printed(place, given, longest)
    long = next((each for each in as_typed(given).split() if len(each) > word), None)
    if long is not None:
        yield place, f"{long} has {len(long)} signs and columns hold {word}; part it by a space or shorten it"


def _printed(place: str, given: str | None, longest: int) -> Iterator[Fault]:
    if given is None:
        return
    name = as_typed(given)
    if not re.match(PRINTED_PATTERN, name) or name.endswith("\n"):
        yield place, f"{given!r} cannot be typed on a bill: letters, digits and . , ' & / ( ) - after a letter or digit"
    elif len(name) > longest:
        yield place, f"{name} has {len(name)} signs; {longest} are the most"
