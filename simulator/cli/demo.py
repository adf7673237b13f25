"""``simulator demo``: the whole loop with nothing to prepare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

TRAINEES = 8
SEED = "demonstration of the exercise loop"


def demo(
    out: Annotated[Path, typer.Option("--out", help="The folder to write pack, answers and grades into.")] = Path("output"),
) -> None:
    """Generate a pack for eight trainees, answer it, grade it, and say where to look."""
    import msgspec

    from simulator.cli.progress import progress_bar
    from simulator.difficulty.simulate import simulate_class
    from simulator.files import new_folder
    from simulator.grading.run import grade_pack
    from simulator.intake.pack_reading import open_pack
    from simulator.pack.generate import generate_pack
    from simulator.reports.grades_folder import grades_files
    from simulator.scenario import load_scenario

    scenario = load_scenario("monterrey")
    scenario = msgspec.structs.replace(scenario, class_=msgspec.structs.replace(scenario.class_, trainees=TRAINEES))
    with new_folder(out, force=True) as folder, progress_bar("variants") as progress:
        pack = folder / "pack"
        pack.mkdir()
        made = generate_pack(pack, scenario, SEED, given=True, progress=progress)
        answers = folder / "answers.csv"
        answers.write_bytes(simulate_class(open_pack(pack), 0.5, None))
        graded = grade_pack(pack, [answers])
        grades = folder / "grades"
        grades.mkdir()
        for name, content in grades_files(graded).items():
            (grades / name).write_bytes(content)
    first = made.pack.trainees[0].id
    typer.echo(f"A class pack of {TRAINEES} trainees, {made.sides} sides to print. Look at:")
    for path, what in (
        ("pack/trainee/briefing.pdf", "what every trainee reads first"),
        (f"pack/trainee/{first}/dossier.pdf", f"the papers on the desk of {first}"),
        (f"pack/trainee/{first}/answer-sheet.pdf", "the sheet to fill in with a pen"),
        ("pack/instructor/key", "the solutions, one file a variant; not handed out"),
        ("answers.csv", "answers of a simulated class"),
        ("grades/report.pdf", "the class report; grades in results.csv beside it"),
    ):
        typer.echo(f"  {out / path}  {what}")
