"""The price guide: lawful wholesale prices and kilograms a piece for all goods in play."""

from __future__ import annotations

from simulator.documents.codecs import EXACT_KILOGRAMS, HS_CODE, MONEY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.formats.key import Bilingual

MARK = Field("brand", "1a", Bilingual("Brand", "Marca"), TEXT, "goods")
DESCRIPTION = Field("description_of_goods", "1b", Bilingual("Goods", "Mercancía"), TEXT, "goods")
GOODS_HS_CODE = Field("hs_code", "1c", Bilingual("HS code", "Código SA"), HS_CODE, "goods")
UNIT = Field("unit", "1d", Bilingual("Unit", "Unidad"), TEXT, "goods")
LOWEST_PRICE = Field("lowest_price", "1e", Bilingual("Lowest price (USD)", "Precio mínimo (USD)"), MONEY, "goods")
HIGHEST_PRICE = Field("highest_price", "1f", Bilingual("Highest price (USD)", "Precio máximo (USD)"), MONEY, "goods")
LOWEST_WEIGHT = Field("lowest_weight", "1g", Bilingual("Lightest (kg)", "Más ligera (kg)"), EXACT_KILOGRAMS, "goods")
HIGHEST_WEIGHT = Field("highest_weight", "1h", Bilingual("Heaviest (kg)", "Más pesada (kg)"), EXACT_KILOGRAMS, "goods")
NOTE = Field("note", "2", Bilingual("How to read it", "Cómo se lee"), TEXT)

TYPE = DocumentType(
    "price-guide",
    "PG",
    Bilingual("Price and weight guide", "Guía de precios y pesos"),
    (
        MARK,
        DESCRIPTION,
        GOODS_HS_CODE,
        UNIT,
        LOWEST_PRICE,
        HIGHEST_PRICE,
        LOWEST_WEIGHT,
        HIGHEST_WEIGHT,
        NOTE,
    ),
    shared=True,
    reference=True,
)
