"""What a user is told is one line, whatever the file held that it quotes."""

from __future__ import annotations

from simulator.errors import BadInput


def test_a_sentence_quotes_nothing_that_a_terminal_would_obey() -> None:
    said = str(BadInput("pack a\nb\x1b[2J\ud800 is another", source="Núñez.json", place="pack"))
    assert said == "Núñez.json: pack: pack a\\nb\\x1b[2J\\ud800 is another"


def test_a_sentence_is_short_enough_to_be_read() -> None:
    said = str(BadInput("x" * 70_000 + " is no mark; write another", source="brands.toml"))
    assert len(said) < 1_300
    assert said.startswith("brands.toml: xxx")
    assert said.endswith("is no mark; write another")
