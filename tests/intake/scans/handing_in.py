"""A class that answers on paper: filled sheets, scanned into files; and the reading of them without the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

from benchmarks.scanning.filled import HANDS, Hand, Meant, as_image, filled, meaning_of, printed
from benchmarks.scanning.machines import MACHINES, Machine
from simulator.formats.submission import Answer, Submission
from simulator.intake.gather import Gathered, gather
from simulator.intake.kinds import sort_inputs
from simulator.intake.pack_reading import OpenedPack
from simulator.intake.scans.journal import Journal
from simulator.intake.scans.picture import Picture
from simulator.intake.scans.run import Scanned, read_scans
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.pack.answer_sheets import holder_of
from simulator.randomness import Stream
from simulator.sheets.model import Holder, Kind, Sheet
from simulator.sheets.of_pack import unnamed_sheet

CROSSES = HANDS[0]
MACHINE = {machine.name: machine for machine in MACHINES}
SCANNER = MACHINE["scan, 150 dpi"]


@dataclass(frozen=True)
class Class:
    """Hands in sheets for the respondents of a pack."""

    opened: OpenedPack
    finder: SheetFinder

    def own(self, number: int, answers: Sequence[Answer], **how: object) -> list[Image.Image]:
        """The scanned pages of a respondent's own sheet."""
        return self.filled(number, meaning_of(answers), **how)

    def filled(self, number: int, meant: Meant, **how: object) -> list[Image.Image]:
        """The scanned pages of a respondent's own sheet with these marks."""
        trainee = self.opened.pack.trainees[number - 1]
        sheet = self.finder.own(number)
        return scanned_pages(sheet, _printed(sheet, holder_of(number, trainee)), meant, trainee.id, **how)  # type: ignore[arg-type]

    def first_page(self, meant: Meant) -> list[Image.Image]:
        """The first page of the first respondent."""
        return self.filled(1, meant)[:1]

    def unnamed(self, kind: Kind, meant: Meant, **how: object) -> list[Image.Image]:
        """The scanned pages of a sheet that names nobody."""
        sheet = unnamed_sheet(self.finder._record, kind, len(self.opened.pack.trainees))
        return scanned_pages(sheet, _printed(sheet, None), meant, kind, **how)  # type: ignore[arg-type]

    def consignments(self) -> list[str]:
        return [each.id for each in self.opened.consignments(self.opened.pack.trainees[0])]

    def codes(self, number: int, consignment: str) -> list[str]:
        """Box codes that the respondent could flag."""
        codes = self.opened.codes[self.opened.pack.trainees[number - 1].variant][consignment]
        return sorted({each.upper() for each in codes})

    def answers(self, number: int, seed: str = "answers") -> tuple[Answer, ...]:
        """What a respondent answers: everything that a sheet can say, drawn at random."""
        return tuple(self._answer(number, each, Stream(seed, number, each)) for each in self.consignments())

    def _answer(self, number: int, consignment: str, stream: Stream) -> Answer:
        flags = stream.at("flags").sample(self.codes(number, consignment), stream.below(4))
        reasons = [each for each in ("routing", "goods", "rights") if stream.at("reason", each).chance(0.3)]
        decision = stream.pick(("release", "query", "revenue", "examine", "detain"))
        return Answer(consignment, decision, 1 + stream.below(4), tuple(sorted(flags)), " ".join(reasons))  # type: ignore[arg-type]


@cache
def _printed(sheet: Sheet, holder: Holder | None) -> list[Picture]:
    return printed(sheet, holder)


def scanned_pages(
    sheet: Sheet,
    blank: Sequence[Picture],
    meant: Meant,
    name: str,
    *,
    hand: Hand = CROSSES,
    machine: Machine = SCANNER,
    seed: str = "scans",
) -> list[Image.Image]:
    stream = Stream(seed, name)
    pages = [
        filled(picture, sheet, page, meant, hand, stream.at(page.number))
        for picture, page in zip(blank, sheet.pages, strict=True)
    ]
    return [machine.apply(as_image(page), stream.at("machine", number)) for number, page in enumerate(pages)]


def save(path: Path, pages: Sequence[Image.Image]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pages[0].save(path, save_all=len(pages) > 1, append_images=pages[1:]) if len(pages) > 1 else pages[0].save(path)
    return path


def as_csv(path: Path, submissions: Sequence[Submission]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("trainee", "consignment", "decision", "confidence", "flags", "reasons"))
        for each in submissions:
            for answer in each.answers:
                codes = " ".join(answer.flags)
                writer.writerow(
                    (each.respondent, answer.consignment, answer.decision, answer.confidence, codes, answer.reasons)
                )
    return path


@dataclass(frozen=True)
class Read:
    scanned: Scanned
    gathered: Gathered

    def table(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.scanned.tables[name].decode())))

    def states(self) -> list[str]:
        return [row["state"] for row in self.table("pages.csv")]

    def queue(self) -> dict[str, dict[str, str]]:
        return {f"{row['consignment']}.{row['question']}".lstrip("."): row for row in self.table("review.csv")}

    def answer(self, respondent: str, consignment: str) -> Answer | None:
        found = {each.respondent: each for each in self.gathered.submissions}
        return found[respondent].answer(consignment) if respondent in found else None


def read(class_: Class, work: Path, *paths: Path, jobs: int = 1) -> Read:
    """Read what is handed in, as the command does."""
    journal = Journal(work, class_.opened.pack.pack, class_.finder.layout)
    try:
        inputs = sort_inputs(paths)
        scanned = read_scans(inputs, class_.opened, journal, class_.finder, jobs=jobs)
    finally:
        journal.close()
    return Read(scanned, gather(inputs.tables, class_.opened, scanned.answers))


def complete(read_: Read, path: Path, answers: dict[str, str]) -> Path:
    """Write the review table with a person's answers, by "C03.decision" or by the item."""
    rows = read_.table("review.csv")
    for row in rows:
        name = f"{row['consignment']}.{row['question']}".lstrip(".")
        row["answer"] = answers.get(row["item"], answers.get(name, row["answer"]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path
