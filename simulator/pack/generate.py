"""A whole class pack into an empty folder: what is handed out under ``trainee``, what never is under ``instructor``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.exercise.planning import plan
from simulator.exercise.slots import Slot
from simulator.formats.key import Bilingual, Key, KeyVariant
from simulator.formats.pack import Pack, PackTrainee
from simulator.formats.roster import RosterEntry
from simulator.formats.sheets import SheetQuestion, Sheets
from simulator.formats.writing import json_bytes
from simulator.indicators.catalogue import catalogue
from simulator.pack.answer_forms import UNNAMED_FORM, spare_form
from simulator.pack.answer_sheets import COLLATED, all_sheets, unnamed_sheets
from simulator.pack.briefing import briefing_pdf
from simulator.pack.briefing_desk import briefing_content
from simulator.pack.classroom import Classroom, classroom
from simulator.pack.key_pages import key_pdf
from simulator.pack.own_brands import check_cards
from simulator.pack.provenance import generator, is_guessable, pack_id, taken_seeds
from simulator.pack.respondent_files import RespondentFiles, respondent_files, sides_of
from simulator.pack.sealing import seal
from simulator.pack.variant_files import VariantFiles, variant_files
from simulator.pack.worked_example import solved_example
from simulator.render.pdf import draw_pages
from simulator.scenario import Scenario
from simulator.sheets.of_pack import sealed, sheets_record

Progress = Callable[[int, int], None]
"""Told how many variants of how many are done."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the index, how many sides the class will print, and the first variant's solution.

    ``own_marks`` is how many consignments of each variant are to bear one of the instructor's own marks.
    """

    pack: Pack
    sides: int
    solution: KeyVariant
    own_marks: int = 0


def generate_pack(
    folder: Path,
    scenario: Scenario,
    seed: str,
    *,
    given: bool,
    roster: Sequence[RosterEntry] | None = None,
    engine: Engine = ONE_CORE,
    progress: Progress = lambda done, of: None,
    solo: bool = False,
    practice: bool = False,
) -> Made:
    """Write a pack into an empty ``folder``; ``given`` says that a person chose the seed.

    ``practice`` marks a pack whose seed follows from one that can be guessed. ``solo`` seals what is the instructor's in
    one file, for one who practises alone, and marks the pack as practice.

    Variants are written as they are made; the class's answer sheets are one file, and held whole. Raise ``Unsatisfiable``
    when the scenario asks for what no shipment can show, ``BadInput`` when it names or describes what cannot be meant.
    """
    slots = plan(scenario, seed)
    check_cards(scenario.brands, scenario.name)
    room = classroom(scenario.class_, roster, seed)
    id_ = pack_id(scenario, seed, room)
    writer = _Writer(folder, scenario, room, id_)
    solutions: dict[str, KeyVariant] = {}
    content = hashlib.sha256()
    for done, made in enumerate(_variants(scenario, slots, room.variants, seed, engine), start=1):
        writer.variant(made)
        solutions[made.id] = made.key
        content.update(made.digest)
        progress(done, len(room.variants))
    key_sha256 = writer.key(Key(id_, seed, scenario.whole(), solutions))
    for each in in_order(respondent_files, writer.respondents(solutions), engine):
        writer.respondent(each)
    guessable = is_guessable(seed, given) or any(is_guessable(each, True) for each in taken_seeds(scenario))
    practice = practice or solo or guessable
    writer.briefing(key_sha256, seed, practice)
    writer.sheets()
    pack = Pack(
        pack=id_,
        scenario=scenario.name,
        language=scenario.language,
        practice=practice,
        generator=generator(),
        trainees=room.respondents,
        files=writer.files,
        content_sha256=content.hexdigest(),
        key_sha256=key_sha256,
    )
    (folder / "pack.json").write_bytes(json_bytes(pack))
    if solo:
        seal(folder, id_)
    return Made(pack, writer.sides, next(iter(solutions.values())), sum(slot.own for slot in slots))


def _variants(
    scenario: Scenario, slots: Sequence[Slot], ids: Sequence[str], seed: str, engine: Engine
) -> Iterator[VariantFiles]:
    return in_order(variant_files, ((scenario, slots, id_, seed) for id_ in ids), engine)


class _Writer:
    """Writes files into the pack's folder and remembers what may be handed out."""

    def __init__(self, folder: Path, scenario: Scenario, room: Classroom, id_: str) -> None:
        self._folder = folder
        self._scenario = scenario
        self._room = room
        self._id = id_
        self._questions: dict[str, tuple[SheetQuestion, ...]] = {}
        self.files: dict[str, str] = {}
        self.sides = 0

    def variant(self, made: VariantFiles) -> None:
        """Write a variant's truth, and the dossier of everybody who gets it."""
        self._keep(f"truth/{made.id}.json", made.truth)
        self._questions[made.id] = made.questions
        for each in self._room.of(made.id):
            self._hand_out(f"{each.id}/dossier.pdf", made.dossier)
            self.sides += made.sides

    def respondents(self, solutions: Mapping[str, KeyVariant]) -> Iterator[tuple[Sheets, int, PackTrainee, int, list[str]]]:
        """Yield of whom sheet, form and empty answers are to be made, and from what."""
        everybody = self._room.respondents
        for number, each in enumerate(everybody, 1):
            record = self._sheets({each.variant: self._questions[each.variant]})
            consignments = [asked.id for asked in solutions[each.variant].consignments]
            yield record, number, each, len(everybody), consignments

    def respondent(self, made: RespondentFiles) -> None:
        """Write a respondent's sheet, form and empty answers."""
        for name, content in made.files.items():
            self._hand_out(f"{made.id}/{name}", content)
        self.sides += made.sides

    def key(self, key: Key) -> str:
        """Write the key, and each variant's solution on paper; return the key's SHA-256."""
        content = json_bytes(key)
        digest = hashlib.sha256(content).hexdigest()
        self._keep("key.json", content)
        titles: dict[str, Bilingual] = {entry.id: entry.card.title for entry in catalogue().values()}
        scenario = self._scenario
        for id_, variant in key.variants.items():
            page = key_pdf(id_, variant, scenario.language, scenario.paper, self._id, digest[:16], self._title, titles)
            self._keep(f"key/{id_}.pdf", page)
        return digest

    def briefing(self, key_sha256: str, seed: str, practice: bool) -> None:
        """Write the briefing with its seal."""
        scenario = self._scenario
        example = solved_example(scenario, seed) if scenario.consignments.worked_example else None
        content = briefing_content(scenario, key_sha256, practice, self._id, example)
        appendix = None if example is None else partial(draw_pages, pages=example.dossier.pages)
        made = briefing_pdf(content, scenario.language, scenario.paper, appendix)
        self._hand_out("briefing.pdf", made)
        self.sides += sides_of(made) * len(self._room.respondents)

    def sheets(self) -> None:
        """Write the sheets that name nobody, everybody's in one file to print, and what scans of them are read by."""
        everybody = self._room.respondents
        record = sealed(self._sheets(self._questions), len(everybody))
        for name, content in unnamed_sheets(record, len(everybody)).items():
            self._hand_out(name, content)
        self._hand_out(UNNAMED_FORM, spare_form(record, len(everybody)))
        self._hand_out(COLLATED, all_sheets(record, everybody))
        self._keep("sheets.json", json_bytes(record))

    def _sheets(self, variants: Mapping[str, tuple[SheetQuestion, ...]]) -> Sheets:
        return sheets_record(self._id, self._title, self._scenario.language, self._scenario.paper, variants)

    @property
    def _title(self) -> str:
        return self._scenario.title.text(self._scenario.language)

    def _hand_out(self, name: str, content: bytes) -> None:
        self._write(f"trainee/{name}", content)
        self.files[f"trainee/{name}"] = hashlib.sha256(content).hexdigest()

    def _keep(self, name: str, content: bytes) -> None:
        self._write(f"instructor/{name}", content)

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
