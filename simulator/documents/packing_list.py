"""The packing list: what lies in which carton, and what it weighs."""

from __future__ import annotations

from simulator.documents.codecs import COUNT, CUBIC_METRES, DAY, KILOGRAMS, LINES, PARTY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import COUNTRY
from simulator.formats.key import Bilingual

ISSUER = Field("issuer", "0", Bilingual("Issuer", "Emisor"), LINES)
SELLER = Field("shipper", "1", Bilingual("Seller / exporter", "Vendedor / exportador"), PARTY)
BUYER = Field("buyer", "2", Bilingual("Buyer / consignee", "Comprador / destinatario"), PARTY)
NUMBER = Field("packing_list_number", "3a", Bilingual("Packing list No.", "Lista de empaque No."), TEXT)
PACKING_DATE = Field("packing_date", "3b", Bilingual("Date", "Fecha"), DAY)
INVOICE_NUMBER = Field("invoice_number", "4", Bilingual("Invoice No.", "Factura No."), TEXT)
PURCHASE_ORDER = Field("purchase_order", "5", Bilingual("Purchase order No.", "Pedido No."), TEXT)
ORIGIN = Field("country_of_origin", "6", Bilingual("Country of origin", "País de origen"), COUNTRY)
VESSEL_NAME = Field("vessel_name", "7a", Bilingual("Vessel / airline", "Buque / aerolínea"), TEXT)
VOYAGE_NUMBER = Field("voyage_number", "7b", Bilingual("Voyage / flight", "Viaje / vuelo"), TEXT)
PORT_OF_LOADING = Field(
    "port_of_loading", "8a", Bilingual("Port / airport of loading", "Puerto / aeropuerto de carga"), TEXT
)
PORT_OF_DISCHARGE = Field(
    "port_of_discharge", "8b", Bilingual("Port / airport of discharge", "Puerto / aeropuerto de descarga"), TEXT
)
MARKS = Field("shipping_marks", "9", Bilingual("Marks and numbers", "Marcas y números"), LINES)
MANUFACTURER = Field("manufacturer", "10", Bilingual("Manufacturer", "Fabricante"), TEXT)
CARTON_RANGE = Field("carton_range", "11a", Bilingual("Carton Nos.", "Cajas Nos."), TEXT, "goods")
PACKAGES = Field("packages", "11b", Bilingual("Packages", "Bultos"), COUNT, "goods")
DESCRIPTION = Field(
    "description_of_goods",
    "11c",
    Bilingual("Description of goods", "Descripción de la mercancía"),
    TEXT,
    "goods",
)
MODEL = Field("model", "11d", Bilingual("Model", "Modelo"), TEXT, "goods")
PIECES_PER_CARTON = Field("pieces_per_carton", "11e", Bilingual("Pieces per package", "Piezas por bulto"), COUNT, "goods")
QUANTITY = Field("quantity", "11f", Bilingual("Quantity", "Cantidad"), COUNT, "goods")
CARTON_NET = Field(
    "net_weight_per_package", "11g", Bilingual("Net kg per package", "Kg netos por bulto"), KILOGRAMS, "goods"
)
NET_WEIGHT = Field("net_weight", "11h", Bilingual("Net weight (kg)", "Peso neto (kg)"), KILOGRAMS, "goods")
CARTON_GROSS = Field(
    "gross_weight_per_package",
    "11i",
    Bilingual("Gross kg per package", "Kg brutos por bulto"),
    KILOGRAMS,
    "goods",
)
GROSS_WEIGHT = Field("gross_weight", "11j", Bilingual("Gross weight (kg)", "Peso bruto (kg)"), KILOGRAMS, "goods")
DIMENSIONS = Field("dimensions", "11k", Bilingual("Dimensions (cm)", "Medidas (cm)"), TEXT, "goods")
VOLUME = Field("volume", "11l", Bilingual("Volume (m3)", "Volumen (m3)"), CUBIC_METRES, "goods")
TOTAL_PACKAGES = Field("number_of_packages", "12a", Bilingual("Total packages", "Total de bultos"), COUNT)
TOTAL_QUANTITY = Field("total_quantity", "12b", Bilingual("Total quantity", "Cantidad total"), COUNT)
TOTAL_NET = Field("total_net_weight", "12c", Bilingual("Total net weight (kg)", "Peso neto total (kg)"), KILOGRAMS)
TOTAL_GROSS = Field("total_gross_weight", "12d", Bilingual("Total gross weight (kg)", "Peso bruto total (kg)"), KILOGRAMS)
TOTAL_VOLUME = Field("total_volume", "12e", Bilingual("Total volume (m3)", "Volumen total (m3)"), CUBIC_METRES)
CONTAINER_NUMBER = Field("container_number", "13a", Bilingual("Container No.", "No. de contenedor"), TEXT, "containers")
SEAL_NUMBER = Field("seal_number", "13b", Bilingual("Seal No.", "No. de sello"), TEXT, "containers")
CONTAINER_PACKAGES = Field("container_packages", "13c", Bilingual("Packages", "Bultos"), COUNT, "containers")
REMARKS = Field("remarks", "14", Bilingual("Remarks", "Observaciones"), TEXT)
SIGNATURE = Field("signature", "15a", Bilingual("Signature", "Firma"), TEXT, kind="ink")
SIGNED_BY = Field("signed_by", "15b", Bilingual("Signed by", "Firmado por"), TEXT)
OFFICE_MARKS = Field("office_marks", "16", Bilingual("Office marks", "Sellos y anotaciones"), TEXT, kind="ink")

TYPE = DocumentType(
    "packing-list",
    "PL",
    Bilingual("Packing list", "Lista de empaque"),
    (
        ISSUER, SELLER, BUYER, NUMBER, PACKING_DATE, INVOICE_NUMBER, PURCHASE_ORDER, ORIGIN, VESSEL_NAME, VOYAGE_NUMBER,
        PORT_OF_LOADING, PORT_OF_DISCHARGE, MARKS, MANUFACTURER, CARTON_RANGE, PACKAGES, DESCRIPTION, MODEL,
        PIECES_PER_CARTON, QUANTITY, CARTON_NET, NET_WEIGHT, CARTON_GROSS, GROSS_WEIGHT, DIMENSIONS, VOLUME,
        TOTAL_PACKAGES, TOTAL_QUANTITY, TOTAL_NET, TOTAL_GROSS, TOTAL_VOLUME, CONTAINER_NUMBER, SEAL_NUMBER,
        CONTAINER_PACKAGES, REMARKS, SIGNATURE, SIGNED_BY, OFFICE_MARKS,
    ),
)  # fmt: skip
