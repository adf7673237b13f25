"""Papers written by hand, filled as real ones are; used to look at the templates and to test the layout."""

from __future__ import annotations

from datetime import date
from typing import Any

from simulator.documents import bill_of_lading
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
    "COMERCIALIZADORA TEXTIL RÍO SANTA CATARINA, S.A. DE C.V.",
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
            bl.ISSUER: ("MERIDIAN PACIFIC LINE", "MERIDIAN PACIFIC CONTAINER LINE LTD.", "SCAC MPCX  ·  CAAT 3HQ7"),
            bl.SHIPPER: SHIPPER,
            bl.CONSIGNEE: IMPORTER,
            bl.CONSIGNEE_TAX_ID: "CTR010412QK7",
            bl.NOTIFY_PARTY: BROKER,
            bl.BOOKING_NUMBER: "NGB0482216",
            bl.NUMBER: "MPCXNGB904822160",
            bl.EXPORT_REFERENCES: ("SHIPPER'S REF: HY-2009-0117", "S/C NO. MPL-TP-08-2231"),
            bl.FORWARDING_AGENT: PartyBlock("EASTGATE LOGISTICS (NINGBO) CO., LTD.", ("21F, WORLD TRADE PLAZA, NINGBO",)),
            bl.ORIGIN: "NINGBO, CHINA",
            bl.PLACE_OF_RECEIPT: "NINGBO CY",
            bl.VESSEL_NAME: "MERIDIAN AURORA",
            bl.VOYAGE_NUMBER: "041E",
            bl.VESSEL_FLAG: "PANAMA",
            bl.PORT_OF_LOADING: "NINGBO, CHINA",
            bl.PORT_OF_DISCHARGE: "MANZANILLO, MEXICO",
            bl.PLACE_OF_DELIVERY: "MANZANILLO CY",
            bl.TYPE_OF_MOVEMENT: "FCL / FCL   CY / CY".replace("   ", " "),
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
            bl.FREIGHT_CHARGES: ("OCEAN FREIGHT   AS ARRANGED".replace("   ", " "), "BAF AS ARRANGED", "THC AS ARRANGED"),
            bl.DECLARED_VALUE: "N.V.D.",
            bl.NUMBER_OF_ORIGINALS: "THREE (3)",
            bl.PLACE_OF_ISSUE: "NINGBO, CHINA",
            bl.ISSUE_DATE: date(2009, 1, 14),
            bl.ON_BOARD_DATE: date(2009, 1, 13),
            bl.COPY: "COPY NON-NEGOTIABLE",
            bl.SIGNATURE: "stamp:MERIDIAN PACIFIC|NINGBO OFFICE; signature:Zhou Lin",
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
