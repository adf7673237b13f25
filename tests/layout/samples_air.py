"""Papers of goods that fly, written by hand; used to look at the templates and to test the layout."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from layout.samples import IMPORTER, paper
from simulator.documents import air_waybill, manifest
from simulator.documents.codecs import PartyBlock
from simulator.documents.declared import Declared
from simulator.documents.model import Document
from simulator.formats.vocabulary import Language

EXPORTER = PartyBlock(
    "SHENZHEN LUOHE SOUND TECHNOLOGY CO., LTD.",
    ("BUILDING 7, NO. 39 GUSHU 2ND ROAD", "BAO'AN DISTRICT, SHENZHEN 518126", "CHINA"),
    None,
    "+86 755 2331 7704",
)
NOTIFY = PartyBlock(
    "AGENCIA ADUANAL ESPINOZA Y TREVIÑO, S.C.",
    ("AEROPUERTO INTERNACIONAL, ADUANA INTERIOR, LOCAL 12", "COL. PEÑÓN DE LOS BAÑOS", "C.P. 15520, MEXICO, D.F."),
    "AET980317QX1",
    "+52 (55) 5786 3340",
)
WARES = (
    ("WIRELESS HEADPHONES, BRAND ZUNTIVO, WITH CHARGING CASE", "851830"),
    ("LITHIUM-FREE REPLACEMENT EAR CUSHIONS", "851890"),
    ("PLUG-IN BATTERY CHARGERS 5 V", "850440"),
    ("INSTRUCTION MANUALS, PRINTED", "491110"),
)
NUMBER = "947-20417736"


def waybill(goods: int = 2, language: Language = "en", *, collect: bool = False) -> Document:
    """A direct waybill for headphones, transhipped once, freight prepaid unless ``collect``."""
    awb = air_waybill
    paid = {
        awb.WEIGHT_PREPAID: "X",
        awb.OTHER_PREPAID: "X",
        awb.PREPAID_WEIGHT: 86_250,
        awb.PREPAID_AGENT: 1_500,
        awb.PREPAID_CARRIER: 12_350,
        awb.PREPAID_TOTAL: 100_100,
    }
    owed = {
        awb.WEIGHT_COLLECT: "X",
        awb.OTHER_COLLECT: "X",
        awb.COLLECT_WEIGHT: 86_250,
        awb.COLLECT_AGENT: 1_500,
        awb.COLLECT_CARRIER: 12_350,
        awb.COLLECT_TOTAL: 100_100,
    }
    return paper(
        awb.TYPE,
        "neutral",
        {
            awb.AIRLINE_PREFIX: "947",
            awb.NUMBER: NUMBER,
            awb.DEPARTURE_CODE: "HKG",
            awb.ISSUER: ("ZEPHYRION AIR CARGO LTD.", "SUPERTERMINAL 2, 9 CHUN WAN ROAD", "CHEK LAP KOK, HONG KONG"),
            awb.COPY: "ORIGINAL 2 (FOR CONSIGNEE)",
            awb.CONDITIONS: "SUBJECT TO THE CONDITIONS OF CONTRACT ON THE REVERSE",
            awb.SHIPPER: EXPORTER,
            awb.SHIPPER_ACCOUNT: "HKG-220417",
            awb.CONSIGNEE: replace(IMPORTER, tax_id=None),
            awb.CONSIGNEE_TAX_ID: "CTR010412QK7",
            awb.AGENT: ("QIANLANHAI FREIGHT CO., LTD.", "SHENZHEN"),
            awb.AGENT_CODE: "57747200",
            awb.AGENT_ACCOUNT: "SZX 0418-2",
            awb.PORT_OF_LOADING: "HONG KONG, HONG KONG",
            awb.ACCOUNTING: (f"FREIGHT {'COLLECT' if collect else 'PREPAID'}", "INVOICE LH-2009-0341"),
            awb.TO_FIRST: "ICN",
            awb.BY_FIRST: "Z0",
            awb.TO_SECOND: "MEX",
            awb.BY_SECOND: "Z0",
            awb.CURRENCY: "USD",
            awb.CHARGES_CODE: "CC" if collect else "PP",
            **(owed if collect else paid),
            awb.VALUE_FOR_CARRIAGE: Declared(),
            awb.VALUE_FOR_CUSTOMS: Declared(14_835_000),
            awb.PORT_OF_DISCHARGE: "MEXICO CITY, MEXICO",
            awb.FLIGHT_NUMBER: "Z0 6512",
            awb.FLIGHT_DATE: date(2009, 3, 17),
            awb.INSURANCE: "NIL",
            awb.NOTIFY_PARTY: NOTIFY,
            awb.SPECIAL_CUSTOMS: "X",
            awb.NUMBER_OF_PACKAGES: 42,
            awb.GROSS_WEIGHT: 266_600,
            awb.CHARGES_TOTAL: 86_250,
            awb.DIMENSIONS: ("60X45X38 CM X 30", "40X30X25 CM X 12", "VOL 3.450 M3"),
            awb.ORIGIN: "CN",
            awb.OTHER_CHARGES: ("AWA 15.00", "MYC 123.50"),
            awb.CERTIFICATION: "QIANLANHAI FREIGHT CO., LTD. AS AGENT",
            awb.SHIPPER_SIGNATURE: "signature:Chen Weiming",
            awb.ISSUE_DATE: date(2009, 3, 16),
            awb.PLACE_OF_ISSUE: "SHENZHEN",
            awb.SIGNATURE: "signature:Qianlanhai Freight",
            awb.REFERENCE: "P/O 55120",
            awb.OFFICE_MARKS: "datestamp:RECIBIDO|19 MAR 2009|TRAFICO; initials:RM",
        },
        {
            "rates": [
                {
                    awb.PIECES: 42,
                    awb.RATE_GROSS: 266_600,
                    awb.WEIGHT_UNIT: "K",
                    awb.RATE_CLASS: "Q",
                    awb.CHARGEABLE: 575_000,
                    awb.RATE: 150,
                    awb.RATE_TOTAL: 86_250,
                }
            ],
            "goods": [{awb.DESCRIPTION: WARES[at % 4][0], awb.GOODS_HS_CODE: WARES[at % 4][1]} for at in range(goods)],
        },
        language=language,
        role="direct",
    )


def flight_manifest(bills: int = 18, language: Language = "en") -> Document:
    """An extract of the cargo manifest of a flight."""
    man = manifest
    shippers = (
        "SHENZHEN LUOHE SOUND TECHNOLOGY CO., LTD.",
        "DAEHAN JEONGMIL BEARINGS CO., LTD.",
        "TAN SON KIM NGAN GARMENT JOINT STOCK COMPANY",
    )
    buyers = (
        IMPORTER.name,
        "INSTRUMENTOS Y CONTROLES DEL BAJÍO, S.A. DE C.V.",
        "GRUPO DISTRIBUIDOR VALLE ALTO, S. DE R.L. DE C.V.",
    )
    wares = (
        (("WIRELESS HEADPHONES", "PLUG-IN BATTERY CHARGERS 5 V"), ("851830", "850440")),
        (("BALL BEARINGS",), ("848210",)),
        (("WOMEN'S KNITTED BLOUSES OF SYNTHETIC FIBRES, ASSORTED SIZES AND COLOURS",), ("610620",)),
        (("SEATS FOR DENTAL CHAIRS", "SPARE PARTS"), ("940210", "940390")),
    )
    return paper(
        man.TYPE,
        "civil-aviation",
        {
            man.ISSUER: ("ZEPHYRION AIR CARGO LTD.", "SUPERTERMINAL 2, 9 CHUN WAN ROAD", "CHEK LAP KOK, HONG KONG"),
            man.VESSEL_NAME: "B-HZQ",
            man.VOYAGE_NUMBER: "Z0 6512",
            man.PORT_OF_REPORT: "MEXICO CITY, MEXICO",
            man.ARRIVAL_DATE: date(2009, 3, 17),
            man.PORT_OF_LOADING: "HONG KONG, HONG KONG",
            man.PORT_OF_DISCHARGE: "MEXICO CITY, MEXICO",
            man.AGENT: PartyBlock(
                "SERVICIOS DE RAMPA VUELALTO, S.A. DE C.V.",
                ("ZONA DE ADUANA INTERIOR, BODEGA 27", "C.P. 15620, MEXICO, D.F."),
                None,
                "+52 (55) 5786 1642",
            ),
            man.SIGNING_DATE: date(2009, 3, 18),
            man.SIGNATURE: "stamp:SERVICIOS DE RAMPA|VUELALTO; signature:Ofelia Rangel",
            man.SHEET: "EXTRACT - PAGE 3 OF 11",
            man.OFFICE_MARKS: "datestamp:RECIBIDO|19 MAR 2009|MANIFIESTOS; initials:EP",
        },
        {
            "bills": [
                {
                    man.BILL_NUMBER: _number(2_041_773 + 131 * at),
                    man.NUMBER_OF_PACKAGES: 42 + 17 * at,
                    man.DESCRIPTION: wares[at % 4][0],
                    man.GOODS_HS_CODES: wares[at % 4][1],
                    man.GROSS_WEIGHT: (266 + 61 * at) * 1000,
                    man.SHIPPER: PartyBlock(shippers[at % 3]),
                    man.CONSIGNEE: PartyBlock(buyers[at % 3], (), None, "+52 (81) 8346 2290"),
                    **({} if at % 5 == 4 else {man.NOTIFY_PARTY: PartyBlock(NOTIFY.name, (), None, NOTIFY.telephone)}),
                }
                for at in range(bills)
            ]
        },
        language=language,
        dates="DD-MMM-YYYY",
        id_="manifest-2",
    )


def _number(serial: int) -> str:
    """Return a waybill number with its check digit: the serial modulo 7."""
    return f"947-{serial:07d}{serial % 7}"
