"""Many packs of one scenario, each with a seed of its own: keys, and the answers of simulated classes."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from simulator.difficulty.simulate import ClassAbility, answers_of, default_seed
from simulator.difficulty.tuning.forms import clue_codes
from simulator.errors import BadInput, BrokenData, Unsatisfiable
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.key import Key, KeyVariant
from simulator.formats.pack import PackTrainee
from simulator.formats.reading import read_json
from simulator.formats.submission import Submission
from simulator.grading.constant import best_constant_answer
from simulator.grading.grade import RespondentGrade, grade_respondent
from simulator.grading.tables import Row, csv_bytes, response_rows, result_row
from simulator.pack.classroom import classroom
from simulator.pack.dossier import dossier
from simulator.pack.generate import generate_pack
from simulator.pack.own_brands import check_cards
from simulator.pack.provenance import is_guessable, pack_id
from simulator.pack.variant_files import with_sides
from simulator.randomness import Stream
from simulator.research.shards import Shard
from simulator.scenario import Scenario

KEYS, RESPONSES, TRAINEES, PACKS = "keys.jsonl.gz", "responses.csv", "trainees.csv", "packs"


@dataclass(frozen=True, slots=True)
class ManyPacks:
    """What a shard of packs is written from; ``papers`` asks for the packs themselves, to be printed, beside the keys."""

    scenario: Scenario
    seed: str
    class_: ClassAbility
    papers: bool = False

    def write(self, folder: Path, shard: Shard) -> tuple[dict[str, int], tuple[dict[str, Any], ...]]:
        """Write keys, responses and trainees of the shard's packs; a pack that cannot be is named in the line."""
        holds: list[dict[str, Any]] = []
        with _Tables(folder) as tables:
            for number in shard.things:
                seed = pack_seed(self.seed, number)
                try:
                    made = self._pack(folder, number, seed)
                    tables.add(made, made.graded(self.class_, self.scenario), self.scenario)
                    holds.append({"number": number, "seed": seed, "pack": made.key.pack})
                except (Unsatisfiable, BrokenData) as error:
                    # It cannot be made of this seed by anybody, so that is what the shard says of it.
                    shutil.rmtree(_place(folder, number), ignore_errors=True)
                    holds.append({"number": number, "seed": seed, "failed": str(error)})
                except Exception as error:
                    error.add_note(f"pack {number}, seed {seed}")
                    raise
            return tables.counts, tuple(holds)

    def _pack(self, folder: Path, number: int, seed: str) -> Solved:
        if not self.papers:
            return solved(self.scenario, seed)
        place = _place(folder, number)
        place.mkdir(parents=True)
        practice = is_guessable(self.seed, given=True)
        made = generate_pack(place, self.scenario, seed, given=False, practice=practice)
        return Solved(read_json(place / "instructor" / "key.json", Key), made.pack.trainees)


def _place(folder: Path, number: int) -> Path:
    return folder / PACKS / f"{number:06d}"


@dataclass(frozen=True, slots=True)
class Solved:
    """A pack's key and who answers it."""

    key: Key
    respondents: tuple[PackTrainee, ...]

    def graded(self, class_: ClassAbility, scenario: Scenario) -> Iterator[RespondentGrade]:
        """Yield the grades of the class that ``simulate-class`` gives this pack unless told otherwise."""
        seed = default_seed(self.key.pack)
        codes = {name: clue_codes(each.consignments) for name, each in self.key.variants.items()}
        for who in self.respondents:
            consignments = self.key.variants[who.variant].consignments
            given = Submission(who.id, tuple(answers_of(consignments, class_, seed, who.id)))
            yield grade_respondent(who, consignments, given, codes[who.variant], scenario.scoring)


def refuse(scenario: Scenario, seed: str, source: str) -> None:
    """Raise ``BadInput`` for a scenario that no seed can make packs of, before any work is done."""
    check_cards(scenario.brands, source)
    try:
        plan(scenario, pack_seed(seed, 1))
    except Unsatisfiable:
        # Another seed may do; this one will be named.
        return
    except BadInput as error:
        raise BadInput(error.problem, source=source, place=error.place) from None


def pack_seed(seed: str, number: int) -> str:
    """Return the seed of a run's pack, 32 hex digits; ``simulator generate --seed`` makes the same pack of it."""
    return f"{Stream(seed, 'pack', number).whole_seed():032x}"


def solved(scenario: Scenario, seed: str) -> Solved:
    """Return the key of a pack without drawing its papers: that of the pack which ``generate`` would make."""
    slots = plan(scenario, seed)
    room = classroom(scenario.class_, None, seed)
    solutions: dict[str, KeyVariant] = {}
    for id_ in room.variants:
        made = variant(scenario, slots, id_, seed)
        solutions[id_] = with_sides(made.key, dossier(made.papers, scenario.paper))
    return Solved(Key(pack_id(scenario, seed, room), seed, scenario.whole(), solutions), room.respondents)


class _Tables:
    """The three files of a shard, written pack by pack, so that memory does not grow with the shard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts = {"packs": 0, "trainees": 0, "responses": 0}

    def __enter__(self) -> _Tables:
        with ExitStack() as stack:
            keys = stack.enter_context((self._folder / KEYS).open("wb"))
            # Neither the hour nor a file's name goes into the bytes.
            self._keys = stack.enter_context(gzip.GzipFile("", "wb", 6, keys, mtime=0))
            self._responses = stack.enter_context((self._folder / RESPONSES).open("wb"))
            self._trainees = stack.enter_context((self._folder / TRAINEES).open("wb"))
            self._open = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()

    def add(self, made: Solved, grades: Iterable[RespondentGrade], scenario: Scenario) -> None:
        """Write a pack's key, and the rows of its class."""
        constants = {
            name: best_constant_answer(each.consignments, scenario.scoring) for name, each in made.key.variants.items()
        }
        pack = made.key.pack
        responses: list[Row] = []
        trainees: list[Row] = []
        for each in grades:
            responses += response_rows(each, pack, scenario.name)
            trainees.append({"pack": pack, **result_row(each, constants[each.respondent.variant])})
        first = self.counts["packs"] == 0
        self._keys.write(msgspec.json.encode(made.key, order="sorted") + b"\n")
        self._responses.write(_rows(tuple(responses[0]), responses, first))
        self._trainees.write(_rows([each for each in trainees[0] if each != "name"], trainees, first))
        for name, count in (("packs", 1), ("trainees", len(trainees)), ("responses", len(responses))):
            self.counts[name] += count


def _rows(header: Sequence[str], rows: Sequence[Row], first: bool) -> bytes:
    table = csv_bytes(header, rows)
    return table if first else table.partition(b"\n")[2]
