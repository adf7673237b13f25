"""A right holder's card, as a stand at a seminar hands it out: what is genuine, who makes it, who may import it."""

from __future__ import annotations

from simulator.documents.codecs import LINES, PARTY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import COUNTRY
from simulator.formats.key import Bilingual

LOGO = Field("logo", "1a", Bilingual("Mark as a logo", "Logotipo"), TEXT, kind="mark")
MARK = Field("brand", "1b", Bilingual("Registered mark", "Marca registrada"), TEXT)
OWNER = Field("owner", "2", Bilingual("Right holder", "Titular del derecho"), PARTY)
CLASS_OF_GOODS = Field("class_of_goods", "3", Bilingual("Goods protected", "Productos protegidos"), TEXT)
MODEL = Field("model", "4a", Bilingual("Genuine model", "Modelo genuino"), TEXT, "models")
MODEL_GOODS = Field("model_goods", "4b", Bilingual("Goods", "Mercancía"), TEXT, "models")
MAKER = Field("maker", "5a", Bilingual("Own maker", "Fabricante propio"), TEXT, "makers")
MAKER_CITY = Field("maker_city", "5b", Bilingual("City", "Ciudad"), TEXT, "makers")
MAKER_COUNTRY = Field("maker_country", "5c", Bilingual("Country", "País"), COUNTRY, "makers")
MAKER_CODE = Field("maker_code", "5d", Bilingual("Factory code", "Clave de fábrica"), TEXT, "makers")
CONTRACT_MAKER_CODE = Field(
    "contract_maker_code",
    "6a",
    Bilingual("Contract maker's code", "Clave de maquilador"),
    TEXT,
    "contract_makers",
)
CONTRACT_MAKER_COUNTRY = Field("contract_maker_country", "6b", Bilingual("Country", "País"), COUNTRY, "contract_makers")
LICENSEE = Field("licensee", "7a", Bilingual("Licensed importer", "Importador con licencia"), TEXT, "licensees")
LICENSEE_TAX_ID = Field("licensee_tax_id", "7b", Bilingual("RFC", "RFC"), TEXT, "licensees")
LICENSEE_ADDRESS = Field("licensee_address", "7c", Bilingual("Address", "Domicilio"), TEXT, "licensees")
LANES = Field("lanes", "8", Bilingual("Usual lanes", "Rutas habituales"), LINES)
PRICES = Field("prices", "9", Bilingual("Wholesale prices", "Precios al mayoreo"), TEXT)
CARTON_MARKS = Field("carton_marks", "10", Bilingual("Marks on cartons", "Marcas en las cajas"), TEXT)
SECURITY_FEATURES = Field("security_features", "11", Bilingual("Security features", "Elementos de seguridad"), TEXT)
HOW_FAKES_DIFFER = Field("how_fakes_differ", "12", Bilingual("How fakes differ", "Cómo se distinguen las falsas"), TEXT)
CONTACT = Field("contact", "13", Bilingual("Whom to call", "A quién llamar"), LINES)
LABEL_ORDER = Field("label_order", "14", Bilingual("Own order for spare labels", "Pedido propio de etiquetas"), TEXT)

TYPE = DocumentType(
    "right-holder-card",
    "CARD",
    Bilingual("Right holder's card", "Ficha del titular del derecho"),
    (
        LOGO, MARK, OWNER, CLASS_OF_GOODS, MODEL, MODEL_GOODS, MAKER, MAKER_CITY, MAKER_COUNTRY, MAKER_CODE,
        CONTRACT_MAKER_CODE, CONTRACT_MAKER_COUNTRY, LICENSEE, LICENSEE_TAX_ID, LICENSEE_ADDRESS, LANES, PRICES,
        CARTON_MARKS, SECURITY_FEATURES, HOW_FAKES_DIFFER, CONTACT, LABEL_ORDER,
    ),
    shared=True,
    reference=True,
)  # fmt: skip
