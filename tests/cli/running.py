"""The command line as a user has it: in this process where that is enough, in one of its own where exit codes count."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli.main import run


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


class Here:
    """Runs commands in this process, through the same door as the installed script."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ended:
        self._monkeypatch.setattr(sys, "argv", ["simulator", *map(str, arguments)])
        self._capsys.readouterr()
        code: object = 0
        try:
            run()
        except SystemExit as ended:
            code = ended.code or 0
        shown = self._capsys.readouterr()
        assert isinstance(code, int)
        return Ended(code, shown.out, shown.err)


def there(*arguments: object, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command in a process of its own."""
    words = [sys.executable, "-m", "simulator", *map(str, arguments)]
    ended = subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=300)
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its content, and every folder."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def assert_refused(ended: Ended, *said: str) -> None:
    """Exit code 2 and one sentence on standard error that says this; nothing else is printed."""
    assert ended.code == 2, ended
    assert ended.out == ""
    assert ended.err.startswith("simulator: ")
    assert ended.err.endswith("\n")
    assert ended.err.count("\n") == 1, ended.err
    assert "Traceback" not in ended.err
    for words in said:
        assert words in ended.err, ended.err
