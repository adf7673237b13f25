"""A PDF to the values of its fields. Runs where scans are opened: in a process of its own, within limits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from simulator.intake.forms.records import FieldFound, FormReading
from simulator.intake.forms.values import Doubt, value_of
from simulator.intake.scans.opening import CannotOpen
from simulator.sheets.form_code import CODE_FIELD, VERSION, parse_form_code

LARGEST = 64 << 20
"""Bytes of a form; ours has under 200,000, and programs that save it add little."""
_DAMAGED = "it is a damaged form; save it again, or fill in a new one"
_LOCKED = "it is a protected form; save it without protection"
_FLAT = (
    "its fields are gone: it was flattened or printed to another PDF; send the form itself, as it was saved after filling "
    "it in"
)


def read_form(path: Path) -> FormReading | None:
    """Return what a PDF says as a form of ours, None where it is none; raise ``CannotOpen`` when it is and cannot be read.

    Whether there are fields at all is told without reading the whole file: a scan may be large.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return None  # what it is, and what is wrong with it, is said where its pages are counted
    try:
        keywords = document.get_metadata_value("Keywords")
        fields = document.get_formtype() != 0
    finally:
        document.close()
    ours = parse_form_code(keywords) is not None
    if not fields or path.stat().st_size > LARGEST:
        if ours:
            raise CannotOpen("it is larger than a form ever is; fill in a new one" if fields else _FLAT)
        return None
    found = _found(path, ours)
    return reading(found, keywords if ours else "")


def _found(path: Path, ours: bool) -> Sequence[FieldFound]:
    from pypdf.errors import DependencyError, FileNotDecryptedError  # heavy, and only forms need it

    from simulator.intake.forms.fields import fields_of

    try:
        return fields_of(path)
    except (FileNotDecryptedError, DependencyError):
        raise CannotOpen(_LOCKED) from None
    except MemoryError:
        raise
    except Exception:  # Over hostile files pypdf raises whatever there is; each is a file that cannot be read.
        if ours:
            raise CannotOpen(_DAMAGED) from None
        return ()


def reading(found: Sequence[FieldFound], keywords: str) -> FormReading | None:
    """Return the values of fields by name, None where they are of no form of ours.

    The form's code stands in a hidden field and again in the file's ``keywords``, since programs drop one or the other.
    """
    codes = {(each.value or "").strip() for each in found if each.name == CODE_FIELD}
    codes = {each for each in (*codes, keywords.strip()) if parse_form_code(each)}
    if not codes:
        return None
    rest = [each for each in found if each.name != CODE_FIELD]
    if not rest:
        raise CannotOpen(_FLAT)
    if len(codes) > 1:
        raise CannotOpen("it holds forms of several respondents or packs; send each as a file of its own")
    code = codes.pop()
    parsed = parse_form_code(code)
    if parsed is None or parsed.version > VERSION:
        raise CannotOpen("it is a form of a newer version of the simulator; grade it with that version")
    return _values(code, rest)


def _values(code: str, found: Sequence[FieldFound]) -> FormReading:
    values: dict[str, str] = {}
    doubts: dict[str, str] = {}
    for each in found:
        try:
            value = value_of(each)
            if values.setdefault(each.name, value) != value:
                raise Doubt("it stands in the file twice with different values")
        except Doubt as doubt:
            doubts[each.name] = str(doubt)
    return FormReading(code, {name: value for name, value in values.items() if name not in doubts}, doubts)
