"""The question bank of a variant: its category, its pages for reference, a question a consignment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.formats.key import Bilingual, KeyConsignment
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth, TruthDocument
from simulator.grading.corrections import corrected, read_corrections
from simulator.grading.credit import scoring_of
from simulator.grading.run import title_of
from simulator.grading.scoring_file import read_scoring
from simulator.indicators.catalogue import catalogue
from simulator.intake.pack_reading import OpenedPack, open_pack
from simulator.reports.moodle.feedback import feedback
from simulator.reports.moodle.fractions import is_rounded
from simulator.reports.moodle.pictures import page_pictures
from simulator.reports.moodle.questions import Asked, category, decision, reference
from simulator.reports.wording import Wording, report_texts
from simulator.scenario import Scoring


@dataclass(frozen=True, slots=True)
class Bank:
    """What questions are made of: the pack with its corrected key, the scoring, and how many corrections there are."""

    opened: OpenedPack
    scoring: Scoring
    corrections: int

    @property
    def rounded(self) -> tuple[str, ...]:
        """The verdicts of which some credit is no fraction of Moodle's."""
        return tuple(verdict for verdict, row in self.scoring.credit.items() if is_rounded(row))


def open_bank(pack: Path, variant: str | None = None, scoring: Path | None = None) -> Bank:
    """Open a pack for its questions; raise ``BadInput`` when it, a correction or the scoring cannot be read."""
    opened = open_pack(pack)
    if variant is not None and variant not in opened.key.variants:
        known = ", ".join(opened.key.variants)
        raise BadInput(f"there is no variant {variant!r}; this pack has {known}", source=pack / "pack.json")
    used = scoring_of(opened.key) if scoring is None else read_scoring(scoring, scoring_of(opened.key))
    corrections = read_corrections(opened)
    return Bank(corrected(opened, corrections), used, len(corrections))


def questions_xml(bank: Bank, variant: str) -> bytes:
    """Return the questions of one variant as Moodle XML, in the pack's language; the file holds the key."""
    opened = bank.opened
    words = Wording(report_texts("moodle"), opened.pack.language)
    truth = read_json(opened.folder / "instructor" / "truth" / f"{variant}.json", Truth)
    dossier = _dossier(opened, variant)
    titles = {id_: entry.card.title for id_, entry in catalogue().items()}
    quiz = ET.Element("quiz")
    quiz.append(ET.Comment(f" {words.say('holds_the_key')} "))
    quiz.append(category(title_of(opened), variant))
    shared = page_pictures(dossier, pages_of(truth, None))
    name = f"{variant} REF {words.say('reference')}"
    quiz.append(reference(shared, name, f"{opened.pack.pack}-{variant}-REF", words))
    for each in opened.key.variants[variant].consignments:
        pictures = page_pictures(dossier, pages_of(truth, each.id))
        quiz.append(decision(_asked(bank, variant, each, pictures, titles, words), words))
    content: bytes = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def pages_of(truth: Truth, consignment: str | None) -> tuple[int, ...]:
    """Return the sides of the dossier with a consignment's own papers, or with all that is shared where it is None."""
    wanted = (each for each in truth.documents if _owner(each) == consignment and each.file == "dossier.pdf")
    return tuple(sorted({box.page for each in wanted for box in each.boxes}))


def _owner(document: TruthDocument) -> str | None:
    """Return the consignment that a paper is bound with; None for reference pages and manifests."""
    return None if document_types()[document.type].shared else document.consignments[0]


def _asked(
    bank: Bank,
    variant: str,
    consignment: KeyConsignment,
    pictures: Iterable[bytes],
    titles: Mapping[str, Bilingual],
    words: Wording,
) -> Asked:
    return Asked(
        consignment=consignment.id,
        name=f"{variant} {consignment.id}",
        idnumber=f"{bank.opened.pack.pack}-{variant}-{consignment.id}",
        pages=tuple(pictures),
        credit=bank.scoring.credit[consignment.verdict],
        feedback=feedback(consignment, titles, words),
    )


def _dossier(opened: OpenedPack, variant: str) -> bytes:
    """Return the bound papers of a variant as they were handed out; raise ``BadInput`` when they are not those."""
    reader = next((each.id for each in opened.pack.trainees if each.variant == variant), None)
    if reader is None:
        raise BadInput(f"nobody has variant {variant}", source=opened.folder / "pack.json", place="trainees")
    name = f"trainee/{reader}/dossier.pdf"
    path = opened.folder / name
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != opened.pack.files.get(name):
        raise BadInput("the papers are not those that were made; see simulator verify", source=path)
    return content
