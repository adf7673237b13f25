"""The air waybill: boxes 1A to 34 numbered as IATA Resolution 600a does, in the order of the form."""

from __future__ import annotations

from simulator.documents.charges import CHARGES
from simulator.documents.codecs import (
    COUNT,
    DAY,
    HS_CODE,
    LINES,
    MONEY,
    PARTY,
    TENTH_KILOGRAMS,
    TEXT,
)
from simulator.documents.declared import FOR_CARRIAGE, FOR_CUSTOMS
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import COUNTRY
from simulator.formats.key import Bilingual

ISSUER = Field("issuer", "1C", Bilingual("Issuing carrier", "Transportista emisor"), LINES)
AIRLINE_PREFIX = Field("airline_prefix", "1A", Bilingual("Airline code number", "Código numérico de aerolínea"), TEXT)
NUMBER = Field("air_waybill_number", "1B", Bilingual("Air waybill number", "Número de guía aérea"), TEXT)
DEPARTURE_CODE = Field("departure_code", "1", Bilingual("Airport of departure, code", "Aeropuerto de salida, clave"), TEXT)
COPY = Field("copy", "1D", Bilingual("Original / copy", "Original / copia"), TEXT)
CONDITIONS = Field("conditions", "1E", Bilingual("Conditions of contract", "Condiciones del contrato"), TEXT)
SHIPPER = Field("shipper", "2", Bilingual("Shipper's name and address", "Nombre y domicilio del embarcador"), PARTY)
SHIPPER_ACCOUNT = Field("shipper_account", "3", Bilingual("Shipper's account No.", "No. de cuenta del embarcador"), TEXT)
CONSIGNEE = Field("consignee", "4", Bilingual("Consignee's name and address", "Nombre y domicilio del consignatario"), PARTY)
CONSIGNEE_TAX_ID = Field(
    "consignee_tax_id", "5", Bilingual("Consignee's account / tax ID", "Cuenta / RFC del consignatario"), TEXT
)
AGENT = Field("agent", "6", Bilingual("Issuing carrier's agent", "Agente del transportista emisor"), LINES)
AGENT_CODE = Field("agent_iata_code", "7", Bilingual("Agent's IATA code", "Código IATA del agente"), TEXT)
AGENT_ACCOUNT = Field("agent_account", "8", Bilingual("Agent's account No.", "No. de cuenta del agente"), TEXT)
PORT_OF_LOADING = Field(
    "port_of_loading",
    "9",
    Bilingual("Airport of departure and requested routing", "Aeropuerto de salida y ruta solicitada"),
    TEXT,
)
ACCOUNTING = Field("accounting_information", "10", Bilingual("Accounting information", "Información contable"), LINES)
TO_FIRST = Field("to_first", "11A", Bilingual("To", "A"), TEXT)
BY_FIRST = Field("by_first_carrier", "11B", Bilingual("By first carrier", "Por primer transportista"), TEXT)
TO_SECOND = Field("to_second", "11C", Bilingual("To", "A"), TEXT)
BY_SECOND = Field("by_second_carrier", "11D", Bilingual("By", "Por"), TEXT)
TO_THIRD = Field("to_third", "11E", Bilingual("To", "A"), TEXT)
BY_THIRD = Field("by_third_carrier", "11F", Bilingual("By", "Por"), TEXT)
CURRENCY = Field("currency", "12", Bilingual("Currency", "Moneda"), TEXT)
CHARGES_CODE = Field("charges_code", "13", Bilingual("Charges code", "Código de cargos"), TEXT)
WEIGHT_PREPAID = Field("weight_charge_prepaid", "14A", Bilingual("Weight charge prepaid", "Cargo por peso pagado"), TEXT)
WEIGHT_COLLECT = Field("weight_charge_collect", "14B", Bilingual("Weight charge collect", "Cargo por peso por cobrar"), TEXT)
OTHER_PREPAID = Field("other_charges_prepaid", "15A", Bilingual("Other charges prepaid", "Otros cargos pagados"), TEXT)
OTHER_COLLECT = Field("other_charges_collect", "15B", Bilingual("Other charges collect", "Otros cargos por cobrar"), TEXT)
VALUE_FOR_CARRIAGE = Field(
    "declared_value_for_carriage",
    "16",
    Bilingual("Declared value for carriage", "Valor declarado para transporte"),
    FOR_CARRIAGE,
)
VALUE_FOR_CUSTOMS = Field(
    "declared_value_for_customs", "17", Bilingual("Declared value for customs", "Valor declarado para aduana"), FOR_CUSTOMS
)
PORT_OF_DISCHARGE = Field("port_of_discharge", "18", Bilingual("Airport of destination", "Aeropuerto de destino"), TEXT)
FLIGHT_NUMBER = Field("flight_number", "19A", Bilingual("Requested flight", "Vuelo solicitado"), TEXT)
FLIGHT_DATE = Field("flight_date", "19B", Bilingual("Date", "Fecha"), DAY)
INSURANCE = Field("insurance", "20", Bilingual("Amount of insurance", "Importe del seguro"), TEXT)
NOTIFY_PARTY = Field(
    "notify_party", "21", Bilingual("Handling information; notify", "Información de manejo; notificar a"), PARTY
)
SPECIAL_CUSTOMS = Field("special_customs_information", "21A", Bilingual("SCI", "SCI"), TEXT)
PIECES = Field("pieces", "22A", Bilingual("No. of pieces RCP", "No. de piezas RCP"), COUNT, "rates")
RATE_GROSS = Field("rate_gross_weight", "22B", Bilingual("Gross weight", "Peso bruto"), TENTH_KILOGRAMS, "rates")
WEIGHT_UNIT = Field("weight_unit", "22C", Bilingual("kg / lb", "kg / lb"), TEXT, "rates")
RATE_CLASS = Field("rate_class", "22D", Bilingual("Rate class", "Clase de tarifa"), TEXT, "rates")
CHARGEABLE = Field("chargeable_weight", "22F", Bilingual("Chargeable weight", "Peso cobrable"), TENTH_KILOGRAMS, "rates")
RATE = Field("rate", "22G", Bilingual("Rate / charge", "Tarifa / cargo"), CHARGES, "rates")
RATE_TOTAL = Field("rate_total", "22H", Bilingual("Total", "Total"), CHARGES, "rates")
GOODS_HS_CODE = Field("hs_code", "22E", Bilingual("Commodity item No. (HS)", "No. de artículo (SA)"), HS_CODE, "goods")
DESCRIPTION = Field(
    "description_of_goods",
    "22I",
    Bilingual("Nature and quantity of goods", "Naturaleza y cantidad de la mercancía"),
    TEXT,
    "goods",
)
NUMBER_OF_PACKAGES = Field("number_of_packages", "22J", Bilingual("Total pieces", "Total de piezas"), COUNT)
GROSS_WEIGHT = Field("gross_weight", "22K", Bilingual("Total gross weight", "Peso bruto total"), TENTH_KILOGRAMS)
CHARGES_TOTAL = Field("charges_total", "22L", Bilingual("Total charge", "Cargo total"), CHARGES)
DIMENSIONS = Field("dimensions", "22M", Bilingual("Dimensions, volume", "Medidas, volumen"), LINES)
OTHER_CHARGES = Field("other_charges", "23", Bilingual("Other charges", "Otros cargos"), LINES)
PREPAID_WEIGHT = Field(
    "prepaid_weight_charge", "24A", Bilingual("Weight charge, prepaid", "Cargo por peso, pagado"), CHARGES
)
COLLECT_WEIGHT = Field(
    "collect_weight_charge", "24B", Bilingual("Weight charge, collect", "Cargo por peso, por cobrar"), CHARGES
)
PREPAID_VALUATION = Field(
    "prepaid_valuation_charge", "25A", Bilingual("Valuation charge, prepaid", "Cargo por valoración, pagado"), MONEY
)
COLLECT_VALUATION = Field(
    "collect_valuation_charge", "25B", Bilingual("Valuation charge, collect", "Cargo por valoración, por cobrar"), MONEY
)
PREPAID_TAX = Field("prepaid_tax", "26A", Bilingual("Tax, prepaid", "Impuesto, pagado"), MONEY)
COLLECT_TAX = Field("collect_tax", "26B", Bilingual("Tax, collect", "Impuesto, por cobrar"), MONEY)
PREPAID_AGENT = Field(
    "prepaid_due_agent", "27A", Bilingual("Other charges due agent, prepaid", "Otros cargos al agente, pagados"), MONEY
)
COLLECT_AGENT = Field(
    "collect_due_agent", "27B", Bilingual("Other charges due agent, collect", "Otros cargos al agente, por cobrar"), MONEY
)
PREPAID_CARRIER = Field(
    "prepaid_due_carrier",
    "28A",
    Bilingual("Other charges due carrier, prepaid", "Otros cargos al transportista, pagados"),
    MONEY,
)
COLLECT_CARRIER = Field(
    "collect_due_carrier",
    "28B",
    Bilingual("Other charges due carrier, collect", "Otros cargos al transportista, por cobrar"),
    MONEY,
)
PREPAID_TOTAL = Field("prepaid_total", "30A", Bilingual("Total prepaid", "Total pagado"), CHARGES)
COLLECT_TOTAL = Field("collect_total", "30B", Bilingual("Total collect", "Total por cobrar"), CHARGES)
CERTIFICATION = Field("shipper_certification", "31A", Bilingual("Shipper or agent", "Embarcador o su agente"), TEXT)
SHIPPER_SIGNATURE = Field(
    "shipper_signature", "31B", Bilingual("Signature of shipper or agent", "Firma del embarcador o agente"), TEXT, kind="ink"
)
ISSUE_DATE = Field("issue_date", "32A", Bilingual("Executed on", "Expedida el"), DAY)
PLACE_OF_ISSUE = Field("place_of_issue", "32B", Bilingual("At", "En"), TEXT)
SIGNATURE = Field(
    "signature",
    "32C",
    Bilingual("Signature of issuing carrier or agent", "Firma del transportista o agente"),
    TEXT,
    kind="ink",
)
DESTINATION_USE = Field(
    "destination_use", "33", Bilingual("Carrier's use at destination", "Uso del transportista en destino"), TEXT
)
REFERENCE = Field("reference", "34A", Bilingual("Reference number", "Número de referencia"), TEXT)
OPTIONAL = Field(
    "optional_shipping_information", "34B", Bilingual("Optional shipping information", "Información opcional"), TEXT
)
ORIGIN = Field("country_of_origin", "34C", Bilingual("Country of origin", "País de origen"), COUNTRY)
OFFICE_MARKS = Field("office_marks", "35", Bilingual("Office marks", "Sellos y anotaciones"), TEXT, kind="ink")

TYPE = DocumentType(
    "air-waybill",
    "AWB",
    Bilingual("Air waybill", "Guía aérea"),
    (
        AIRLINE_PREFIX, NUMBER, DEPARTURE_CODE, ISSUER, COPY, CONDITIONS, SHIPPER, SHIPPER_ACCOUNT, CONSIGNEE,
        CONSIGNEE_TAX_ID, AGENT, AGENT_CODE, AGENT_ACCOUNT, PORT_OF_LOADING, ACCOUNTING, TO_FIRST, BY_FIRST, TO_SECOND,
        BY_SECOND, TO_THIRD, BY_THIRD, CURRENCY, CHARGES_CODE, WEIGHT_PREPAID, WEIGHT_COLLECT, OTHER_PREPAID,
        OTHER_COLLECT, VALUE_FOR_CARRIAGE, VALUE_FOR_CUSTOMS, PORT_OF_DISCHARGE, FLIGHT_NUMBER, FLIGHT_DATE, INSURANCE,
        NOTIFY_PARTY, SPECIAL_CUSTOMS, PIECES, RATE_GROSS, WEIGHT_UNIT, RATE_CLASS, GOODS_HS_CODE, CHARGEABLE, RATE,
        RATE_TOTAL, DESCRIPTION, NUMBER_OF_PACKAGES, GROSS_WEIGHT, CHARGES_TOTAL, DIMENSIONS, OTHER_CHARGES,
        PREPAID_WEIGHT, COLLECT_WEIGHT, PREPAID_VALUATION, COLLECT_VALUATION, PREPAID_TAX, COLLECT_TAX, PREPAID_AGENT,
        COLLECT_AGENT, PREPAID_CARRIER, COLLECT_CARRIER, PREPAID_TOTAL, COLLECT_TOTAL, CERTIFICATION, SHIPPER_SIGNATURE,
        ISSUE_DATE, PLACE_OF_ISSUE, SIGNATURE, DESTINATION_USE, REFERENCE, OPTIONAL, ORIGIN,
        OFFICE_MARKS,
    ),
)  # fmt: skip
