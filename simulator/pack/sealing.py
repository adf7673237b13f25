"""A pack for one who practises alone: what is the instructor's lies in one file beside the papers.

There is no secret in it. The program that opens the file has all that is needed to open it, so whoever reads this module
can open it too: it is a curtain, against reading by accident and against temptation, and no lock.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
import zlib
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.pack import Pack

SEALED = "sealed.bin"
"""Its place in the pack; a pack that has it has no ``instructor`` folder."""
_HEAD = b"simulator sealed 1\n"
_KEPT = ("key.json", "sheets.json", "truth")
"""What of the instructor's folder a debrief needs."""
_WHEN = (1980, 1, 1, 0, 0, 0)


def is_sealed(folder: Path) -> bool:
    """Tell whether a pack is one for practice alone."""
    return (folder / SEALED).is_file()


def refuse_sealed(folder: Path) -> None:
    """Raise ``BadInput`` for a sealed pack: what reads the instructor's folder has nothing to read there."""
    if is_sealed(folder):
        problem = "this pack is for practice alone and its key is sealed; it opens against answers, by simulator debrief"
        raise BadInput(problem, source=folder)


def seal(folder: Path, pack_id: str) -> None:
    """Put key and truth of a finished pack into one file, and take the instructor's folder away."""
    instructor = folder / "instructor"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in instructor.rglob("*") if path.is_file()):
            name = path.relative_to(instructor)
            if name.parts[0] in _KEPT:
                archive.writestr(zipfile.ZipInfo(name.as_posix(), _WHEN), path.read_bytes(), zipfile.ZIP_DEFLATED)
    (folder / SEALED).write_bytes(_HEAD + _veiled(packed.getvalue(), pack_id))
    shutil.rmtree(instructor)


def unseal(folder: Path, pack: Pack, into: Path) -> None:
    """Write the instructor's folder of a sealed pack into an empty folder, ``pack.json`` beside it.

    Raise ``BadInput`` when the file is not whole or belongs to another pack.
    """
    source = folder / SEALED
    content = source.read_bytes()
    problem = "the sealed key is not whole, or belongs to another pack; put back the file that was made with this pack"
    try:
        if not content.startswith(_HEAD):
            raise BadInput(problem, source=source)
        with zipfile.ZipFile(io.BytesIO(_veiled(content.removeprefix(_HEAD), pack.pack))) as archive:
            archive.extractall(into / "instructor")
        key = (into / "instructor" / "key.json").read_bytes()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        raise BadInput(problem, source=source) from None
    if hashlib.sha256(key).hexdigest() != pack.key_sha256:
        raise BadInput(problem, source=source)
    shutil.copyfile(folder / "pack.json", into / "pack.json")


def _veiled(content: bytes, pack_id: str) -> bytes:
    """Return bytes that say nothing to the eye; twice gives the content back. This is no encryption."""
    veil = hashlib.shake_256(b"a curtain, no lock: " + pack_id.encode()).digest(len(content))
    return (int.from_bytes(content, "big") ^ int.from_bytes(veil, "big")).to_bytes(len(content), "big")
