"""Forms of a class to answers: whose each is, and what it says of every consignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Rejection
from simulator.formats.vocabulary import FAMILIES
from simulator.intake.forms.records import FormReading
from simulator.intake.gather import Elsewhere, SentAnswer
from simulator.intake.interpret import Written, interpret
from simulator.intake.pack_reading import OpenedPack
from simulator.sheets.form_code import RESPONDENT_FIELD, field_name, parse_form_code

_ASKED = ("decision", "confidence", "flags", "notes", "refer_to", "minutes")
_SHOWN = 3
"""How many missing fields a message names."""


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form that was read, and the short name of its file."""

    file: str
    reading: FormReading


@dataclass(frozen=True, slots=True)
class FormState:
    """What became of a form: its state, in the words of pages, and a note in a sentence."""

    file: str
    state: str
    respondent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FilledForms:
    """The answers of all forms, and what became of each."""

    answers: Elsewhere
    states: tuple[FormState, ...]


def form_answers(forms: Sequence[SentForm], opened: OpenedPack) -> FilledForms:
    """Return what forms say; one that cannot be graded has a state, one of its answers that cannot a rejection."""
    sent: list[SentAnswer] = []
    rejections: list[Rejection] = []
    states: list[FormState] = []
    first: dict[str, SentForm] = {}
    for form in forms:
        trainee, state = _respondent(form, opened)
        if trainee is not None:
            found, problems = _answers(form, trainee, opened)
            sent += found
            rejections += problems
            state = _state(form, trainee, found, problems, first)
        states.append(state)
    return FilledForms(Elsewhere(tuple(sent), tuple(rejections)), tuple(states))


def _respondent(form: SentForm, opened: OpenedPack) -> tuple[PackTrainee | None, FormState]:
    """Return whose form it is; where that is not known, the state that says so."""
    code = parse_form_code(form.reading.code)
    if code is None or code.pack.casefold() != opened.pack.pack.casefold():
        return None, FormState(form.file, "foreign pack", note=f"a form of pack {code.pack if code else ''}")
    written = code.respondent or form.reading.values.get(RESPONDENT_FIELD, "")
    found = opened.respondent(written)
    if found is not None:
        return found, FormState(form.file, "read", found.id)
    others = {name: value for name, value in form.reading.values.items() if name != RESPONDENT_FIELD}
    if not written and not any(others.values()) and not form.reading.doubts:
        return None, FormState(form.file, "blank", note="a form in which nothing is filled in")
    problem = "it does not say who answers" if not written else f"respondent {written[:40]!r} is not in this pack"
    return None, FormState(form.file, "unknown", note=f"{problem}; fill in an id of pack.json")


def _state(
    form: SentForm,
    trainee: PackTrainee,
    sent: Sequence[SentAnswer],
    problems: Sequence[Rejection],
    first: dict[str, SentForm],
) -> FormState:
    if all(each.answer.says_nothing for each in sent) and not problems:
        return FormState(form.file, "blank", trainee.id, "a form in which nothing is filled in")
    other = first.setdefault(trainee.id, form)
    if other is form:
        return FormState(form.file, "read", trainee.id)
    if other.reading == form.reading:
        return FormState(form.file, "duplicate", trainee.id, f"counted once, as {other.file}")
    return FormState(form.file, "duplicate", trainee.id, f"differs from {other.file}; see rejected.csv")


def _answers(form: SentForm, trainee: PackTrainee, opened: OpenedPack) -> tuple[list[SentAnswer], list[Rejection]]:
    sent: list[SentAnswer] = []
    rejections: list[Rejection] = []
    for place, consignment in enumerate(_consignments(form.reading, trainee, opened), 1):
        problem = _unknown(form.reading, consignment)
        if problem:
            rejections.append(Rejection(form.file, place, problem))
            continue
        understood = interpret(written_of(form.reading, trainee.id, consignment), opened)
        rejections += (Rejection(form.file, place, each) for each in understood.problems)
        if understood.respondent is not None and understood.answer is not None:
            sent.append(SentAnswer(form.file, place, understood.respondent, understood.answer))
    return sent, rejections


def _consignments(reading: FormReading, trainee: PackTrainee, opened: OpenedPack) -> tuple[str, ...]:
    """Return the respondent's own consignments, and others in which something is filled in all the same."""
    own = [each.id for each in opened.consignments(trainee)]
    every = {each.id for solved in opened.key.variants.values() for each in solved.consignments}
    filled = {name.partition(" ")[0] for name, value in reading.values.items() if value}
    return (*own, *sorted((every - set(own)) & filled))


def _names(consignment: str) -> Iterator[str]:
    yield from (field_name(consignment, each) for each in _ASKED)
    yield from (field_name(consignment, "reasons", each) for each in FAMILIES)


def _unknown(reading: FormReading, consignment: str) -> str:
    """Return why a consignment cannot be graded: not all of its fields are there, or known."""
    doubts = [f"{name}: {reading.doubts[name]}" for name in _names(consignment) if name in reading.doubts]
    if doubts:
        return f"{doubts[0]}; {consignment} is not graded from this form, fill it in again"
    missing = [name for name in _names(consignment) if name not in reading.values]
    if not missing:
        return ""
    named = ", ".join(missing[:_SHOWN]) + (" and more" if len(missing) > _SHOWN else "")
    return f"the form has lost its fields {named}; {consignment} is not graded from it, fill in a new one"


def written_of(reading: FormReading, respondent: str, consignment: str) -> Written:
    """Return what a form says of a consignment in the words of an answer file."""
    values = {each: reading.values[field_name(consignment, each)] for each in _ASKED}
    reasons = [each for each in FAMILIES if reading.values[field_name(consignment, "reasons", each)]]
    return Written(
        respondent,
        consignment,
        decision=values["decision"],
        confidence=values["confidence"],
        flags=values["flags"],
        reasons=" ".join(part for part in (*reasons, values["notes"]) if part),
        refer_to=values["refer_to"],
        minutes=values["minutes"],
    )
