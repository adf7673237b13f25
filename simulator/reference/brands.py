"""Right holders' cards: invented brands with their products, makers, licensees and marks. One file a brand."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.brand_checks import check_brand
from simulator.reference.fields import Country, Identifier, Locode, Mail, Printed, Range, Telephone, Text
from simulator.reference.tables import DATA, keyed, read_folder, require

Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}-[A-Z]\d{2}$")]
"""A right holder's own code of a factory, as "KV-F03"."""
Shape = Literal["circle", "shield", "lozenge", "bar", "triangle"]
"""Shapes in which a logo is drawn."""
Lines = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]


class BrandLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Products of one kind of goods; ``price_cents`` is the genuine wholesale price, US cents a piece FOB."""

    goods: Identifier
    price_cents: Range
    models: Annotated[tuple[Printed, ...], msgspec.Meta(min_length=4, max_length=7)]


class Maker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A factory that stands on the card with name and address."""

    name: Printed
    address: Lines
    city: Printed
    country: Country
    code: Code


class ContractMaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A factory under contract, known on the card by its code and town only."""

    code: Code
    country: Country
    city: Printed


class Licensee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A Mexican importer with the right holder's licence."""

    name: Printed
    rfc: Annotated[str, msgspec.Meta(pattern=r"^[A-ZÑ&]{3}\d{6}[A-Z0-9]{3}$")]
    address: Lines
    city: Printed
    state: Printed
    telephone: Telephone


class Logo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The drawn mark: a plain shape with letters in it."""

    shape: Shape
    letters: Annotated[str, msgspec.Meta(pattern="^[A-Z]{1,3}$")]


class Brand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One right holder's card; ``lanes`` are the usual ports of loading and discharge."""

    id: Identifier
    mark: Printed
    owner: Printed
    owner_address: Lines
    owner_country: Country
    class_of_goods: Bilingual
    lines: Annotated[tuple[BrandLine, ...], msgspec.Meta(min_length=1)]
    makers: Annotated[tuple[Maker, ...], msgspec.Meta(min_length=4)]
    contract_makers: Annotated[tuple[ContractMaker, ...], msgspec.Meta(min_length=2, max_length=3)]
    licensees: Annotated[tuple[Licensee, ...], msgspec.Meta(min_length=2, max_length=3)]
    lanes: Annotated[tuple[tuple[Locode, Locode], ...], msgspec.Meta(min_length=1)]
    carton_marks: Bilingual
    security_features: Bilingual
    how_fakes_differ: Bilingual
    contact_name: Text
    contact_telephone: Telephone
    contact_mail: Mail
    logo: Logo

    @property
    def origins(self) -> tuple[str, ...]:
        """The countries of production, each once, in the order of the makers."""
        return tuple(dict.fromkeys(maker.country for maker in self.makers))

    @property
    def label_order(self) -> str:
        """The right holder's own order for spare labels, as "KV-L4071": its letters and a number that its mark decides."""
        number = int.from_bytes(hashlib.blake2b(self.mark.encode(), digest_size=4).digest(), "big") % 9000 + 1000
        return f"{self.makers[0].code[:2]}-L{number}"

    def line(self, goods: str) -> BrandLine | None:
        """Return the products of a kind of goods, or None when the brand has none."""
        return next((line for line in self.lines if line.goods == goods), None)


@cache
def shipped_brands() -> tuple[Brand, ...]:
    """Return the brands that ship with the program, in the order of their files."""
    return tuple(brands().values())


@cache
def brands(folder: Path = DATA) -> dict[str, Brand]:
    """Return the brands by id, in the order of their files; raise ``BrokenData`` when a file is wrong."""
    files = read_folder(folder / "brands", Brand)
    for path, brand in files.items():
        require(brand.id == path.stem, path, "id", f"the file's name says {path.stem!r}")
        check_brand(brand, path, folder)
    found = keyed(files.values(), lambda brand: brand.id, folder / "brands")
    keyed(found.values(), lambda brand: brand.mark, folder / "brands")
    return found
