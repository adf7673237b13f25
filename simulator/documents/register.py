"""The register of importers: who is who, where, and in what trade."""

from __future__ import annotations

from simulator.documents.codecs import SERIES, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.formats.key import Bilingual

NAME = Field("importer", "1a", Bilingual("Importer", "Importador"), TEXT, "importers")
TAX_ID = Field("importer_tax_id", "1b", Bilingual("RFC", "RFC"), TEXT, "importers")
ADDRESS = Field("importer_address", "1c", Bilingual("Registered address", "Domicilio fiscal"), TEXT, "importers")
TRADE = Field("trade", "1d", Bilingual("Stated trade (wholesale)", "Giro declarado (mayoreo)"), SERIES, "importers")
CHAPTERS = Field("chapters", "1e", Bilingual("Chapters of the tariff", "Capítulos de la tarifa"), SERIES, "importers")
NOTE = Field("note", "2", Bilingual("How to read it", "Cómo se lee"), TEXT)

TYPE = DocumentType(
    "register",
    "REG",
    Bilingual("Register of importers", "Padrón de importadores"),
    (NAME, TAX_ID, ADDRESS, TRADE, CHAPTERS, NOTE),
    shared=True,
    reference=True,
)
