"""The schedule of the port authorities: which vessel lay at which port from when to when."""

from __future__ import annotations

from simulator.documents.codecs import DAY, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.formats.key import Bilingual

VESSEL_NAME = Field("vessel_name", "1a", Bilingual("Vessel", "Buque"), TEXT, "calls")
VOYAGE_NUMBER = Field("voyage_number", "1b", Bilingual("Voyage", "Viaje"), TEXT, "calls")
PORT = Field("port", "1c", Bilingual("Port", "Puerto"), TEXT, "calls")
BERTHED = Field("berthing_date", "1d", Bilingual("Berthed", "Atracó"), DAY, "calls")
SAILED = Field("sailing_date", "1e", Bilingual("Sailed", "Zarpó"), DAY, "calls")
NOTE = Field("note", "2", Bilingual("How to read it", "Cómo se lee"), TEXT)

TYPE = DocumentType(
    "schedule",
    "SCH",
    Bilingual("Schedule of vessels", "Itinerario de buques"),
    (VESSEL_NAME, VOYAGE_NUMBER, PORT, BERTHED, SAILED, NOTE),
    shared=True,
    reference=True,
)
