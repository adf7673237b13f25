"""The route card: usual hubs and days of the lanes in play, and places that are no seaports."""

from __future__ import annotations

from simulator.documents.codecs import COUNT, SERIES, TEXT
from simulator.documents.model import DocumentType, Field
from simulator.formats.key import Bilingual

LANE_FROM = Field("port_of_loading", "1a", Bilingual("Port of loading", "Puerto de carga"), TEXT, "lanes")
LANE_TO = Field("port_of_discharge", "1b", Bilingual("Port of discharge", "Puerto de descarga"), TEXT, "lanes")
HUBS = Field("usual_hubs", "1c", Bilingual("Usual hubs", "Transbordos usuales"), SERIES, "lanes")
LEAST_DAYS = Field("least_days", "1d", Bilingual("Days, least", "Días, mínimo"), COUNT, "lanes")
MOST_DAYS = Field("most_days", "1e", Bilingual("Days, most", "Días, máximo"), COUNT, "lanes")
INLAND = Field("inland_place", "2", Bilingual("Inland, no seaport", "Tierra adentro, sin puerto"), TEXT, "inland")
NOTE = Field("note", "3", Bilingual("How to read it", "Cómo se lee"), TEXT)

TYPE = DocumentType(
    "route-card",
    "RTE",
    Bilingual("Route card", "Ficha de rutas"),
    (LANE_FROM, LANE_TO, HUBS, LEAST_DAYS, MOST_DAYS, INLAND, NOTE),
    shared=True,
    reference=True,
)
