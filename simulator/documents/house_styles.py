"""The house styles of each document type: which template prints it, and how it prints numbers and dates.

Reads only a template's name, document type and ``[printing]``; the rest is the layout's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from simulator.documents.printing import DATE_FORMATS, NUMBER_FORMATS, Printing
from simulator.errors import BadInput
from simulator.formats.reading import parse_toml
from simulator.formats.vocabulary import Language, Mode
from simulator.shipped import shipped_folder


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A template ("bill-of-lading/liner") of a document type with its formats of numbers and dates.

    ``mode`` is that of the carriage whose papers it prints, None where it prints those of both.
    """

    template: str
    document: str
    numbers: str
    dates: str
    mode: Mode | None = None

    def printing(self, language: Language) -> Printing:
        """Return how this house prints values in ``language``."""
        return Printing(language, self.numbers, self.dates)


@cache
def house_styles(folder: Path | None = None) -> dict[str, tuple[HouseStyle, ...]]:
    """Return document type to its house styles in order of their names; raise ``BadInput`` for a broken template."""
    root = folder or shipped_folder("templates")
    found: dict[str, tuple[HouseStyle, ...]] = {}
    for path in sorted(root.glob("*/*.toml")):
        style = _read(path, f"{path.parent.name}/{path.stem}")
        found[style.document] = (*found.get(style.document, ()), style)
    return found


@lru_cache(maxsize=4096)
def house_style(document: str, issuer: str, mode: Mode = "sea") -> HouseStyle:
    """Return the style in which an issuer always prints a type of document; raise ``BadInput`` when there is none.

    The same issuer has the same style everywhere, whatever other issuers there are.
    """
    styles = [style for style in house_styles().get(document, ()) if style.mode in (None, mode)]
    if not styles:
        problem = f"no template prints the document {document!r} of carriage by {mode}; add one"
        raise BadInput(problem, source=shipped_folder("templates"))
    digest = hashlib.blake2b(f"{document}\n{issuer}".encode(), digest_size=8).digest()
    return styles[int.from_bytes(digest, "big") % len(styles)]


def _read(path: Path, name: str) -> HouseStyle:
    data = parse_toml(path)
    document, printing = data.get("document"), data.get("printing")
    if not isinstance(document, str):
        raise BadInput('write the document type, for example document = "invoice"', source=path, place="document")
    if not isinstance(printing, dict):
        raise BadInput("write a table [printing] with numbers and dates", source=path, place="printing")
    for key, known in (("numbers", tuple(NUMBER_FORMATS)), ("dates", DATE_FORMATS)):
        if printing.get(key) not in known:
            choices = ", ".join(f'"{each}"' for each in known)
            problem = f"{printing.get(key)!r} is not one of {choices}"
            raise BadInput(problem, source=path, place=f"printing.{key}")
    mode = data.get("mode")
    if mode not in (None, "sea", "air"):
        raise BadInput(f'{mode!r} is not a mode; write "sea" or "air", or leave it out', source=path, place="mode")
    return HouseStyle(name, document, printing["numbers"], printing["dates"], mode)
