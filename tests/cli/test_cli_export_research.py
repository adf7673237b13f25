"""``simulator export`` as a researcher has it."""

from __future__ import annotations

from pathlib import Path

from pack.making import copied

from cli.running import Here, assert_refused, tree


def test_papers_with_their_splits(here: Here, first_hour: Path, tmp_path: Path) -> None:
    made = here("export", "documents", first_hour, "--format", "coco", "--out", tmp_path / "coco")
    assert (made.code, made.err) == (0, "")
    said = made.out.splitlines()
    pages = len(list((tmp_path / "coco" / "images").iterdir()))
    assert said[0].startswith(f"exported: {pages} pages of ")
    assert said[1].startswith("held out: ")
    assert not (tmp_path / "coco" / "key.json").exists()


def test_answers_as_tables(here: Here, first_hour: Path, tmp_path: Path) -> None:
    assert here("simulate-class", first_hour, "--out", tmp_path / "answers.csv").code == 0
    assert here("grade", first_hour, tmp_path / "answers.csv", "--out", tmp_path / "grades").code == 0
    (tmp_path / "secret").write_text("a secret that nobody guesses\n")
    hidden = ("--pseudonyms", tmp_path / "secret", "--published", "2026-03-31", "--cite", "Ruiz (2026).")
    made = here("export", "tables", tmp_path / "grades", *hidden, "--out", tmp_path / "tables")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("exported: 18 responses, ")
    assert "T001" not in (tmp_path / "tables" / "trainees.csv").read_text("utf-8")
    assert "Ruiz (2026)." in (tmp_path / "tables" / "README.md").read_text("utf-8")
    out = ("--out", tmp_path / "more")
    assert_refused(here("export", "tables", tmp_path / "grades", "--published", "31.3.2026", *out), "this is no day")
    assert_refused(here("export", "tables", tmp_path / "grades", "--out", tmp_path, "--force"), "would be replaced with it")


def test_bills_as_data(here: Here, first_hour: Path, tmp_path: Path) -> None:
    made = here("export", "documents", first_hour, "--format", "dcsa", "--out", tmp_path / "bills")
    bills = len(list((tmp_path / "bills" / "bills").iterdir()))
    assert made.out.startswith(f"exported: {bills} bills of lading; notes.json says what no bill says")
    assert_refused(
        here("export", "documents", first_hour, "--format", "dcsa", "--with-key", "--out", tmp_path / "x"), "no boxes"
    )


def test_nothing_is_exported_over_a_pack_or_among_what_is_handed_out(here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    before = tree(pack)
    for out in (pack, tmp_path):
        assert_refused(here("export", "documents", pack, "--out", out, "--force"), "would be replaced with it")
    assert_refused(here("export", "documents", pack, "--out", pack / "trainee" / "x"), "is handed out")
    assert_refused(here("export", "tables", pack, "--out", pack / "trainee" / "x"), "is handed out")
    assert tree(pack) == before
