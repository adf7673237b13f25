"""``simulator export``: tables of answers and papers with ground truth, for research."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

export = typer.Typer(no_args_is_help=True, help="Write tables of answers, or papers with ground truth, for research.")

Out = Annotated[Path, typer.Option("--out", help="The folder to write.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")]


class Shape(StrEnum):
    """Shapes of documents with ground truth."""

    FUNSD = "funsd"
    COCO = "coco"
    DOCILE = "docile"
    DCSA = "dcsa"


@export.command("tables")
def tables(
    grades: Annotated[list[Path], typer.Argument(help="Folders of grades, any number of classes.")],
    out: Out,
    parquet: Annotated[bool, typer.Option("--parquet", help="Insist on Parquet beside CSV.")] = False,
    licence: Annotated[str | None, typer.Option("--licence", help="Licence of the data, for card and metadata.")] = None,
    cite: Annotated[str | None, typer.Option("--cite", help="How to cite the data, for card and metadata.")] = None,
    pseudonyms: Annotated[Path | None, typer.Option("--pseudonyms", help="A file with a secret that hides ids.")] = None,
    published: Annotated[str, typer.Option("--published", help="Day of publication, such as 2026-03-31.")] = "",
    force: Force = False,
) -> None:
    """Write responses, flags, items and trainees as long tables with dictionary, card and Croissant metadata."""
    from simulator.cli.places import check_apart, check_kept
    from simulator.files import new_folder
    from simulator.research.dataset import dataset_files
    from simulator.research.naming import CITE, UNSTATED, Naming
    from simulator.research.parquet import parquet_possible
    from simulator.research.pseudonyms import pseudonymous, read_secret
    from simulator.research.tables import long_tables

    check_apart(out, [*grades, *([pseudonyms] if pseudonyms else [])])
    check_kept(out, "the table of items holds the key")
    naming = Naming(licence or UNSTATED, cite or CITE, published)
    with_parquet = parquet_possible(asked=parquet)
    secret = read_secret(pseudonyms) if pseudonyms else None
    found = long_tables(grades) if secret is None else pseudonymous(long_tables(grades), secret)
    with new_folder(out, force=force) as folder:
        files = dataset_files(found, parquet=with_parquet, naming=naming, hidden=secret is not None)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    counted = ", ".join(f"{len(rows)} {name}" for name, rows in found.items())
    typer.echo(f"exported: {counted}{'' if with_parquet else '; CSV alone, as pyarrow is not installed'}; see {out}")


@export.command("documents")
def documents(
    pack: Annotated[Path, typer.Argument(help="A pack, the folder that generate made.")],
    out: Out,
    shape: Annotated[Shape, typer.Option("--format", help="Shape of the annotations.")] = Shape.FUNSD,
    with_key: Annotated[bool, typer.Option("--with-key", help="Add findings with their boxes: the key.")] = False,
    force: Force = False,
) -> None:
    """Write a pack's pages as images with ground truth and splits, or its bills of lading as DCSA data."""
    from simulator.cli.places import check_apart, check_kept
    from simulator.errors import BadInput
    from simulator.files import new_folder
    from simulator.research.bills import bill_files
    from simulator.research.documents import SHAPES, document_files

    if shape is Shape.DCSA and with_key:
        raise BadInput("--with-key: bills as DCSA data have no boxes; choose funsd, coco or docile")
    check_apart(out, [pack])
    check_kept(out, "no trainee needs the ground truth of his papers")
    files = bill_files(pack) if shape is Shape.DCSA else document_files(pack, SHAPES[shape], with_key=with_key)
    with new_folder(out, force=force) as folder:
        told, names = _written(files, folder)
    for line in _bills_told(told) if shape is Shape.DCSA else _pages_told(told, names):
        typer.echo(line)
    typer.echo(f"see {out}{'; key.json is the key: never hand it out' if with_key else ''}")


def _written(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """Write files; return the contents of those that tell of the whole export, and the names of all."""
    told, names = {}, []
    for name, content in files:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        names.append(name)
        if name in ("notes.json", "splits.json"):
            told[name] = content
    return told, names


def _bills_told(told: dict[str, bytes]) -> Iterator[str]:
    notes = json.loads(told["notes.json"])
    yield f"exported: {len(notes['bills'])} bills of lading; notes.json says what no bill says in these words"
    yield from (f"left out: {each['bill']}: {each['why']}" for each in notes["refused"])


def _pages_told(told: dict[str, bytes], names: list[str]) -> Iterator[str]:
    from simulator.research.splits import held_out_sentence

    split = json.loads(told["splits.json"])
    pages = sum(name.startswith("images/") for name in names)
    papers = len(split["random"]["train"]) + len(split["random"]["test"])
    yield f"exported: {pages} pages of {papers} papers"
    yield held_out_sentence(split["held_out_house_style"])
