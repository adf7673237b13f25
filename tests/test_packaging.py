"""The wheel holds everything: installed alone, far from the checkout, it generates and verifies a pack."""

from __future__ import annotations

import importlib.util
import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout, with the tools that are installed beside it."""
    if importlib.util.find_spec("pip") is None or importlib.util.find_spec("hatchling") is None:
        pytest.skip("pip and hatchling are needed to build a wheel without a network")
    out = tmp_path_factory.mktemp("wheel")
    words = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(out), str(ROOT)]
    subprocess.run([sys.executable, "-m", "pip", *words], check=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("installed")
    words = ["install", "--quiet", "--no-deps", "--no-index", "--target", str(place), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *words], check=True)
    return place


def run(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the installed package and its dependencies, and without the checkout.

    ``-S`` leaves out site-packages with the link to the checkout in them; the dependencies' folder is named instead, where
    no such link is followed.
    """
    path = os.pathsep.join([str(installed), *site.getsitepackages()])
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-S", *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_what_the_checkout_ships(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "scenarios"):
        ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.toml")}
        assert ours
        assert {f"simulator/shipped/{each}" for each in ours} <= names
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "simulator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert any(each.endswith(".toml") for each in package)
    assert package <= names
    assert not [each for each in names if each.startswith(("tests/", "docs/", "benchmarks/", "tools/"))]


def test_it_is_the_installed_one_that_runs(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, tmp_path, "-c", "import simulator, simulator.shipped as s; print(simulator.__file__)")
    assert shown.stderr == ""
    assert Path(shown.stdout.strip()).is_relative_to(installed)
    loaded = (
        "import sys, simulator.pack.generate; print(*(m.__file__ for n, m in sys.modules.items() if n[:9] == 'simulator'))"
    )
    for each in run(installed, tmp_path, "-c", loaded).stdout.split():
        assert not Path(each).is_relative_to(ROOT / "simulator")


@pytest.mark.parametrize("scenario", ["first-hour", "monterrey"])
def test_a_pack_is_generated_verified_and_graded_far_from_the_checkout(
    installed: Path, tmp_path: Path, scenario: str
) -> None:
    def simulator(*words: str) -> str:
        ended = run(installed, tmp_path, "-m", "simulator", *words)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout

    simulator("generate", scenario, "--out", "pack", "--trainees", "2", "--variants", "2", "--jobs", "2")
    assert simulator("verify", "pack").endswith("consignments, 0 differences\n")
    simulator("simulate-class", "pack", "--out", "answers.csv")
    assert simulator("grade", "pack", "answers.csv", "--out", "grades").startswith("graded: 2 of 2")
    assert "G08" in simulator("catalogue")


def test_the_script_of_the_wheel_is_the_command(wheel: Path) -> None:
    (entry,) = (name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("entry_points.txt"))
    assert "simulator = simulator.cli.main:run" in zipfile.ZipFile(wheel).read(entry).decode()
