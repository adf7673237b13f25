"""An extract of the tariff: headings and what they cover, in both languages."""

from __future__ import annotations

from simulator.documents.codecs import TEXT
from simulator.documents.model import DocumentType, Field
from simulator.documents.places import HEADING
from simulator.formats.key import Bilingual

TARIFF_HEADING = Field("heading", "1a", Bilingual("Heading", "Partida"), HEADING, "headings")
WORDS_EN = Field("words_en", "1b", Bilingual("Covers (English)", "Comprende (inglés)"), TEXT, "headings")
WORDS_ES = Field("words_es", "1c", Bilingual("Covers (Spanish)", "Comprende (español)"), TEXT, "headings")
NOTE = Field("note", "2", Bilingual("How to read it", "Cómo se lee"), TEXT)

TYPE = DocumentType(
    "tariff-extract",
    "TAR",
    Bilingual("Extract of the tariff", "Extracto de la tarifa"),
    (TARIFF_HEADING, WORDS_EN, WORDS_ES, NOTE),
    shared=True,
    reference=True,
)
