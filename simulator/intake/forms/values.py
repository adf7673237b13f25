"""What a field holds, or why that is not known.

Programs differ in what they write of a button: the value of the field, the look that each button shows, or both; some
write the value as text instead of a name, or as a place in a list. Where two of these contradict each other nothing is
guessed.
"""

from __future__ import annotations

from simulator.intake.forms.records import CHECKED, OFF, FieldFound

LONGEST = 4_000
"""Characters of a value, far above what our fields take."""
_YES = frozenset({"yes", "on", "true", "1", "x", "sí", "si", "ja", "oui", "sim"})
"""What programs write of a box that is checked where they do not keep our name of that state."""


class Doubt(Exception):
    """Nothing is known of a field, with the reason as a sentence."""


def value_of(field: FieldFound) -> str:
    """Return the value of a field on one line, "" for nothing; raise ``Doubt`` where it is not known."""
    if field.strange:
        raise Doubt("it holds something that is not text")
    if field.value is not None and len(field.value) > LONGEST:
        raise Doubt(f"it holds {len(field.value)} characters")
    if not field.button:
        printable = "".join(each if each.isprintable() else " " for each in field.value or "")
        return " ".join(printable.split())
    state = _chosen(field)
    if not field.single or state in OFF:
        return "" if state in OFF else state
    if state not in field.states and state.casefold() not in _YES:
        raise Doubt(f"it says {state[:40]!r}, which is neither checked nor off")
    return CHECKED


def _chosen(field: FieldFound) -> str:
    """Return the state that is chosen, by what the field says and by what its buttons show."""
    shown = {_meant(each, field.options) for each in field.shown}
    if field.value is None:
        if len(shown) > 1:
            raise Doubt(f"it shows {' and '.join(sorted(shown))} at once")
        return next(iter(shown), "")
    value = field.value.removeprefix("/")  # the sign of a name, which some write into the text
    said = {""} if value in OFF else {_meant(value, field.options), *({value} & set(field.options))}
    if not shown and len(said) == 1:
        return said.pop()
    if len(shown) == 1 and shown <= said:
        return shown.pop()
    words = " or ".join(sorted(each or "nothing" for each in said))
    raise Doubt(f"it says {words} and shows {' and '.join(sorted(shown)) or 'nothing'}")


def _meant(state: str, options: tuple[str, ...]) -> str:
    """Return what a state stands for: where there is a list of options, states may be places in it."""
    if options and state.isdecimal() and len(state) < 5 and int(state) < len(options):
        return options[int(state)]
    return state
