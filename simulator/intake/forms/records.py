"""What reading a form leaves behind: the values of its fields, or why they are not known."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

CHECKED = "Yes"
"""The value of a box that is checked, whatever a program calls that state."""
OFF = ("", "Off")
"""States of a button that is not chosen."""


class FormReading(msgspec.Struct, frozen=True):
    """A form of ours as it was found.

    ``values`` maps the names of fields to what is filled in, "" for nothing; of a button it is the name of its state.
    ``doubts`` maps names to a sentence why no value is known. ``code`` is the text of the form's code.
    """

    code: str
    values: dict[str, str] = {}
    doubts: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class FieldFound:
    """One field as it stands in a file.

    ``button`` tells buttons from what is typed or chosen from a list, ``single`` a box from buttons of which one is
    chosen. ``value`` None means that there is none, ``strange`` that there is one which is not text. ``shown`` are the
    states that its buttons show, without those that are off; ``states`` all that they can show; ``options`` what a place
    in a list stands for.
    """

    name: str
    value: str | None
    strange: bool = False
    button: bool = False
    single: bool = False
    shown: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
