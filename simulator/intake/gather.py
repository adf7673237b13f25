"""Files and folders of answers to submissions: at most one answer for each respondent and consignment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.submission import Answer, Rejection, Submission
from simulator.intake.answers_csv import read_answers_csv
from simulator.intake.interpret import interpret
from simulator.intake.kinds import labels_of
from simulator.intake.pack_reading import OpenedPack


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer and where it came from: the file's label, and the line from 1."""

    file: str
    line: int
    respondent: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be graded, in the pack's order, and what cannot, in the order of files and lines."""

    submissions: tuple[Submission, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Answers that did not come in tables, and what of them cannot be graded."""

    sent: tuple[SentAnswer, ...] = ()
    rejections: tuple[Rejection, ...] = ()


def gather(paths: Sequence[Path], opened: OpenedPack, elsewhere: Elsewhere = Elsewhere()) -> Gathered:
    """Read all answer tables of a pack, and add answers from elsewhere to them.

    Raise ``BadInput`` when a file or folder cannot be read as answers.
    """
    files = answer_files(paths)
    labels = labels_of(files)
    sent: list[SentAnswer] = [*elsewhere.sent]
    rejections: list[Rejection] = [*elsewhere.rejections]
    for path, label in zip(files, labels, strict=True):
        understood, problems = _read(path, label, opened)
        sent += understood
        rejections += problems
    settled, contradictions = settle(sent)
    order = {label: place for place, label in enumerate(labels)}
    every = sorted((*rejections, *contradictions), key=lambda each: (order.get(each.file, len(order)), each.file, each.line))
    return Gathered(_submissions(settled, opened), tuple(every))


def answer_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the answer files that paths name, each once; a folder stands for all ``*.csv`` below it, sorted.

    Hidden files are passed over. Raise ``BadInput`` for a path that does not exist, a file of another kind, and a
    folder without answers.
    """
    found = dict.fromkeys(file for path in paths for file in _files(path))
    once = {file.resolve(): file for file in reversed(found)}
    return tuple(reversed(once.values()))


def settle(sent: Iterable[SentAnswer]) -> tuple[tuple[SentAnswer, ...], tuple[Rejection, ...]]:
    """Keep one answer for each respondent and consignment.

    Equal repeated ones count once, contradicting ones are all rejected. An answer that says nothing contradicts
    nothing: a blank answer file beside the filled one changes no grade.
    """
    by_place: dict[tuple[str, str], list[SentAnswer]] = {}
    for each in sent:
        by_place.setdefault((each.respondent, each.answer.consignment), []).append(each)
    kept: list[SentAnswer] = []
    rejected: list[Rejection] = []
    for repeated in by_place.values():
        telling = [each for each in repeated if not each.answer.says_nothing] or repeated[:1]
        if all(each.answer == telling[0].answer for each in telling):
            kept.append(telling[0])
        else:
            rejected += (_contradiction(each, telling) for each in telling)
    return tuple(kept), tuple(rejected)


def _files(path: Path) -> tuple[Path, ...]:
    if not path.exists():
        raise BadInput("there is no such file or folder of answers", source=path)
    if path.is_dir():
        below = (file for file in path.rglob("*") if _is_csv(file) and not file.name.startswith("."))
        found = tuple(sorted(file for file in below if file.is_file()))
        if not found:
            raise BadInput("this folder holds no answers; put files named *.csv into it", source=path)
        return found
    if not _is_csv(path):
        raise BadInput("answers are read from CSV files; save it as CSV (UTF-8) with the ending .csv", source=path)
    return (path,)


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _read(path: Path, label: str, opened: OpenedPack) -> tuple[list[SentAnswer], list[Rejection]]:
    sent: list[SentAnswer] = []
    rejections: list[Rejection] = []
    for line, written in read_answers_csv(path):
        if isinstance(written, str):
            rejections.append(Rejection(label, line, written))
            continue
        understood = interpret(written, opened)
        rejections += (Rejection(label, line, problem) for problem in understood.problems)
        if understood.respondent is not None and understood.answer is not None:
            sent.append(SentAnswer(label, line, understood.respondent, understood.answer))
    return sent, rejections


def _contradiction(each: SentAnswer, repeated: Sequence[SentAnswer]) -> Rejection:
    others = ", ".join(f"{other.file} line {other.line}" for other in repeated if other is not each)
    return Rejection(
        each.file,
        each.line,
        f"{each.respondent} answers {each.answer.consignment} differently in {others}; keep one of these rows",
    )


def _submissions(settled: Iterable[SentAnswer], opened: OpenedPack) -> tuple[Submission, ...]:
    answers: dict[str, dict[str, Answer]] = {}
    for each in settled:
        answers.setdefault(each.respondent, {})[each.answer.consignment] = each.answer
    return tuple(
        Submission(
            trainee.id,
            tuple(answers[trainee.id][each.id] for each in opened.consignments(trainee) if each.id in answers[trainee.id]),
        )
        for trainee in opened.pack.trainees
        if trainee.id in answers
    )
