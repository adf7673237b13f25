"""The commercial invoice: what Mexico's rule 3.1.8 asks for, in the usual boxes."""

from __future__ import annotations

from simulator.documents.codecs import COUNT, DAY, HS_CODE, KILOGRAMS, LINES, MONEY, PARTY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import COUNTRY
from simulator.formats.key import Bilingual

ISSUER = Field("issuer", "0", Bilingual("Issuer", "Emisor"), LINES)
SELLER = Field("shipper", "1", Bilingual("Seller / exporter", "Vendedor / exportador"), PARTY)
BUYER = Field("buyer", "2a", Bilingual("Buyer / consignee", "Comprador / destinatario"), PARTY)
BUYER_TAX_ID = Field("consignee_tax_id", "2b", Bilingual("Buyer's tax ID", "RFC del comprador"), TEXT)
NUMBER = Field("invoice_number", "3a", Bilingual("Invoice No.", "Factura No."), TEXT)
INVOICE_DATE = Field("invoice_date", "3b", Bilingual("Invoice date", "Fecha de factura"), DAY)
PURCHASE_ORDER = Field("purchase_order", "4", Bilingual("Purchase order No.", "Pedido No."), TEXT)
ORIGIN = Field("country_of_origin", "5a", Bilingual("Country of origin", "País de origen"), COUNTRY)
DESTINATION = Field("country_of_destination", "5b", Bilingual("Country of destination", "País de destino"), TEXT)
TERMS_OF_DELIVERY = Field("terms_of_delivery", "6", Bilingual("Terms of delivery", "Término de venta"), TEXT)
TERMS_OF_PAYMENT = Field("terms_of_payment", "7", Bilingual("Terms of payment", "Condiciones de pago"), TEXT)
VESSEL_NAME = Field("vessel_name", "8a", Bilingual("Vessel / airline", "Buque / aerolínea"), TEXT)
VOYAGE_NUMBER = Field("voyage_number", "8b", Bilingual("Voyage / flight", "Viaje / vuelo"), TEXT)
PORT_OF_LOADING = Field(
    "port_of_loading", "9a", Bilingual("Port / airport of loading", "Puerto / aeropuerto de carga"), TEXT
)
PORT_OF_DISCHARGE = Field(
    "port_of_discharge", "9b", Bilingual("Port / airport of discharge", "Puerto / aeropuerto de descarga"), TEXT
)
BILL_NUMBER = Field("bill_of_lading_number", "10", Bilingual("B/L or AWB No.", "No. de conocimiento o guía"), TEXT)
MARKS = Field("shipping_marks", "11", Bilingual("Marks and numbers", "Marcas y números"), LINES)
NUMBER_OF_PACKAGES = Field("number_of_packages", "12a", Bilingual("Packages", "Bultos"), COUNT)
KIND_OF_PACKAGES = Field("kind_of_packages", "12b", Bilingual("Kind of packages", "Clase de bultos"), TEXT)
MANUFACTURER = Field("manufacturer", "13a", Bilingual("Manufacturer", "Fabricante"), TEXT)
MANUFACTURER_CODE = Field("manufacturer_code", "13b", Bilingual("Factory code", "Clave de fábrica"), TEXT)
DESCRIPTION = Field(
    "description_of_goods",
    "14a",
    Bilingual("Description of goods", "Descripción de la mercancía"),
    TEXT,
    "goods",
)
MARK = Field("brand", "14b", Bilingual("Brand", "Marca"), TEXT, "goods")
MODEL = Field("model", "14c", Bilingual("Model", "Modelo"), TEXT, "goods")
GOODS_HS_CODE = Field("hs_code", "14d", Bilingual("HS code", "Código SA"), HS_CODE, "goods")
QUANTITY = Field("quantity", "14e", Bilingual("Quantity", "Cantidad"), COUNT, "goods")
UNIT = Field("unit", "14f", Bilingual("Unit", "Unidad"), TEXT, "goods")
UNIT_PRICE = Field("unit_price", "14g", Bilingual("Unit price (USD)", "Precio unitario (USD)"), MONEY, "goods")
LINE_TOTAL = Field("line_total", "14h", Bilingual("Amount (USD)", "Importe (USD)"), MONEY, "goods")
GOODS_TOTAL = Field("goods_total", "15a", Bilingual("Subtotal (USD)", "Subtotal (USD)"), MONEY)
FREIGHT = Field("freight", "15b", Bilingual("Freight (USD)", "Flete (USD)"), MONEY)
INSURANCE = Field("insurance", "15c", Bilingual("Insurance (USD)", "Seguro (USD)"), MONEY)
TOTAL = Field("invoice_total", "15d", Bilingual("Total (USD)", "Total (USD)"), MONEY)
AMOUNT_IN_WORDS = Field("amount_in_words", "16", Bilingual("Amount in words", "Importe con letra"), TEXT)
NET_WEIGHT = Field("net_weight", "17a", Bilingual("Net weight (kg)", "Peso neto (kg)"), KILOGRAMS)
GROSS_WEIGHT = Field("gross_weight", "17b", Bilingual("Gross weight (kg)", "Peso bruto (kg)"), KILOGRAMS)
REMARKS = Field("remarks", "18", Bilingual("Remarks", "Observaciones"), TEXT)
SIGNATURE = Field("signature", "19a", Bilingual("Signature", "Firma"), TEXT, kind="ink")
SIGNED_BY = Field("signed_by", "19b", Bilingual("Signed by", "Firmado por"), TEXT)
OFFICE_MARKS = Field("office_marks", "20", Bilingual("Office marks", "Sellos y anotaciones"), TEXT, kind="ink")
EXPORTER = Field("exporter", "21", Bilingual("Shipped by, if not the seller", "Embarca, si no es el vendedor"), TEXT)

TYPE = DocumentType(
    "invoice",
    "INV",
    Bilingual("Commercial invoice", "Factura comercial"),
    (
        ISSUER,
        SELLER, BUYER, BUYER_TAX_ID, NUMBER, INVOICE_DATE, PURCHASE_ORDER, ORIGIN, DESTINATION, TERMS_OF_DELIVERY,
        TERMS_OF_PAYMENT, VESSEL_NAME, VOYAGE_NUMBER, PORT_OF_LOADING, PORT_OF_DISCHARGE, BILL_NUMBER, MARKS,
        NUMBER_OF_PACKAGES, KIND_OF_PACKAGES, MANUFACTURER, MANUFACTURER_CODE, DESCRIPTION, MARK, MODEL,
        GOODS_HS_CODE, QUANTITY, UNIT, UNIT_PRICE, LINE_TOTAL, GOODS_TOTAL, FREIGHT, INSURANCE, TOTAL,
        AMOUNT_IN_WORDS, NET_WEIGHT, GROSS_WEIGHT, REMARKS, SIGNATURE, SIGNED_BY, OFFICE_MARKS, EXPORTER,
    ),
)  # fmt: skip
