"""What a debrief says of an entry of the catalogue: a file of texts beside its module, ``<ID>.toml``."""

from __future__ import annotations

from pathlib import Path

import msgspec

from simulator.errors import BadInput, BrokenData
from simulator.formats import FORMAT
from simulator.formats.key import Bilingual
from simulator.formats.reading import read_toml

LONGEST = 280
"""Characters of a text: it stands in a few lines of a page that is read in a minute."""


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of one indicator or look-alike, each in both languages, for any shipment that shows it.

    ``story`` tells in one sentence what was done, ``why`` why the innocent reading fails (of a look-alike: why it is
    lawful), ``ask`` what to ask for or to look at when the goods are opened, ``call`` whom to call, ``write`` what to
    write down.
    """

    story: Bilingual
    why: Bilingual
    ask: Bilingual
    call: Bilingual
    write: Bilingual
    format: int = FORMAT


TEXTS = ("story", "why", "ask", "call", "write")
"""The texts of a lesson, in the order in which they are printed."""


def read_lesson(path: Path) -> Lesson:
    """Read a file of texts; raise ``BrokenData`` naming file and text when one is missing, empty or too long."""
    try:
        lesson = read_toml(path, Lesson)
    except BadInput as error:
        wanted = ", ".join(f"[{name}]" for name in TEXTS)
        raise BrokenData(f"{error}; an entry of the catalogue has beside its module {path.name} with {wanted}") from None
    for name in TEXTS:
        text: Bilingual = getattr(lesson, name)
        for language in ("en", "es"):
            written = text.text(language)
            if not written.strip():
                raise BrokenData(f"{path}: {name}.{language}: the text is empty; the debrief prints it")
            if len(written) > LONGEST:
                raise BrokenData(f"{path}: {name}.{language}: {len(written)} characters; write {LONGEST} at most")
    return lesson
