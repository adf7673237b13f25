"""Every data file says where it comes from, loads, and says what is wrong with it when it is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import BrokenData
from simulator.reference.air_agents import air_agents
from simulator.reference.air_lanes import air_lanes
from simulator.reference.airline_prefixes import assigned_airline_prefixes
from simulator.reference.airlines import airlines
from simulator.reference.airports import airports
from simulator.reference.banks import banks
from simulator.reference.brands import brands
from simulator.reference.brokers import brokers
from simulator.reference.card_texts import card_texts
from simulator.reference.carriers import carriers
from simulator.reference.container_prefixes import assigned_prefixes
from simulator.reference.containers import container_types
from simulator.reference.countries import countries
from simulator.reference.forwarders import forwarders
from simulator.reference.goods import goods
from simulator.reference.handling_agents import handling_agents
from simulator.reference.incoterms import incoterms
from simulator.reference.inland import inland_places
from simulator.reference.labels import labels
from simulator.reference.lanes import lanes
from simulator.reference.packages import packages
from simulator.reference.parties import parties
from simulator.reference.phrases import phrases
from simulator.reference.ports import ports
from simulator.reference.prices import price_level, unit_values
from simulator.reference.real_shipments import real_shipments
from simulator.reference.states import states, towns
from simulator.reference.tables import DATA
from simulator.reference.tariff import tariff
from simulator.reference.trades import trades
from simulator.reference.vague_words import vague_words
from simulator.reference.vessels import vessels

Break = Callable[[str, str, str], Path]
Loader = Callable[[Path], Any]

FILES = sorted(path for path in DATA.rglob("*") if path.suffix in {".csv", ".toml"})
SOURCES = (
    "for this product",
    "Apache-2.0",
    "Etalab",
    "MPL-2.0",
    "PDDL",
    "CC-BY 4.0",
    "MIT",
    "no licence",
    "public",
    "facts only",
)
LOADERS: dict[str, Loader] = {
    "air_agents.toml": air_agents,
    "air_lanes.csv": air_lanes,
    "airlines.toml": airlines,
    "airports.csv": airports,
    "assigned_airline_prefixes.csv": assigned_airline_prefixes,
    "banks.toml": banks,
    "brokers.toml": brokers,
    "carriers.toml": carriers,
    "assigned_container_prefixes.csv": assigned_prefixes,
    "containers.csv": container_types,
    "countries.csv": countries,
    "forwarders.toml": forwarders,
    "handling_agents.toml": handling_agents,
    "incoterms.toml": incoterms,
    "inland.csv": inland_places,
    "labels.toml": labels,
    "lanes.csv": lanes,
    "mexican_states.csv": states,
    "mexican_towns.csv": towns,
    "own_brands.toml": card_texts,
    "packages.csv": packages,
    "phrases.toml": phrases,
    "ports.csv": ports,
    "prices.toml": price_level,
    "real_shipments.toml": real_shipments,
    "tariff.csv": tariff,
    "trades.csv": trades,
    "unit_values.csv": unit_values,
    "vague_words.toml": vague_words,
    "vessels.toml": vessels,
    "goods": goods,
    "brands": brands,
    "parties": parties,
}

FAULTS: list[tuple[str, Loader, str, str, str]] = [
    ("countries.csv", countries, "PA,PANAMA,PANAMA", "PAN,PANAMA,PANAMA", "code"),
    ("countries.csv", countries, "PA,PANAMA,PANAMA", "PA,PANAMA", "2 cells"),
    ("countries.csv", countries, "PA,PANAMA", "MX,PANAMA", "MX"),
    ("ports.csv", ports, "160", "", "MXZLO"),
    ("ports.csv", ports, "29.872", "north", "latitude"),
    ("ports.csv", ports, "DEHAM,DE", "DEHAM,AT", "DEHAM"),
    ("lanes.csv", lanes, "DEHAM,MXVER,BEANR", "DEHAM,MXVER,XXXXX", "DEHAM-XXXXX-MXVER"),
    ("lanes.csv", lanes, "BEANR,5467,3", "BEANR,5467,", "DEHAM-BEANR-MXVER"),
    ("lanes.csv", lanes, "5312", "0", "nautical_miles"),
    ("inland.csv", inland_places, "YIWU, CHINA", "NINGBO, CHINA", "NINGBO, CHINA"),
    ("trades.csv", trades, "toys,TOYS", "games,TOYS", "toys"),
    ("tariff.csv", tariff, "GUANO,GUANO", "OIL,ACEITE", "310100"),
    ("carriers.toml", carriers, '"KZNU"', '"MSCU"', "kaizane"),
    ("carriers.toml", carriers, '"KZNU"', '"ORVU"', "orvante"),
    ("carriers.toml", carriers, "[carriers.agents.MXZLO]", "[carriers.agents.MXTAM]", "orvante"),
    ("carriers.toml", carriers, 'bill_number = "##########"', 'bill_number = "NONE"', "bill_number"),
    ("vessels.toml", vessels, 'imo = "218403', 'imo = "918403', "imo"),
    ("vessels.toml", vessels, 'imo = "218403', 'imo = "218404', "ORVANTE CELESTE"),
    ("vessels.toml", vessels, 'carrier = "pelagrin"', 'carrier = "nobody"', "PELAGRIN STAR"),
    ("forwarders.toml", forwarders, 'country = "CN"', 'country = "ZZ"', "lunqiao"),
    ("brokers.toml", brokers, 'port = "QRO"', 'port = "TLC"', "QRO"),
    ("airports.csv", airports, "470", "", "MEX"),
    ("airports.csv", airports, "LUX,LU", "LUX,ZZ", "LUX"),
    ("airports.csv", airports, "hub", "destination", "HKG"),
    ("air_lanes.csv", air_lanes, "FRA,MEX,MIA", "FRA,MEX,FRA", "FRA-FRA-MEX"),
    ("air_lanes.csv", air_lanes, "FRA,MEX,MIA", "FRA,MEX,LHR", "LHR"),
    ("airlines.toml", airlines, 'prefix = "494"', 'prefix = "020"', "nordelbe"),
    ("airlines.toml", airlines, 'prefix = "559"', 'prefix = "494"', "494"),
    ("airlines.toml", airlines, 'designator = "F0"', 'designator = "L0"', "nordelbe"),
    ("airlines.toml", airlines, 'hub = "LUX"', 'hub = "AMS"', "LUX"),
    ("airlines.toml", airlines, 'MEX = "aerobodega-mex"', 'MEX = "aerobodega-gdl"', "aerobodega-gdl"),
    ("handling_agents.toml", handling_agents, 'airport = "MEX"', 'airport = "TIJ"', "TIJ"),
    ("air_agents.toml", air_agents, 'country = "BR"', 'country = "PT"', "BR"),
    ("phrases.toml", phrases, '"clothing", "footwear"]', '"clothes", "footwear"]', "clothes"),
    ("parties/cn.toml", parties, 'near = ["CNTAO", "PEK"]', 'near = ["CNDLC", "PEK"]', "CNDLC"),
    ("trades.csv", trades, "clothing,CLOTHING", "clothes,CLOTHING", "clothing"),
    ("vague_words.toml", vague_words, "MUESTRAS", "CAMISETAS", "CAMISETAS"),
    ("banks.toml", banks, 'id = "altimerca"', 'id = "credivalle"', "credivalle"),
    ("containers.csv", container_types, "33,28200", "33,heavy", "payload_kg"),
    ("packages.csv", packages, "BG,BAG", "CT,BAG", "CT"),
    ("incoterms.toml", incoterms, 'freight = "collect"', 'freight = "later"', "freight"),
    ("prices.toml", price_level, "factor = 0.85", "factor = -1.0", "factor"),
    ("unit_values.csv", unit_values, "6109,54,", "6109,54,99", "6109"),
    ("mexican_towns.csv", towns, "LEON,GTO.,477", "LEON,LEON,477", "LEON"),
    ("goods/footwear.toml", goods, '"CALZADO ATLETICO"', '"TENIS ATLETICO"', "running-shoes"),
    ("goods/footwear.toml", goods, '"CALZADO ATLETICO"', '"Calzado atlético"', "running-shoes"),
    ("goods/footwear.toml", goods, "price_cents = [1300, 2600]", "price_cents = [130, 260]", "running-shoes"),
    ("goods/footwear.toml", goods, "price_cents = [1300, 2600]", "price_cents = [1300, 9600]", "running-shoes"),
    ("goods/footwear.toml", goods, 'unit = "PRS"', 'unit = "PAIRS"', "goods[0].unit"),
    ("goods/footwear.toml", goods, 'id = "leather-boots"', 'id = "running-shoes"', "running-shoes"),
    ("goods/footwear.toml", goods, 'price_basis = "6404', 'price_basis = "0101', "running-shoes"),
    ("brands/oxelvy.toml", brands, 'id = "oxelvy"', 'id = "other"', "id"),
    ("brands/oxelvy.toml", brands, 'goods = "chargers"', 'goods = "screws"', "screws"),
    ("brands/oxelvy.toml", brands, "[7200, 14000]", "[720, 1400]", "mobile-phones"),
    ("brands/oxelvy.toml", brands, "TCO990611", "TCX990611", "TELEFONIA CORDANA"),
    ("brands/oxelvy.toml", brands, "C.P. 06700", "C.P. 44700", "TELEFONIA CORDANA"),
    ("brands/oxelvy.toml", brands, '"OX-F02"', '"OX-F01"', "OX-F01"),
    ("brands/oxelvy.toml", brands, '"DEHAM", "MXVER"', '"COCTG", "MXVER"', "COCTG-MXVER"),
    ("brands/oxelvy.toml", brands, 'shape = "circle"', 'shape = "star"', "logo.shape"),
    ("own_brands.toml", card_texts, "[software]", "[programs]", "programs"),
    ("own_brands.toml", card_texts, "[general]", "[food]", "general"),
    ("own_brands.toml", card_texts, "how_fakes_differ.es", "how_fakes_differ.fr", "how_fakes_differ"),
    ("parties/mx.toml", parties, 'postcode = "44###"', 'postcode = "20###"', "GUADALAJARA"),
    ("parties/mx.toml", parties, "+52 (33)", "+52 (81)", "GUADALAJARA"),
    ("parties/cn.toml", parties, "{number}", "{house}", "address"),
    ("parties/cn.toml", parties, "toys = ", "games = ", "business"),
    ("parties/cn.toml", parties, '"LUOXINDA"', '"QIANZHUO"', "QIANZHUO"),
    ("parties/cn.toml", parties, 'country = "CN"', "country = CN", "whole file"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_begins_with_its_source(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    comment = " ".join(line for line in lines[:5] if line.startswith("#"))
    assert lines[0].startswith("#")
    assert any(source in comment for source in SOURCES)


@pytest.mark.parametrize("name", LOADERS)
def test_every_file_loads(name: str) -> None:
    assert LOADERS[name](DATA)


def test_no_file_is_without_a_loader() -> None:
    assert {path.relative_to(DATA).parts[0] for path in FILES} == set(LOADERS)


@pytest.mark.parametrize(("file", "load", "old", "new", "place"), FAULTS)
def test_a_broken_file_is_named_with_its_place(
    broken: Break, file: str, load: Loader, old: str, new: str, place: str
) -> None:
    folder = broken(file, old, new)
    with pytest.raises(BrokenData) as raised:
        load(folder)
    assert Path(file).name in str(raised.value) or str(folder / file.split("/")[0]) in str(raised.value)
    assert place in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenData, match=r"ports\.csv"):
        ports(tmp_path)
    with pytest.raises(BrokenData, match="goods"):
        goods(tmp_path)
