"""Readers of what an instructor writes: roster, scenario, marks, scoring, house styles, corrections, accounts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from benchmarks.fuzzing.damage import damaged
from benchmarks.fuzzing.running import Reader
from benchmarks.fuzzing.setting import SEED, Setting
from benchmarks.fuzzing.structures import cells_changed, json_trees, tables, toml_trees
from simulator.documents.house_styles import house_styles
from simulator.exercise.planning import plan
from simulator.formats.writing import json_bytes
from simulator.grading.corrections import corrected, corrections_folder, read_corrections
from simulator.grading.credit import scoring_of
from simulator.grading.scoring_file import read_scoring
from simulator.intake.roster import read_roster
from simulator.layout.template import load_template
from simulator.pack.classroom import classroom
from simulator.pack.own_brands import load_brands
from simulator.reports.gradebook import gradebook
from simulator.scenario import load_scenario
from simulator.shipped import shipped_folder

BRANDS = Path(__file__).parents[2] / "docs" / "brands-example.toml"
_CSV = (b",", b";", b'"', b"\n", *b"A01 id name group agency idnumber email @".split())
_TOML = (
    b"\n", b"format = 1", *b"= [ ] [[ ]] { } ' # . , true inf nan 2009-02-05 1_0 0b1 07:32:00".split(), b'"', b'"""',
    *b"[class] [consignments] [scoring] [[brand]] \\u0000 \\ud800".split(),
)  # fmt: skip
_JSON = tuple(b'{ } [ ] : , " null true 1e999 "format" "pack" \\u0000 \\ud800'.split())
_PLAIN = "A01 a01 T001 T002 G01 _x 李 Norte ana@x.example =A1 Ana"
_NAMES = ("", "Ana Núñez", "x" * 70, *_PLAIN.split())
_SCORING = b"""format = 1
pass_mark = 55
evidence_weight = 0.2
[credit.release]
release = 1
query = 0.25
[credit.detain]
examine = 0.9
"""


def written_by_instructors(setting: Setting) -> Iterator[Reader]:
    """Yield the readers of files that are written by hand."""
    roster = b"id,name,group,agency,username,idnumber,email\n" + b"".join(
        b"T%03d,Ana N\xc3\xba\xc3\xb1ez,Norte,ANAM,u%d,%d,a%d@x.example\n" % (n, n, n, n) for n in range(1, 5)
    )
    columns = roster.decode().splitlines()[0].split(",")
    people = st.one_of(damaged([roster], _CSV), cells_changed(roster), tables(columns, _NAMES))
    yield Reader("roster, table", setting.new("roster.csv"), _read_roster, people)
    yield Reader("accounts, table", setting.new("accounts.csv"), lambda path: gradebook(setting.grades, path), people)
    scenarios = [path.read_bytes() for path in sorted(shipped_folder("scenarios").glob("*.toml"))]
    yield Reader("scenario", setting.new("scenario.toml"), _read_scenario, _toml(scenarios))
    yield Reader("own brands", setting.new("brands.toml"), load_brands, _toml([BRANDS.read_bytes()]))
    base = scoring_of(setting.opened.key)
    yield Reader("scoring", setting.new("scoring.toml"), lambda path: read_scoring(path, base), _toml([_SCORING]))
    yield _templates(setting)
    yield _corrections(setting)


def _toml(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    trees = toml_trees([tomllib.loads(each.decode()) for each in seeds])
    return st.one_of(damaged(seeds, _TOML), trees, trees)


def _read_roster(path: Path) -> None:
    from simulator.cli.generate import check_printable

    people = read_roster(path)
    for person in people:
        check_printable(person.name, str(path), f"name of {person.id}")
    classroom(load_scenario("first-hour").class_, people, SEED)


def _read_scenario(path: Path) -> None:
    """Do what ``generate`` does before the first shipment is drawn."""
    from simulator.cli.generate import check_printable

    wanted = load_scenario(str(path))
    check_printable(wanted.title.text(wanted.language), str(path), "title")
    plan(wanted, SEED)
    classroom(wanted.class_, None, SEED)


def _templates(setting: Setting) -> Reader:
    shipped = shipped_folder("templates")
    seeds = [(shipped / name).read_bytes() for name in ("invoice/ledger.toml", "bill-of-lading/abreast.toml")]
    path = setting.new("templates/invoice/new.toml")

    def read(path: Path) -> None:
        load_template.cache_clear()
        house_styles(path.parents[1])
        load_template("invoice/new", path.parents[1])

    return Reader("house style", path, read, _toml(seeds))


def _corrections(setting: Setting) -> Reader:
    opened = setting.opened
    one = opened.key.variants["v01"].consignments[0]
    found = next(each for each in opened.key.variants["v01"].consignments if each.findings)
    shown = found.findings[0]
    wholes: list[dict[str, Any]] = [
        {"consignments": {"item": one.item}, "replaces": {"verdict": one.verdict}, "with": {"verdict": "query"}},
        {
            "consignments": {"variant": "v01", "consignment": found.id},
            "replaces": {"verdict": found.verdict, "strength": {shown.indicator: shown.strength}},
            "with": {"verdict": "query", "strength": {shown.indicator: "weak"}},
        },
    ]
    seeds = [json_bytes({"format": 1, "pack": opened.pack.pack, "reason": "why", "by": "who", **each}) for each in wholes]
    folder = corrections_folder(opened.folder)
    folder.mkdir(exist_ok=True)
    return Reader(
        "correction",
        folder / "001.json",
        lambda path: corrected(opened, read_corrections(opened)),
        st.one_of(damaged(seeds, _JSON), json_trees(seeds), json_trees(seeds)),
    )
