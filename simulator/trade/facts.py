"""The facts of one consignment: whole numbers at the resolution that is printed, nothing that follows from others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import Mode
from simulator.numbers import chargeable_grams, rate_class
from simulator.reference.brands import Brand, shipped_brands
from simulator.trade.office import UNMARKED, OfficeNote, OfficeNotes
from simulator.wording import is_to_order


@dataclass(frozen=True, slots=True)
class Party:
    """A firm as it calls itself on paper; ``country`` is an ISO code, "" for words such as SAME AS CONSIGNEE."""

    name: str
    address: tuple[str, ...] = ()
    country: str = ""
    telephone: str | None = None
    tax_id: str | None = None

    @property
    def is_order(self) -> bool:
        """Whether this stands for the holder of the bill and not for a firm."""
        return is_to_order(self.name)


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One kind of goods of a consignment; weights in grams, prices in US cents, measures in centimetres."""

    goods: str
    sector: str
    description: Bilingual
    hs: str
    unit: str
    package_kind: str
    packages: int
    pieces_per_package: int
    piece_grams: int
    package_tare_grams: int
    package_cm: tuple[int, int, int]
    unit_price: int
    mark: str | None = None
    model: str | None = None
    quality_note: Bilingual | None = None

    @property
    def pieces(self) -> int:
        """How many pieces in all packages."""
        return self.packages * self.pieces_per_package

    @property
    def package_net_grams(self) -> int:
        """Net weight of one package."""
        return self.pieces_per_package * self.piece_grams

    @property
    def package_gross_grams(self) -> int:
        """Gross weight of one package."""
        return self.package_net_grams + self.package_tare_grams

    @property
    def net_grams(self) -> int:
        """Net weight of the line."""
        return self.packages * self.package_net_grams

    @property
    def gross_grams(self) -> int:
        """Gross weight of the line."""
        return self.packages * self.package_gross_grams

    @property
    def package_volume(self) -> int:
        """Volume of one package in cubic centimetres, rounded up to whole litres."""
        length, width, height = self.package_cm
        return -(-length * width * height // 1000) * 1000

    @property
    def volume(self) -> int:
        """Volume of the line in cubic centimetres."""
        return self.packages * self.package_volume

    @property
    def amount(self) -> int:
        """Price of the line in US cents."""
        return self.pieces * self.unit_price


@dataclass(frozen=True, slots=True)
class Container:
    """One container; ``loads`` is the number of packages of each goods line in it."""

    number: str
    seal: str
    type: str
    loads: tuple[int, ...]

    @property
    def packages(self) -> int:
        """How many packages are in it."""
        return sum(self.loads)


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of sale and of freight; freight and insurance in US cents, where the invoice shows them apart."""

    incoterm: str
    named_place: str
    freight: str
    payment: str
    freight_amount: int | None = None
    insurance_amount: int | None = None
    charges: tuple[str, ...] = ("FREIGHT AS ARRANGED",)


@dataclass(frozen=True, slots=True)
class Leg:
    """What a voyage and a flight have in common: who carries, from where to where, and when.

    Ports are UN/LOCODEs, airports IATA codes; ``printed`` is how papers name them. ``office`` is the customs office of
    the place of discharge, ``sheet`` which page of the manifest the extract is, ``papers_in`` the last day on which an
    office received papers, ``office_note`` what it put on the manifest.
    """

    id: str
    carrier: str
    carrier_name: str
    carrier_address: tuple[str, ...]
    agent: Party
    number: str
    origin: str
    origin_printed: str
    origin_country: str
    destination: str
    destination_printed: str
    destination_city: str
    office: str
    via_printed: str | None
    departure: date
    arrival: date
    papers_in: date
    sheet: str
    office_note: OfficeNote | None


@dataclass(frozen=True, slots=True)
class Voyage(Leg):
    """One sailing from one port of loading to one Mexican port."""

    vessel: str
    imo: str
    call_sign: str
    flag: str
    master: str
    berthed: date

    @property
    def mode(self) -> Mode:
        """By sea."""
        return "sea"

    @property
    def conveyance(self) -> str:
        """The ship's name."""
        return self.vessel


@dataclass(frozen=True, slots=True)
class Flight(Leg):
    """One flight from one airport to one Mexican airport, perhaps by way of a hub.

    ``prefix`` is the airline's three digits on waybills, ``designator`` its two letters.
    """

    prefix: str
    designator: str
    registration: str
    via: str | None

    @property
    def mode(self) -> Mode:
        """By air."""
        return "air"

    @property
    def conveyance(self) -> str:
        """The airline's name."""
        return self.carrier_name


Carriage = Voyage | Flight


@dataclass(frozen=True, slots=True)
class AirFreight:
    """What an air waybill adds: the agent, the rate in US cents a kilogram, and charges in US cents, ``arranged`` or shown.

    ``for_carriage`` is the value declared to the airline in percent of the invoice's total, None where the shipper
    declares none (NVD); ``for_customs`` whether customs is told the invoice's total (NCV where not).
    """

    agent: str
    agent_city: str
    agent_code: str
    arranged: bool
    rate: int
    due_agent: int
    due_carrier: int
    for_carriage: int | None
    for_customs: bool


@dataclass(frozen=True, slots=True)
class Consignment:
    """Everything that is true of one consignment; papers are derived from this and from nothing else.

    ``exporter`` is who ships where a firm of a third country sells, ``transhipment`` the port where the goods change
    ships, ``onward`` the booking for what follows the port, ``buyer_trade`` the sectors of the buyer's registered trade.
    """

    id: str
    carriage: Carriage
    seller: Party
    buyer: Party
    consignee: Party
    notify: Party | None
    maker: str
    maker_code: str | None
    origin_country: str
    goods: tuple[GoodsLine, ...]
    containers: tuple[Container, ...]
    terms: Terms
    bill_number: str
    booking_number: str
    invoice_number: str
    packing_list_number: str
    purchase_order: str
    packing_date: date
    invoice_date: date
    on_board: date
    issue_delay: int
    marks: tuple[str, ...]
    copy: str
    originals: str
    invoice_language: str
    signed_by: str
    stamped: bool
    revalidated: bool
    place_of_receipt: str | None = None
    place_of_delivery: str | None = None
    forwarding_agent: Party | None = None
    declared_value: str | None = None
    remarks: str | None = None
    air: AirFreight | None = None
    office_notes: OfficeNotes = UNMARKED
    exporter: Party | None = None
    transhipment: str | None = None
    onward: str | None = None
    pallets: int | None = None
    buyer_trade: tuple[str, ...] = ()

    @property
    def shipper(self) -> Party:
        """Who hands the goods to the carrier: the exporter where the seller is a firm of a third country."""
        return self.exporter or self.seller

    @property
    def mode(self) -> Mode:
        """By sea or by air."""
        return self.carriage.mode

    @property
    def issue_date(self) -> date:
        """The day on which the bill was issued."""
        return self.on_board + timedelta(days=self.issue_delay)

    @property
    def packages(self) -> int:
        """How many packages in all."""
        return sum(line.packages for line in self.goods)

    @property
    def outer_packages(self) -> int:
        """What a carrier counts: pallets where the packages stand on some."""
        return self.packages if self.pallets is None else self.pallets

    @property
    def gross_grams(self) -> int:
        """Gross weight without the containers' tare, in grams."""
        return sum(line.gross_grams for line in self.goods)

    @property
    def net_grams(self) -> int:
        """Net weight in grams."""
        return sum(line.net_grams for line in self.goods)

    @property
    def volume(self) -> int:
        """Volume in cubic centimetres."""
        return sum(line.volume for line in self.goods)

    @property
    def goods_total(self) -> int:
        """Price of all goods in US cents."""
        return sum(line.amount for line in self.goods)

    @property
    def invoice_total(self) -> int:
        """What the invoice comes to in US cents: the goods, and freight and insurance where it shows them."""
        return self.goods_total + (self.terms.freight_amount or 0) + (self.terms.insurance_amount or 0)

    @property
    def waybill_grams(self) -> int:
        """Gross weight as airlines weigh it: up to the next 100 grams."""
        return -(-self.gross_grams // 100) * 100

    @property
    def chargeable_grams(self) -> int:
        """What an airline charges for: gross weight or 6 000 cm3 a kilogram, up to the next half kilogram."""
        return chargeable_grams(self.gross_grams, self.volume)

    @property
    def rate_class(self) -> str:
        """The class of rate that the airline charges it at."""
        return rate_class(self.chargeable_grams)

    @property
    def brand(self) -> str | None:
        """The mark of the goods, None where they are plain."""
        return self.goods[0].mark

    def container_grams(self, container: Container) -> int:
        """Gross weight of what is in one container, in grams."""
        return sum(load * line.package_gross_grams for load, line in zip(container.loads, self.goods, strict=True))


@dataclass(frozen=True, slots=True)
class Registered:
    """A place in the register of importers: the buyer of a consignment, or ``firm`` where he stands there already."""

    firm: Party
    trade: tuple[str, ...]
    consignment: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All that is true in one variant.

    ``others`` are consignments of other people on the same voyages: manifest lines without a dossier. ``cards`` are the
    brands whose cards lie on the desk, ``guide`` the (goods, mark) pairs of the price guide. ``sailings`` are voyages
    of the schedule besides those of the consignments, ``routes`` pairs of ports, ``tariff`` headings with the kinds of
    goods in play there, ``register`` its places in order, ``brands`` all whose goods are traded.
    """

    reference_date: date
    language: str
    consignments: tuple[Consignment, ...]
    others: tuple[Consignment, ...] = ()
    cards: tuple[str, ...] = ()
    guide: tuple[tuple[str, str | None], ...] = ()
    sailings: tuple[Voyage, ...] = ()
    routes: tuple[tuple[str, str], ...] = ()
    tariff: tuple[tuple[str, tuple[str, ...]], ...] = ()
    register: tuple[Registered, ...] = ()
    brands: tuple[Brand, ...] = field(default_factory=shipped_brands)

    @property
    def carriages(self) -> tuple[Carriage, ...]:
        """The voyages and flights on which the consignments travel, each once, in order of arrival."""
        found = {each.carriage.id: each.carriage for each in self.consignments}
        return tuple(sorted(found.values(), key=lambda carriage: (carriage.arrival, carriage.conveyance, carriage.id)))

    def brand_of(self, mark: str | None) -> Brand | None:
        """Return the brand with that mark, None where goods are plain or nobody owns the mark."""
        return next((brand for brand in self.brands if brand.mark == mark), None)

    def consignment(self, id_: str) -> Consignment:
        """Return the consignment with that id; raise ``KeyError`` when there is none."""
        for consignment in self.consignments:
            if consignment.id == id_:
                return consignment
        raise KeyError(id_)
