"""The cargo manifest: by sea after IMO FAL form 2 with columns for the parties; by air the same table of codes."""

from __future__ import annotations

from simulator.documents.codecs import (
    COUNT,
    CUBIC_METRES,
    DAY,
    HS_CODES,
    LINES,
    PARTY,
    SERIES,
    TEXT,
    WHOLE_KILOGRAMS,
)
from simulator.documents.model import SEA, DocumentType, Field
from simulator.formats.key import Bilingual

ISSUER = Field("issuer", "0", Bilingual("Issuer", "Emisor"), LINES)
VESSEL_NAME = Field(
    "vessel_name",
    "1a",
    Bilingual("Name of ship / registration of aircraft", "Nombre del buque / matrícula de la aeronave"),
    TEXT,
)
VESSEL_IMO_NUMBER = Field("vessel_imo_number", "1b", Bilingual("IMO number", "Número OMI"), TEXT, modes=SEA)
CALL_SIGN = Field("call_sign", "1c", Bilingual("Call sign", "Distintivo de llamada"), TEXT, modes=SEA)
VOYAGE_NUMBER = Field("voyage_number", "1d", Bilingual("Voyage / flight number", "Número de viaje / vuelo"), TEXT)
PORT_OF_REPORT = Field(
    "port_of_report", "2a", Bilingual("Port / airport of report", "Puerto / aeropuerto de presentación"), TEXT
)
ARRIVAL_DATE = Field("arrival_date", "2b", Bilingual("Date of arrival / flight", "Fecha de arribo / vuelo"), DAY)
FLAG = Field("vessel_flag", "3", Bilingual("Flag State of ship", "Estado de abanderamiento"), TEXT, modes=SEA)
MASTER = Field("master", "4", Bilingual("Name of master", "Nombre del capitán"), TEXT, modes=SEA)
PORT_OF_LOADING = Field(
    "port_of_loading", "5a", Bilingual("Port / airport of loading", "Puerto / aeropuerto de carga"), TEXT
)
PORT_OF_DISCHARGE = Field(
    "port_of_discharge", "5b", Bilingual("Port / airport of discharge", "Puerto / aeropuerto de descarga"), TEXT
)
BILL_NUMBER = Field(
    "bill_of_lading_number", "6a", Bilingual("Bill / waybill No.", "No. de conocimiento / guía"), TEXT, "bills"
)
CONTAINER_NUMBERS = Field("container_numbers", "6b", Bilingual("Containers", "Contenedores"), SERIES, "bills", modes=SEA)
NUMBER_OF_PACKAGES = Field("number_of_packages", "7a", Bilingual("Packages", "Bultos"), COUNT, "bills")
KIND_OF_PACKAGES = Field("kind_of_packages", "7b", Bilingual("Kind", "Clase"), TEXT, "bills", modes=SEA)
DESCRIPTION = Field(
    "description_of_goods",
    "7c",
    Bilingual("Description of goods", "Descripción de la mercancía"),
    SERIES,
    "bills",
)
GOODS_HS_CODES = Field("hs_code", "7d", Bilingual("HS code", "Código SA"), HS_CODES, "bills")
GROSS_WEIGHT = Field("gross_weight", "8", Bilingual("Gross weight (kg)", "Peso bruto (kg)"), WHOLE_KILOGRAMS, "bills")
VOLUME = Field("volume", "9", Bilingual("Measurement (m3)", "Volumen (m3)"), CUBIC_METRES, "bills", modes=SEA)
SHIPPER = Field("shipper", "11a", Bilingual("Shipper", "Embarcador"), PARTY, "bills")
CONSIGNEE = Field("consignee", "11b", Bilingual("Consignee", "Consignatario"), PARTY, "bills")
NOTIFY_PARTY = Field("notify_party", "11c", Bilingual("Notify party", "Notificar a"), PARTY, "bills")
AGENT = Field("agent", "10a", Bilingual("Ship's / airline's agent", "Agente naviero / de la aerolínea"), PARTY)
SIGNATURE = Field(
    "signature",
    "10b",
    Bilingual("Signature by master or agent", "Firma del capitán o agente"),
    TEXT,
    kind="ink",
)
SIGNING_DATE = Field("signing_date", "10c", Bilingual("Date", "Fecha"), DAY)
SHEET = Field("sheet", "12", Bilingual("Page", "Página"), TEXT)
OFFICE_MARKS = Field("office_marks", "13", Bilingual("Office marks", "Sellos y anotaciones"), TEXT, kind="ink")

TYPE = DocumentType(
    "manifest",
    "MAN",
    Bilingual("Cargo manifest", "Manifiesto de carga"),
    (
        ISSUER, VESSEL_NAME, VESSEL_IMO_NUMBER, CALL_SIGN, VOYAGE_NUMBER, PORT_OF_REPORT, ARRIVAL_DATE, FLAG, MASTER,
        PORT_OF_LOADING, PORT_OF_DISCHARGE, BILL_NUMBER, CONTAINER_NUMBERS, NUMBER_OF_PACKAGES, KIND_OF_PACKAGES,
        DESCRIPTION, GOODS_HS_CODES, GROSS_WEIGHT, VOLUME, AGENT, SIGNATURE, SIGNING_DATE, SHIPPER, CONSIGNEE,
        NOTIFY_PARTY, SHEET, OFFICE_MARKS,
    ),
    shared=True,
)  # fmt: skip
