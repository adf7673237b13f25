"""Papers written by hand, filled as real ones are; used to look at the templates and to test the layout."""

from __future__ import annotations

from datetime import date
from typing import Any

from simulator.documents import (
    bill_of_lading,
    contents,
    invoice,
    manifest,
    packing_list,
    price_guide,
    right_holder_card,
)
from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Document, DocumentType, Field, Place
from simulator.documents.printing import Printing
from simulator.formats.vocabulary import Language

SHIPPER = PartyBlock(
    "NINGBO HAIYUE GARMENT CO., LTD.",
    ("NO. 1288 TIANTONG NORTH ROAD", "YINZHOU DISTRICT, NINGBO 315100", "ZHEJIANG, CHINA"),
    "91330212MA2AG7XK3P",
    "+86 574 8830 4417",
)
IMPORTER = PartyBlock(
    "COMERCIALIZADORA SANTA CATARINA, S.A. DE C.V.",
    ("AV. CONSTITUCIÓN 2214 PTE., COL. OBISPADO", "C.P. 64060 MONTERREY, N.L., MÉXICO"),
    "CTR010412QK7",
    "+52 81 8346 2290",
)
BROKER = PartyBlock(
    "AGENCIA ADUANAL PEÑA Y ASOCIADOS, S.C.",
    ("AV. TENIENTE AZUETA 45, COL. BURÓCRATA", "C.P. 28250 MANZANILLO, COL., MÉXICO"),
    None,
    "+52 314 332 7781",
)


def paper(
    type_: DocumentType,
    style: str,
    values: dict[Field[Any], Any],
    rows: dict[str, list[dict[Field[Any], Any]]] | None = None,
    *,
    language: Language = "en",
    numbers: str = "1,234.56",
    dates: str = "DD MMM YYYY",
    id_: str | None = None,
    role: str | None = None,
) -> Document:
    """Return a document whose values are given by field, and its lines by table."""
    placed: dict[Place, Any] = {(each.name, None): value for each, value in values.items()}
    for lines in (rows or {}).values():
        for number, line in enumerate(lines, 1):
            placed.update({(each.name, number): value for each, value in line.items()})
    return Document(
        id_ or f"C07-{type_.prefix}",
        type_,
        type_.prefix,
        f"{type_.name}/{style}",
        Printing(language, numbers, dates),
        placed,
        () if type_.shared else ("C07",),
        role,
    )


def bill(goods: int = 2, containers: int = 2, language: Language = "en") -> Document:
    """A direct bill for full containers of shirts."""
    bl = bill_of_lading
    wares = (
        ("MEN'S KNITTED COTTON T-SHIRTS, BRAND NORDALIA", "610910"),
        ("WOMEN'S WOVEN POLYESTER BLOUSES, BRAND NORDALIA", "620640"),
        ("COTTON POLO SHIRTS WITH EMBROIDERED MARK", "610510"),
    )
    return paper(
        bl.TYPE,
        "liner",
        {
            bl.ISSUER: ("MERIDIAN PACIFIC LINE", "MERIDIAN PACIFIC CONTAINER LINE LTD.", "SCAC MPCX · CAAT 3HQ7"),
            bl.SHIPPER: SHIPPER,
            bl.CONSIGNEE: IMPORTER,
            bl.CONSIGNEE_TAX_ID: "CTR010412QK7",
            bl.NOTIFY_PARTY: BROKER,
            bl.BOOKING_NUMBER: "NGB0482216",
            bl.NUMBER: "MPCXNGB904822160",
            bl.EXPORT_REFERENCES: ("SHIPPER'S REF: HY-2009-0117", "S/C NO. MPL-TP-08-2231"),
            bl.FORWARDING_AGENT: PartyBlock("EASTGATE LOGISTICS (NINGBO) CO., LTD.", ("21F, WORLD TRADE PLAZA, NINGBO",)),
            bl.ORIGIN: "CN",
            bl.PLACE_OF_RECEIPT: "NINGBO CY",
            bl.VESSEL_NAME: "MERIDIAN AURORA",
            bl.VOYAGE_NUMBER: "041E",
            bl.VESSEL_FLAG: "PANAMA",
            bl.PORT_OF_LOADING: "NINGBO, CHINA",
            bl.PORT_OF_DISCHARGE: "MANZANILLO, MEXICO",
            bl.PLACE_OF_DELIVERY: "MANZANILLO CY",
            bl.TYPE_OF_MOVEMENT: "FCL/FCL CY/CY",
            bl.MARKS: ("CTR", "MANZANILLO", "P/O 44871", "C/NO. 1-1240", "MADE IN CHINA"),
            bl.NUMBER_OF_PACKAGES: 1240,
            bl.KIND_OF_PACKAGES: "CARTONS",
            bl.GROSS_WEIGHT: 14_880_500,
            bl.VOLUME: 112_640_000,
            bl.CLAUSES: (
                f"{containers} X 40'HC FCL SAID TO CONTAIN 1,240 CARTONS",
                "SHIPPER'S LOAD, STOW, COUNT AND SEAL",
                "FREIGHT COLLECT",
            ),
            bl.FREIGHT_TERMS: "FREIGHT COLLECT",
            bl.FREIGHT_PAYABLE_AT: "MANZANILLO, MEXICO",
            bl.FREIGHT_CHARGES: ("OCEAN FREIGHT AS ARRANGED", "BAF AS ARRANGED", "THC AS ARRANGED"),
            bl.DECLARED_VALUE: "N.V.D.",
            bl.NUMBER_OF_ORIGINALS: "THREE (3)",
            bl.PLACE_OF_ISSUE: "NINGBO, CHINA",
            bl.ISSUE_DATE: date(2009, 1, 14),
            bl.ON_BOARD_DATE: date(2009, 1, 13),
            bl.COPY: "COPY NON-NEGOTIABLE",
            bl.SIGNATURE: "stamp:MERIDIAN PACIFIC|NINGBO OFFICE; signature:Zhou Lin",
            bl.OFFICE_MARKS: "datestamp:RECIBIDO|04 FEB 2009|TRAFICO; initials:RM",
            bl.SIGNED_AS: ("MERIDIAN PACIFIC (NINGBO)", "SHIPPING AGENCY LTD.", "AS AGENTS FOR THE CARRIER"),
        },
        {
            "goods": [
                {bl.DESCRIPTION: wares[at % 3][0], bl.GOODS_HS_CODE: wares[at % 3][1], bl.GOODS_PACKAGES: 620 + at}
                for at in range(goods)
            ],
            "containers": [
                {
                    bl.CONTAINER_NUMBER: f"MPXU 40118{at:02d} {at % 10}".replace(" ", ""),
                    bl.SEAL_NUMBER: f"CN08{81744 + at}",
                    bl.CONTAINER_TYPE: "45G1 40'HC",
                    bl.CONTAINER_PACKAGES: 620,
                    bl.CONTAINER_WEIGHT: 7_440_250,
                }
                for at in range(containers)
            ],
        },
        language=language,
        role="direct",
    )


def invoice_paper(goods: int = 4, language: Language = "en") -> Document:
    """The seller's invoice for the shirts of the bill."""
    inv = invoice
    words = {
        "en": ("MEN'S KNITTED COTTON T-SHIRTS", "WOMEN'S WOVEN POLYESTER BLOUSES - SEASON 2009", "COTTON POLO SHIRTS"),
        "es": ("CAMISETAS DE PUNTO DE ALGODÓN PARA HOMBRE", "BLUSAS DE POLIÉSTER PARA MUJER", "PLAYERAS TIPO POLO"),
    }[language]
    return paper(
        inv.TYPE,
        "letterhead",
        {
            inv.ISSUER: (SHIPPER.name, "NO. 1288 TIANTONG NORTH ROAD, NINGBO, CHINA", "TEL: +86 574 8830 4417"),
            inv.SELLER: SHIPPER,
            inv.BUYER: IMPORTER,
            inv.BUYER_TAX_ID: "CTR010412QK7",
            inv.NUMBER: "HY-2009-0117",
            inv.INVOICE_DATE: date(2009, 1, 8),
            inv.PURCHASE_ORDER: "P/O 44871",
            inv.ORIGIN: "CN",
            inv.DESTINATION: "MEXICO",
            inv.TERMS_OF_DELIVERY: "FOB NINGBO (INCOTERMS 2000)",
            inv.TERMS_OF_PAYMENT: "T/T 60 DAYS AFTER B/L DATE",
            inv.VESSEL_NAME: "MERIDIAN AURORA",
            inv.VOYAGE_NUMBER: "041E",
            inv.PORT_OF_LOADING: "NINGBO, CHINA",
            inv.PORT_OF_DISCHARGE: "MANZANILLO, MEXICO",
            inv.BILL_NUMBER: "MPCXNGB904822160",
            inv.MARKS: ("CTR", "MANZANILLO", "P/O 44871", "C/NO. 1-1240", "MADE IN CHINA"),
            inv.NUMBER_OF_PACKAGES: 1240,
            inv.KIND_OF_PACKAGES: "CARTONS" if language == "en" else "CAJAS",
            inv.MANUFACTURER: "NINGBO HAIYUE GARMENT CO., LTD. FACTORY NO. 2",
            inv.MANUFACTURER_CODE: "NDL-CN-118",
            inv.GOODS_TOTAL: 12_345_600,
            inv.TOTAL: 12_345_600,
            inv.AMOUNT_IN_WORDS: "SAY US DOLLARS ONE HUNDRED TWENTY-THREE THOUSAND FOUR HUNDRED FIFTY-SIX AND 00/100 ONLY"
            if language == "en"
            else "SON: CIENTO VEINTITRES MIL CUATROCIENTOS CINCUENTA Y SEIS DOLARES 00/100 USD",
            inv.NET_WEIGHT: 12_910_000,
            inv.GROSS_WEIGHT: 14_880_500,
            inv.REMARKS: "LICENCE NO. NDL/MX/0042 OF NORDALIA APPAREL AB",
            inv.SIGNATURE: "stamp:NINGBO HAIYUE|GARMENT CO.; signature:Wang Meiling",
            inv.OFFICE_MARKS: "datestamp:RECEIVED|02 FEB 2009|IMPORTS; correction:EXP. 4471|EXP. 4417|RM",
            inv.SIGNED_BY: "WANG MEILING, EXPORT MANAGER",
        },
        {
            "goods": [
                {
                    inv.DESCRIPTION: words[at % 3],
                    inv.MARK: "NORDALIA",
                    inv.MODEL: f"ND-{2200 + at}",
                    inv.GOODS_HS_CODE: "610910",
                    inv.QUANTITY: 12_400 + at,
                    inv.UNIT: "PCS",
                    inv.UNIT_PRICE: 245 + at,
                    inv.LINE_TOTAL: 3_086_400,
                }
                for at in range(goods)
            ]
        },
        language=language,
        dates="MMM DD, YYYY",
    )


def packing(goods: int = 4, containers: int = 2, language: Language = "en") -> Document:
    """The packing list of the same shipment."""
    pl = packing_list
    return paper(
        pl.TYPE,
        "letterhead",
        {
            pl.ISSUER: (SHIPPER.name, "NO. 1288 TIANTONG NORTH ROAD, NINGBO, CHINA", "TEL: +86 574 8830 4417"),
            pl.SELLER: SHIPPER,
            pl.BUYER: IMPORTER,
            pl.NUMBER: "PL-HY-2009-0117",
            pl.PACKING_DATE: date(2009, 1, 8),
            pl.INVOICE_NUMBER: "HY-2009-0117",
            pl.PURCHASE_ORDER: "P/O 44871",
            pl.ORIGIN: "CN",
            pl.VESSEL_NAME: "MERIDIAN AURORA",
            pl.VOYAGE_NUMBER: "041E",
            pl.PORT_OF_LOADING: "NINGBO, CHINA",
            pl.PORT_OF_DISCHARGE: "MANZANILLO, MEXICO",
            pl.MARKS: ("CTR", "MANZANILLO", "P/O 44871", "C/NO. 1-1240", "MADE IN CHINA"),
            pl.MANUFACTURER: "NINGBO HAIYUE GARMENT CO., LTD. FACTORY NO. 2",
            pl.TOTAL_PACKAGES: 1240,
            pl.TOTAL_QUANTITY: 49_600,
            pl.TOTAL_NET: 12_910_000,
            pl.TOTAL_GROSS: 14_880_500,
            pl.TOTAL_VOLUME: 112_640_000,
            pl.REMARKS: "ALL CARTONS ON 20 PALLETS",
            pl.OFFICE_MARKS: "handwritten:EXP. 4417; initials:RM",
            pl.SIGNED_BY: "WANG MEILING, EXPORT MANAGER",
            pl.SIGNATURE: "signature:Wang Meiling",
        },
        {
            "goods": [
                {
                    pl.CARTON_RANGE: f"{1 + 310 * at}-{310 + 310 * at}",
                    pl.PACKAGES: 310,
                    pl.DESCRIPTION: "MEN'S KNITTED COTTON T-SHIRTS" if language == "en" else "CAMISETAS DE PUNTO DE ALGODÓN",
                    pl.MODEL: f"ND-{2200 + at}",
                    pl.PIECES_PER_CARTON: 40,
                    pl.QUANTITY: 12_400,
                    pl.CARTON_NET: 10_410,
                    pl.NET_WEIGHT: 3_227_500,
                    pl.CARTON_GROSS: 12_000,
                    pl.GROSS_WEIGHT: 3_720_000,
                    pl.DIMENSIONS: "60X40X38",
                    pl.VOLUME: 28_272_000,
                }
                for at in range(goods)
            ],
            "containers": [
                {pl.CONTAINER_NUMBER: f"MPXU40118{at:02d}0", pl.SEAL_NUMBER: f"CN08{81744 + at}", pl.CONTAINER_PACKAGES: 620}
                for at in range(containers)
            ],
        },
        language=language,
        dates="MMM DD, YYYY",
    )


def sheet_of_manifest(bills: int = 18, language: Language = "en") -> Document:
    """An extract of the ship's cargo declaration."""
    man = manifest
    shippers = ("NINGBO HAIYUE GARMENT CO., LTD.", "QINGDAO SEAWIND RUBBER PRODUCTS CO., LTD.", "FUJIAN MINHE CERAMICS CO.")
    buyers = (
        "COMERCIALIZADORA SANTA CATARINA, S.A. DE C.V.",
        "LLANTAS Y REFACCIONES DEL BAJÍO, S.A. DE C.V.",
        "TO ORDER",
    )
    wares = (
        "MEN'S KNITTED COTTON T-SHIRTS; BLOUSES",
        "RUBBER CONVEYOR BELTS",
        "GLAZED CERAMIC FLOOR TILES 60X60 CM, GRADE A",
    )
    return paper(
        man.TYPE,
        "fal-form-2",
        {
            man.ISSUER: ("MERIDIAN PACIFIC CONTAINER LINE LTD.", "SCAC MPCX"),
            man.VESSEL_NAME: "MERIDIAN AURORA",
            man.VESSEL_IMO_NUMBER: "3417029",
            man.CALL_SIGN: "3FQX7",
            man.VOYAGE_NUMBER: "041E",
            man.PORT_OF_REPORT: "MANZANILLO, MEXICO",
            man.ARRIVAL_DATE: date(2009, 2, 3),
            man.FLAG: "PANAMA",
            man.MASTER: "CAPT. R. VILLANUEVA",
            man.PORT_OF_LOADING: "NINGBO, CHINA",
            man.PORT_OF_DISCHARGE: "MANZANILLO, MEXICO",
            man.AGENT: PartyBlock("AGENCIA NAVIERA COLIMENSE, S.A. DE C.V.", ("BLVD. COSTERO 120, MANZANILLO, COL.",)),
            man.SIGNING_DATE: date(2009, 2, 3),
            man.SIGNATURE: "stamp:NAVIERA|COLIMENSE; signature:R. Villanueva",
            man.OFFICE_MARKS: "datestamp:RECIBIDO|04 FEB 2009|MANIFIESTOS",
            man.SHEET: "7 / 42",
        },
        {
            "bills": [
                {
                    man.BILL_NUMBER: f"MPCXNGB90482{2160 + 7 * at}",
                    man.CONTAINER_NUMBERS: tuple(f"MPXU40{1180 + 10 * at + each}0" for each in range(1 + at % 3)),
                    man.NUMBER_OF_PACKAGES: 1240 + at,
                    man.KIND_OF_PACKAGES: "CARTONS",
                    man.DESCRIPTION: tuple(wares[at % 3].split("; ")),
                    man.GOODS_HS_CODES: ("610910", "620640")[: 1 + (at % 3 == 0)],
                    man.GROSS_WEIGHT: 14_880_000,
                    man.VOLUME: 56_320_000,
                    man.SHIPPER: PartyBlock(shippers[at % 3]),
                    man.CONSIGNEE: PartyBlock(buyers[at % 3], (), None, None if at % 3 == 2 else "+52 81 8346 2290"),
                    man.NOTIFY_PARTY: PartyBlock("AGENCIA ADUANAL PEÑA Y ASOCIADOS, S.C.", (), None, "+52 314 332 7781"),
                }
                for at in range(bills)
            ]
        },
        language=language,
        dates="DD-MMM-YYYY",
        id_="manifest-1",
    )


def guide(goods: int = 40, language: Language = "en") -> Document:
    """A price guide."""
    pg = price_guide
    return paper(
        pg.TYPE,
        "table",
        {
            pg.NOTE: "Genuine wholesale prices FOB in US dollars and net kilograms, each for one unit. Lawful prices and "
            "weights lie inside the band. A weight counts as implausible only below half the lightest or above twice the "
            "heaviest."
        },
        {
            "goods": [
                {
                    pg.MARK: ("NORDALIA", "VELTRIX", None)[at % 3],
                    pg.DESCRIPTION: ("MEN'S KNITTED COTTON T-SHIRTS", "WIRELESS HEADPHONES", "CERAMIC FLOOR TILES")[at % 3],
                    pg.GOODS_HS_CODE: "610910",
                    pg.UNIT: "PCS",
                    pg.LOWEST_PRICE: 200 + at,
                    pg.HIGHEST_PRICE: 700 + 1000 * at,
                    pg.LOWEST_WEIGHT: 140,
                    pg.HIGHEST_WEIGHT: 320,
                }
                for at in range(goods)
            ]
        },
        language=language,
        id_="price-guide",
    )


def list_of_contents(papers: int = 30, language: Language = "en") -> Document:
    """A list of contents."""
    toc = contents
    names = ("Bill of lading", "Commercial invoice", "Packing list")
    return paper(
        toc.TYPE,
        "list",
        {toc.DESK_DATE: date(2009, 2, 5), toc.CUSTOMS_OFFICE: "MANZANILLO (160), LÁZARO CÁRDENAS (510)"},
        {
            "papers": [
                {toc.CONSIGNMENT: f"C{at // 3 + 1:02d}", toc.PAPER: names[at % 3], toc.NUMBER: f"HY-2009-0{100 + at}"}
                for at in range(papers)
            ]
        },
        language=language,
        id_="contents",
    )


def card(language: Language = "en") -> Document:
    """A right holder's card."""
    crd = right_holder_card
    return paper(
        crd.TYPE,
        "hand-out",
        {
            crd.LOGO: "shield:NORDALIA",
            crd.MARK: "NORDALIA",
            crd.OWNER: PartyBlock("NORDALIA APPAREL AB", ("STORA BADHUSGATAN 18", "411 21 GÖTEBORG, SWEDEN")),
            crd.CLASS_OF_GOODS: "Clothing, footwear and headgear (Nice class 25)",
            crd.LANES: ("NINGBO, CHINA - MANZANILLO, MEXICO", "CHITTAGONG, BANGLADESH - LÁZARO CÁRDENAS, MEXICO"),
            crd.PRICES: "Men's T-shirts: USD 2.10-3.40; Blouses: USD 4.80-7.90; Polo shirts: USD 3.60-5.20",
            crd.CARTON_MARKS: "Order number and factory code in black on two sides; never a brand name in colour.",
            crd.SECURITY_FEATURES: "Woven neck label with a blue thread; hang tag with a 12-digit number and a hologram "
            "seen from two sides.",
            crd.HOW_FAKES_DIFFER: "Printed instead of woven label; the number on the tag repeats within a carton; "
            "polybags without the factory code.",
            crd.CONTACT: ("LIC. MARIANA ESQUIVEL ROJAS", "+52 55 5207 4418", "marcas@nordalia.example"),
        },
        {
            "models": [{crd.MODEL: f"ND-{2200 + at}", crd.MODEL_GOODS: "Men's knitted cotton T-shirts"} for at in range(6)],
            "makers": [
                {
                    crd.MAKER: "NINGBO HAIYUE GARMENT CO., LTD.",
                    crd.MAKER_CITY: "Ningbo",
                    crd.MAKER_COUNTRY: "CN",
                    crd.MAKER_CODE: f"NDL-CN-{118 + at}",
                }
                for at in range(3)
            ],
            "contract_makers": [
                {crd.CONTRACT_MAKER_CODE: "NDL-BD-301", crd.CONTRACT_MAKER_COUNTRY: "VN"},
            ],
            "licensees": [
                {
                    crd.LICENSEE: IMPORTER.name,
                    crd.LICENSEE_TAX_ID: "CTR010412QK7",
                    crd.LICENSEE_ADDRESS: "AV. CONSTITUCIÓN 2214 PTE., COL. OBISPADO, C.P. 64060 MONTERREY, N.L.",
                }
            ],
        },
        language=language,
        id_="right-holder-card-1",
    )
