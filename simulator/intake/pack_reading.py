"""A finished pack, opened for grading: index, sealed key and the codes of all boxes that a trainee could flag."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.formats.key import Key, KeyConsignment
from simulator.formats.pack import Pack, PackTrainee
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth, TruthDocument
from simulator.pack.sealing import refuse_sealed

Codes = Mapping[str, tuple[str, ...]]
"""Consignment to the box codes of all papers that may be flagged for it."""


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """A pack whose key is the sealed one.

    ``codes`` maps variant to consignment to box codes, ``respondents`` ids in small letters to those who answer.
    """

    folder: Path
    pack: Pack
    key: Key
    codes: Mapping[str, Codes]
    respondents: Mapping[str, PackTrainee]

    def respondent(self, written: str) -> PackTrainee | None:
        """Return the respondent of that id, whatever its case; None when there is none."""
        return self.respondents.get(written.casefold())

    def consignments(self, respondent: PackTrainee) -> tuple[KeyConsignment, ...]:
        """Return the solutions of a respondent's variant, in the order of the dossier."""
        return self.key.variants[respondent.variant].consignments


def open_pack(folder: Path) -> OpenedPack:
    """Open a pack; raise ``BadInput`` when a file is missing, the key was changed, or files do not belong together."""
    if not folder.is_dir():
        raise BadInput("there is no such folder; name a pack, the folder that generate made", source=folder)
    refuse_sealed(folder)
    pack = read_json(folder / "pack.json", Pack)
    key_path = folder / "instructor" / "key.json"
    key = read_json(key_path, Key)
    if hashlib.sha256(key_path.read_bytes()).hexdigest() != pack.key_sha256:
        raise BadInput(
            "the key was changed after the pack was made (its SHA-256 is not that of pack.json); "
            "put back the sealed key or generate the pack again",
            source=key_path,
        )
    if key.pack != pack.pack:
        problem = f"the key belongs to pack {key.pack}, pack.json to {pack.pack}; put back the files of one pack"
        raise BadInput(problem, source=key_path, place="pack")
    _check_variants(pack, key, folder / "pack.json")
    codes = {variant: _codes(folder, key, variant) for variant in key.variants}
    return OpenedPack(folder, pack, key, codes, {each.id.casefold(): each for each in pack.trainees})


def papers_of(truth: Truth, consignment: str) -> tuple[TruthDocument, ...]:
    """Return the papers that speak of a consignment and the pages shared by all, in the order of the dossier."""
    return tuple(each for each in truth.documents if consignment in each.consignments or _is_shared(each))


def known_codes(truth: Truth, consignment: str) -> tuple[str, ...]:
    """Return the codes of all boxes on the papers that speak of a consignment and on the pages shared by all."""
    return tuple(dict.fromkeys(box.box for document in papers_of(truth, consignment) for box in document.boxes))


def _is_shared(document: TruthDocument) -> bool:
    """Reference pages lie on the desk for every consignment, whichever ones they speak of."""
    type_ = document_types().get(document.type)
    return not document.consignments or (type_ is not None and type_.reference)


def _check_variants(pack: Pack, key: Key, source: Path) -> None:
    if not pack.trainees:
        raise BadInput("no trainee is listed; generate the pack again", source=source, place="trainees")
    for trainee in pack.trainees:
        if trainee.variant not in key.variants:
            problem = f"{trainee.id} has variant {trainee.variant}, which the key lacks; put back the files of one pack"
            raise BadInput(problem, source=source, place="trainees")


def _codes(folder: Path, key: Key, variant: str) -> Codes:
    path = folder / "instructor" / "truth" / f"{variant}.json"
    truth = read_json(path, Truth)
    if truth.variant != variant:
        problem = f"this is variant {truth.variant}, not {variant}; put back the files of one pack"
        raise BadInput(problem, source=path, place="variant")
    return {each.id: known_codes(truth, each.id) for each in key.variants[variant].consignments}
