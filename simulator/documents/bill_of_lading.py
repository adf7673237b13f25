"""The ocean bill of lading: 23 boxes in the order of carriers' liner forms, names after DCSA Transport Document 3.0.3."""

from __future__ import annotations

from simulator.documents.codecs import (
    COUNT,
    CUBIC_METRES,
    DAY,
    HS_CODE,
    KILOGRAMS,
    LINES,
    PARTY,
    TEXT,
)
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import COUNTRY
from simulator.formats.key import Bilingual

ISSUER = Field("issuer", "0", Bilingual("Issuer", "Emisor"), LINES)
SHIPPER = Field("shipper", "1", Bilingual("Shipper", "Embarcador"), PARTY)
CONSIGNEE = Field("consignee", "2a", Bilingual("Consignee", "Consignatario"), PARTY)
CONSIGNEE_TAX_ID = Field("consignee_tax_id", "2b", Bilingual("Consignee's tax ID", "RFC del consignatario"), TEXT)
NOTIFY_PARTY = Field("notify_party", "3", Bilingual("Notify party", "Notificar a"), PARTY)
BOOKING_NUMBER = Field("carrier_booking_reference", "4", Bilingual("Booking No.", "No. de reserva"), TEXT)
NUMBER = Field("bill_of_lading_number", "5", Bilingual("Bill of lading No.", "No. de conocimiento de embarque"), TEXT)
EXPORT_REFERENCES = Field("export_references", "6", Bilingual("Export references", "Referencias de exportación"), LINES)
FORWARDING_AGENT = Field("forwarding_agent", "7", Bilingual("Forwarding agent", "Agente de carga internacional"), PARTY)
ORIGIN = Field("country_of_origin", "8", Bilingual("Point and country of origin", "Lugar y país de origen"), COUNTRY)
PRE_CARRIAGE = Field("pre_carriage_by", "9a", Bilingual("Pre-carriage by", "Transporte previo"), TEXT)
PLACE_OF_RECEIPT = Field("place_of_receipt", "9b", Bilingual("Place of receipt", "Lugar de recepción"), TEXT)
VESSEL_NAME = Field("vessel_name", "10a", Bilingual("Ocean vessel", "Buque"), TEXT)
VOYAGE_NUMBER = Field("voyage_number", "10b", Bilingual("Voyage No.", "Viaje"), TEXT)
VESSEL_FLAG = Field("vessel_flag", "10c", Bilingual("Flag", "Bandera"), TEXT)
PORT_OF_LOADING = Field("port_of_loading", "11", Bilingual("Port of loading", "Puerto de carga"), TEXT)
PORT_OF_DISCHARGE = Field("port_of_discharge", "12", Bilingual("Port of discharge", "Puerto de descarga"), TEXT)
PLACE_OF_DELIVERY = Field("place_of_delivery", "13", Bilingual("Place of delivery", "Lugar de entrega"), TEXT)
TYPE_OF_MOVEMENT = Field("type_of_movement", "14", Bilingual("Type of movement", "Tipo de movimiento"), TEXT)
MARKS = Field("shipping_marks", "15a", Bilingual("Marks and numbers", "Marcas y números"), LINES)
CONTAINER_NUMBER = Field("container_number", "15b", Bilingual("Container No.", "No. de contenedor"), TEXT, "containers")
SEAL_NUMBER = Field("seal_number", "15c", Bilingual("Seal No.", "No. de sello"), TEXT, "containers")
CONTAINER_TYPE = Field("container_type", "15d", Bilingual("Type", "Tipo"), TEXT, "containers")
CONTAINER_PACKAGES = Field(
    "container_packages",
    "15e",
    Bilingual("Packages in container", "Bultos en contenedor"),
    COUNT,
    "containers",
)
CONTAINER_WEIGHT = Field(
    "container_gross_weight", "15f", Bilingual("Gross weight in container (kg)", "Peso bruto en contenedor (kg)"),
    KILOGRAMS, "containers",
)  # fmt: skip
NUMBER_OF_PACKAGES = Field("number_of_packages", "16a", Bilingual("Number of packages", "Número de bultos"), COUNT)
KIND_OF_PACKAGES = Field("kind_of_packages", "16b", Bilingual("Kind of packages", "Clase de bultos"), TEXT)
DESCRIPTION = Field(
    "description_of_goods",
    "17a",
    Bilingual("Description of goods", "Descripción de la mercancía"),
    TEXT,
    "goods",
)
GOODS_HS_CODE = Field("hs_code", "17b", Bilingual("HS code", "Código SA"), HS_CODE, "goods")
GOODS_PACKAGES = Field("goods_packages", "17c", Bilingual("Packages", "Bultos"), COUNT, "goods")
GROSS_WEIGHT = Field("gross_weight", "18", Bilingual("Gross weight (kg)", "Peso bruto (kg)"), KILOGRAMS)
VOLUME = Field("volume", "19", Bilingual("Measurement (m3)", "Volumen (m3)"), CUBIC_METRES)
CLAUSES = Field(
    "carrier_clauses",
    "20",
    Bilingual("Particulars furnished by shipper", "Datos declarados por el embarcador"),
    LINES,
)
FREIGHT_TERMS = Field("freight_terms", "21a", Bilingual("Freight prepaid / collect", "Flete pagado / por cobrar"), TEXT)
FREIGHT_PAYABLE_AT = Field("freight_payable_at", "21b", Bilingual("Freight payable at", "Flete pagadero en"), TEXT)
FREIGHT_CHARGES = Field("freight_charges", "21c", Bilingual("Freight and charges", "Flete y cargos"), LINES)
DECLARED_VALUE = Field("declared_value", "22", Bilingual("Declared value", "Valor declarado"), TEXT)
NUMBER_OF_ORIGINALS = Field("number_of_originals", "23a", Bilingual("No. of original bills", "No. de originales"), TEXT)
PLACE_OF_ISSUE = Field("place_of_issue", "23b", Bilingual("Place of issue", "Lugar de emisión"), TEXT)
ISSUE_DATE = Field("issue_date", "23c", Bilingual("Date of issue", "Fecha de emisión"), DAY)
ON_BOARD_DATE = Field("shipped_on_board_date", "23d", Bilingual("Shipped on board", "Fecha a bordo"), DAY)
COPY = Field("copy", "23e", Bilingual("Original / copy", "Original / copia"), TEXT)
SIGNATURE = Field("signature", "23f", Bilingual("Signature", "Firma"), TEXT, kind="ink")
SIGNED_AS = Field("signed_as", "23g", Bilingual("Signed as", "Firmado como"), LINES)
OFFICE_MARKS = Field("office_marks", "24", Bilingual("Office marks", "Sellos y anotaciones"), TEXT, kind="ink")
TRANSHIPMENT = Field("port_of_transhipment", "25", Bilingual("Port of transhipment", "Puerto de transbordo"), TEXT)
ONWARD_CARRIAGE = Field("onward_carriage", "26", Bilingual("Onward carriage, booking", "Transporte ulterior, reserva"), TEXT)

TYPE = DocumentType(
    "bill-of-lading",
    "BL",
    Bilingual("Bill of lading", "Conocimiento de embarque"),
    (
        ISSUER, SHIPPER, CONSIGNEE, CONSIGNEE_TAX_ID, NOTIFY_PARTY, BOOKING_NUMBER, NUMBER, EXPORT_REFERENCES,
        FORWARDING_AGENT, ORIGIN, PRE_CARRIAGE, PLACE_OF_RECEIPT, VESSEL_NAME, VOYAGE_NUMBER, VESSEL_FLAG,
        PORT_OF_LOADING, PORT_OF_DISCHARGE, PLACE_OF_DELIVERY, TYPE_OF_MOVEMENT, MARKS, CONTAINER_NUMBER,
        SEAL_NUMBER, CONTAINER_TYPE, CONTAINER_PACKAGES, CONTAINER_WEIGHT, NUMBER_OF_PACKAGES, KIND_OF_PACKAGES,
        DESCRIPTION, GOODS_HS_CODE, GOODS_PACKAGES, GROSS_WEIGHT, VOLUME, CLAUSES, FREIGHT_TERMS,
        FREIGHT_PAYABLE_AT, FREIGHT_CHARGES, DECLARED_VALUE, NUMBER_OF_ORIGINALS, PLACE_OF_ISSUE, ISSUE_DATE,
        ON_BOARD_DATE, COPY, SIGNATURE, SIGNED_AS, OFFICE_MARKS, TRANSHIPMENT, ONWARD_CARRIAGE,
    ),
)  # fmt: skip
