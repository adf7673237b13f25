"""Packs, keys and papers small enough to grade by hand."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from simulator.formats.key import Bilingual, Evidence, Finding, Key, KeyConsignment, KeyVariant
from simulator.formats.pack import Generator, Pack, PackTrainee
from simulator.formats.truth import Truth, TruthBox, TruthDocument
from simulator.formats.writing import json_bytes
from simulator.grading.credit import DEFAULT_SCORING
from simulator.intake.pack_reading import OpenedPack, open_pack

# The papers of every consignment: a bill, an invoice with two lines; for all: contents, and a card in several rows.
BILL = ("BL-2a", "BL-2b", "BL-15a.1", "BL-15b.1", "BL-20")
INVOICE = ("INV-5", "INV-14.1", "INV-14.2", "INV-16")
CARD = ("CARD-1b", "CARD-4a.1", "CARD-4a.2")


def evidence(box: str, role: str = "shows") -> Evidence:
    return Evidence(document="d", box=box, role=role, printed="", expected="")  # type: ignore[arg-type]


def finding(
    indicator: str,
    *boxes: Evidence,
    points_to: str = "infringement",
    strength: str | None = "moderate",
    family: str = "goods",
    subtlety: int = 2,
    seen_by: tuple[str, ...] = ("comparison",),
) -> Finding:
    return Finding(
        indicator=indicator,
        family=family,  # type: ignore[arg-type]
        points_to=points_to,  # type: ignore[arg-type]
        strength=strength,  # type: ignore[arg-type]
        subtlety=subtlety,
        seen_by=seen_by,  # type: ignore[arg-type]
        stage="dossier",
        planted=True,
        evidence=boxes,
        explanation=Bilingual("why", "porqué"),
    )


def look_alike(indicator: str, *boxes: Evidence, **more: Any) -> Finding:
    return finding(indicator, *boxes, points_to="innocent", strength=None, **more)


def consignment(
    identifier: str,
    verdict: str,
    findings: tuple[Finding, ...] = (),
    look_alikes: tuple[Finding, ...] = (),
    item: str | None = None,
) -> KeyConsignment:
    return KeyConsignment(
        id=identifier,
        slot="S" + identifier[1:],
        item=item or f"item-{identifier}",
        mode="sea",
        documents=(),
        verdict=verdict,  # type: ignore[arg-type]
        findings=findings,
        look_alikes=look_alikes,
    )


# One of each verdict, and a second lawful one. C01 two boxes disagree, and one follows.
EXAMINE = consignment(
    "C01",
    "examine",
    (finding("X03", evidence("INV-14.1"), evidence("BL-15b.1", "against"), evidence("INV-16", "follows")),),
)
DETAIN = consignment(
    "C02",
    "detain",
    (
        finding("G08", evidence("INV-14.2"), evidence("BL-20", "identifies"), strength="strong"),
        finding("P07", evidence("BL-2a"), points_to="documentary", strength="moderate", family="parties"),
    ),
    (look_alike("H06", evidence("BL-15a.1"), family="routing"),),
)
REVENUE = consignment("C03", "revenue", (finding("V01", evidence("INV-14.1"), points_to="revenue", family="value"),))
QUERY = consignment("C04", "query", (finding("P08", evidence("BL-2b"), points_to="documentary", family="parties"),))
LAWFUL = consignment("C05", "release")
TEMPTING = consignment("C06", "release", (), (look_alike("H12", evidence("INV-14.1"), family="value"),))
SIX = (EXAMINE, DETAIN, REVENUE, QUERY, LAWFUL, TEMPTING)

TRAINEE = PackTrainee("T001", "Ana Núñez", "G01", "v01")


def many(signals: int, lawful: int, query: int = 0, revenue: int = 0) -> tuple[KeyConsignment, ...]:
    """Consignments C01 and on: examine, release, query, revenue; each that is not lawful shows INV-14.1."""
    shown = {
        "examine": (finding("X03", evidence("INV-14.1")),),
        "release": (),
        "query": (finding("P08", evidence("INV-14.1"), points_to="documentary"),),
        "revenue": (finding("V01", evidence("INV-14.1"), points_to="revenue"),),
    }
    verdicts = ["examine"] * signals + ["release"] * lawful + ["query"] * query + ["revenue"] * revenue
    return tuple(consignment(f"C{n:02d}", verdict, shown[verdict]) for n, verdict in enumerate(verdicts, 1))


def box(code: str) -> TruthBox:
    frame = (0.0, 0.0, 10.0, 10.0)
    return TruthBox(code, "field", None, 1, None, "text", 1, frame, None, "", 7.0)


def truth(variant: str, consignments: tuple[KeyConsignment, ...]) -> Truth:
    own = [
        TruthDocument(f"{each.id}-{kind}", kind, None, (each.id,), "plain", tuple(map(box, codes)))
        for each in consignments
        for kind, codes in (("bill-of-lading", BILL), ("invoice", INVOICE))
    ]
    shared = (
        TruthDocument("contents", "contents", None, (), "plain", (box("TOC-1"),)),
        TruthDocument("card", "right-holder-card", None, (consignments[0].id,), "plain", tuple(map(box, CARD))),
    )
    return Truth(variant, (*own, *shared))


def write_pack(
    folder: Path,
    consignments: tuple[KeyConsignment, ...] = SIX,
    trainees: tuple[PackTrainee, ...] = (TRAINEE, PackTrainee("T002", "=Bea", "G01", "v01")),
    language: str = "es",
    scoring: dict[str, Any] | None = None,
    variants: dict[str, tuple[KeyConsignment, ...]] | None = None,
) -> Path:
    """Write the files of a pack that grading reads, the key sealed."""
    every = variants or {"v01": consignments}
    used = msgspec.to_builtins(DEFAULT_SCORING) | (scoring or {})
    key = Key("PACK1", "seed", {"scoring": used}, {name: KeyVariant(each) for name, each in every.items()})
    sealed = json_bytes(key)
    pack = Pack(
        pack="PACK1",
        scenario="test",
        language=language,  # type: ignore[arg-type]
        practice=False,
        generator=Generator("simulator", "0", {}),
        trainees=trainees,
        files={},
        content_sha256="",
        key_sha256=hashlib.sha256(sealed).hexdigest(),
    )
    (folder / "instructor" / "truth").mkdir(parents=True)
    (folder / "instructor" / "key.json").write_bytes(sealed)
    (folder / "pack.json").write_bytes(json_bytes(pack))
    for name, each in every.items():
        (folder / "instructor" / "truth" / f"{name}.json").write_bytes(json_bytes(truth(name, each)))
    return folder


def opened_pack(folder: Path, **more: Any) -> OpenedPack:
    return open_pack(write_pack(folder / "pack", **more))
