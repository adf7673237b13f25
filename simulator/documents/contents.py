"""The dossier's printed list of contents: an absence is judged against it."""

from __future__ import annotations

from simulator.documents.codecs import DAY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.formats.key import Bilingual

DESK_DATE = Field("desk_date", "1", Bilingual("Date on the desk", "Fecha del escritorio"), DAY)
CUSTOMS_OFFICE = Field("customs_offices", "2", Bilingual("Customs offices", "Aduanas"), TEXT)
CONSIGNMENT = Field("consignment", "3a", Bilingual("Consignment", "Embarque"), TEXT, "papers")
PAPER = Field("paper", "3b", Bilingual("Paper", "Documento"), TEXT, "papers")
NUMBER = Field("number", "3c", Bilingual("Number", "Número"), TEXT, "papers")

TYPE = DocumentType(
    "contents",
    "TOC",
    Bilingual("Contents of the dossier", "Contenido del expediente"),
    (DESK_DATE, CUSTOMS_OFFICE, CONSIGNMENT, PAPER, NUMBER),
    shared=True,
    reference=True,
)
