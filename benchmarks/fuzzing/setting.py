"""What the readers need around them: a small pack, its grades, a sealed pack, a scan that leaves a doubt, a calibration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks.scanning.filled import HANDS, as_image, filled, printed
from simulator.difficulty.calibrating.reading import read_responses
from simulator.difficulty.calibrating.run import calibrate
from simulator.difficulty.simulate import ClassAbility, simulate_class
from simulator.formats.writing import json_bytes
from simulator.grading.run import grade_opened
from simulator.intake.kinds import sort_inputs
from simulator.intake.pack_reading import OpenedPack, open_pack
from simulator.intake.scans.journal import Journal
from simulator.intake.scans.run import Scanned, read_scans
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.pack.answer_sheets import holder_of
from simulator.pack.generate import generate_pack
from simulator.randomness import Stream
from simulator.reports.grades_folder import grades_files
from simulator.scenario import Scenario, load_scenario
from simulator.sheets.page_code import PageCode

SEED = "a seed of files that are damaged afterwards"
RESPONDENTS = 8


@dataclass(frozen=True)
class Setting:
    """Folders that the readers are pointed at; each file is put back after its reader was fed."""

    folder: Path
    opened: OpenedPack
    finder: SheetFinder

    @property
    def pack(self) -> Path:
        return self.opened.folder

    @property
    def answers(self) -> bytes:
        return (self.folder / "answers.csv").read_bytes()

    @property
    def grades(self) -> Path:
        return self.folder / "grades"

    @property
    def solo(self) -> Path:
        return self.folder / "solo"

    @property
    def journal(self) -> Path:
        return self.folder / "journal"

    @property
    def calibration(self) -> bytes:
        return (self.folder / "calibration.json").read_bytes()

    @property
    def scans(self) -> list[Path]:
        """The first pages of somebody's sheet and of one that names nobody, with doubts for a person."""
        return [self.folder / "scan.png", self.folder / "spare.png"]

    def new(self, name: str) -> Path:
        """Return a place for the files that a reader is fed with."""
        path = self.folder / "fed" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def set_up(folder: Path) -> Setting:
    """Make all of it in an empty folder."""
    pack = folder / "pack"
    pack.mkdir()
    generate_pack(pack, _scenario(RESPONDENTS), SEED, given=True)
    opened = open_pack(pack)
    setting = Setting(folder, opened, SheetFinder(pack))
    (folder / "answers.csv").write_bytes(simulate_class(opened, ClassAbility(), SEED))
    setting.grades.mkdir()
    for name, content in grades_files(grade_opened(opened, [folder / "answers.csv"])).items():
        (setting.grades / name).write_bytes(content)
    (folder / "calibration.json").write_bytes(json_bytes(calibrate(read_responses([setting.grades]))))
    setting.solo.mkdir()
    generate_pack(setting.solo, _scenario(1), SEED, given=True, solo=True)
    _scanned(setting)
    return setting


def review(setting: Setting) -> bytes:
    """Return the queue of doubts that the scans leave."""
    return read_again(setting, setting.scans).tables["review.csv"]


def read_again(setting: Setting, inputs: list[Path]) -> Scanned:
    """Read scans and reviews as the command does, with what was read before at hand."""
    journal = Journal(setting.journal, setting.opened.pack.pack, setting.finder.layout)
    try:
        return read_scans(sort_inputs(inputs), setting.opened, journal, setting.finder)
    finally:
        journal.close()


def _scenario(trainees: int) -> Scenario:
    scenario = load_scenario("first-hour")
    class_ = msgspec.structs.replace(scenario.class_, trainees=trainees, variants=1)
    return msgspec.structs.replace(scenario, class_=class_)


def _scanned(setting: Setting) -> None:
    """A page on which two decisions on each consignment are crossed, and one that does not say whose it is."""
    own, spare = setting.finder.own(1), setting.finder(PageCode(setting.finder.pack, "blank", 0, 1))
    assert spare is not None
    holder = holder_of(1, setting.opened.pack.trainees[0])
    decisions = ("release", "detain")
    for path, sheet, blank in zip(setting.scans, (own, spare), (printed(own, holder), printed(spare, None)), strict=True):
        meant: dict[str, tuple[str, ...]] = {f"{each.consignment}.decision": decisions for each in sheet.plan.questions}
        as_image(filled(blank[0], sheet, sheet.pages[0], meant, HANDS[0], Stream(SEED))).save(path)
    assert read_again(setting, setting.scans).waiting > len(own.plan.questions)
