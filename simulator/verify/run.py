"""Verifying a pack: the handed-out files as they were sealed, and every variant's papers against its key."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.key import Key, KeyVariant
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.pack.sealing import refuse_sealed
from simulator.verify.compare import compare
from simulator.verify.papers import read_papers
from simulator.verify.reading import read_pages

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """How many findings in how many consignments the papers show, and each difference as one sentence."""

    findings: int
    consignments: int
    differences: tuple[str, ...]


def verify_pack(folder: Path, variant: str | None = None, progress: Progress = lambda done, of: None) -> Verified:
    """Verify a pack, or one variant of it; raise ``BadInput`` when its files cannot be read."""
    if not folder.is_dir():
        raise BadInput("there is no such folder; name a pack, the folder that generate made", source=folder)
    refuse_sealed(folder)
    pack = read_json(folder / "pack.json", Pack)
    key = read_json(folder / "instructor" / "key.json", Key)
    if variant is not None and variant not in key.variants:
        raise BadInput(
            f"there is no variant {variant!r}; this pack has {', '.join(key.variants)}", source=folder / "pack.json"
        )
    differences = list(_sealed(folder, pack))
    chosen = [variant] if variant is not None else list(key.variants)
    findings = consignments = 0
    for done, id_ in enumerate(chosen, start=1):
        one = _variant(folder, pack, id_, key.variants[id_])
        findings, consignments = findings + one.findings, consignments + one.consignments
        differences += one.differences
        progress(done, len(chosen))
    return Verified(findings, consignments, tuple(differences))


def _sealed(folder: Path, pack: Pack) -> list[str]:
    """Return a sentence for each handed-out file, or key, that is not the one that was made."""
    found = []
    for name, digest in pack.files.items():
        path = folder / name
        if not path.is_file():
            found.append(f"{name}: the file is missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"{name}: the file was changed after the pack was made")
    if hashlib.sha256((folder / "instructor" / "key.json").read_bytes()).hexdigest() != pack.key_sha256:
        found.append("instructor/key.json: the key was changed after the pack was made")
    return found


def _variant(folder: Path, pack: Pack, id_: str, key: KeyVariant) -> Verified:
    truth_path = folder / "instructor" / "truth" / f"{id_}.json"
    truth = read_json(truth_path, Truth)
    reader = next((each for each in pack.trainees if each.variant == id_), None)
    if reader is None:
        raise BadInput(f"nobody has variant {id_}", source=folder / "pack.json", place="trainees")
    pages = read_pages(folder / "trainee" / reader.id / "dossier.pdf")
    papers, troubles = read_papers(truth, pages, truth_path)
    unsolved = sorted(
        {id_ for each in truth.documents for id_ in each.consignments} - {each.id for each in key.consignments}
    )
    troubles += tuple(f"{each} is on the desk and not in the key" for each in unsolved)
    compared = [compare(papers, consignment) for consignment in key.consignments]
    differences = [difference for each in compared for difference in each.differences]
    return Verified(
        sum(each.findings for each in compared),
        len(key.consignments),
        tuple(f"{id_}: {each}" for each in (*troubles, *differences)),
    )
