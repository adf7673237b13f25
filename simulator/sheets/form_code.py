"""What a form says of itself: which pack, whose it is; nothing else, and nothing that helps to guess."""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = 1
CODE_FIELD = "form"
"""The name of the hidden field that holds the code; the file's keywords repeat it."""
RESPONDENT_FIELD = "respondent"
"""The name of the field in which a form that names nobody asks who answers."""
_TEXT = re.compile(r"DIS-FORM(?P<version>[0-9]{1,3})/(?P<pack>[0-9A-Za-z-]{1,40})/(?P<respondent>[A-Za-z0-9_-]{0,64})")


@dataclass(frozen=True, slots=True)
class FormCode:
    """A form's code: the pack's id, and the respondent's, "" on a form that names nobody."""

    pack: str
    respondent: str
    version: int = VERSION

    @property
    def text(self) -> str:
        """The code as it stands in the file."""
        return f"DIS-FORM{self.version}/{self.pack}/{self.respondent}"


def parse_form_code(text: str) -> FormCode | None:
    """Return what a code says, None when it is no code of a form of ours."""
    match = _TEXT.fullmatch(text.strip())
    return FormCode(match["pack"], match["respondent"], int(match["version"])) if match else None


def field_name(consignment: str, question: str, value: str = "") -> str:
    """Return the name of a field: "C03 decision", "C03 reasons routing"."""
    return " ".join(part for part in (consignment, question, value) if part)
