"""The way through the house: a room knows only the rooms above it, and a check knows only what lies on the desk."""

from __future__ import annotations

import ast
import builtins
import dis
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

import simulator
from simulator.indicators.card import Check, Indicator
from simulator.indicators.catalogue import catalogue

ROOMS = (
    "errors", "engines", "files", "shipped", "formats", "randomness", "numbers", "wording", "scenario", "reference", "trade",
    "documents", "indicators", "exercise", "layout", "render", "sheets", "pack", "verify", "intake", "grading", "difficulty",
    "research", "reports", "cli", "__main__",
)  # fmt: skip
ROOT = Path(simulator.__file__).parent
MODULES = sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.rglob("*.py"))

SEEN_BY_CHECKS = ("simulator.documents.", "simulator.numbers", "simulator.wording", "simulator.indicators.")
HIDDEN_FROM_CHECKS = (
    "simulator.documents.derive",
    "simulator.documents.derivation",
    "simulator.documents.house_styles",
    "simulator.indicators.catalogue",
)
PLAIN_LIBRARY = {"re", "datetime", "dataclasses", "collections", "itertools", "math", "typing", "functools"}
REFUSED_BUILTINS = {"eval", "exec", "open", "globals", "vars", "__import__", "getattr", "input"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module of ours that a file imports, wherever in the file it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole module"
            yield node.module or ""
            # "from simulator import files" imports a room too.
            yield from (f"{node.module}.{name.name}" for name in node.names if node.module == "simulator")


@pytest.mark.parametrize("module", [module for module in MODULES if module != "__init__"])
def test_a_module_imports_only_from_its_own_room_and_those_above(module: str) -> None:
    room = module.split("/")[0]
    assert room in ROOMS, f"{room} is no room of the house"
    names = [name.split(".") for name in imported(ast.parse((ROOT / f"{module}.py").read_text("utf-8")))]
    rooms = {name[1] for name in names if name[0] == "simulator" and len(name) > 1}
    below = {each for each in rooms if each in ROOMS and ROOMS.index(each) > ROOMS.index(room)}
    assert not below, f"{module} imports from {', '.join(sorted(below))}, below {room}"


def test_the_package_itself_imports_nothing() -> None:
    assert not list(imported(ast.parse((ROOT / "__init__.py").read_text("utf-8"))))


class Reading:
    """Which modules a function's names come from, its helpers' among them; methods, constants and inner functions too."""

    def __init__(self) -> None:
        self.modules: set[str] = set()
        self._seen: set[int] = set()

    def function(self, found: Any) -> None:
        """Read a function, and whatever of the catalogue's helpers it reaches."""
        plain = inspect.unwrap(found)
        if id(plain) in self._seen or not isinstance(plain, FunctionType):
            return
        if not plain.__module__.startswith("simulator.indicators"):
            return
        self._seen.add(id(plain))
        self._code(plain.__code__, importlib.import_module(plain.__module__))
        for cell in plain.__closure__ or ():
            self._value(cell.cell_contents)
        for value in plain.__defaults__ or ():
            self._value(value)

    def _code(self, code: CodeType, home: ModuleType) -> None:
        for step in dis.get_instructions(code):
            if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
                self._name(str(step.argval), home)
            elif step.opname == "IMPORT_NAME":
                self.modules.add(str(step.argval))
        for inner in code.co_consts:
            if isinstance(inner, CodeType):
                self._code(inner, home)

    def _name(self, name: str, home: ModuleType) -> None:
        if not hasattr(home, name):
            assert hasattr(builtins, name), f"{home.__name__} has no {name}"
            assert name not in REFUSED_BUILTINS, f"{home.__name__} uses {name}"
            return
        value = getattr(home, name)
        if isinstance(value, FunctionType | type | ModuleType) or callable(value):
            self._value(value)
        else:
            self._constant(name, home)

    def _value(self, value: Any) -> None:
        if isinstance(value, ModuleType):
            self.modules.add(value.__name__)
            return
        home = getattr(value, "__module__", None) or "builtins"
        self.modules.add(home)
        if home.startswith("simulator.indicators"):
            self.function(value)
            if isinstance(value, type):
                for member in vars(value).values():
                    self.function(member.fget if isinstance(member, property) else member)

    def _constant(self, name: str, home: ModuleType) -> None:
        """Read the right side of a module's assignment: what a constant is made of counts as used."""
        if id(getattr(home, name)) in self._seen:
            return
        self._seen.add(id(getattr(home, name)))
        for node in ast.parse(inspect.getsource(home)).body:
            if isinstance(node, ast.ImportFrom) and name in {each.asname or each.name for each in node.names}:
                self.modules.add(str(node.module))
                if str(node.module).startswith("simulator.indicators"):
                    self._constant(name, importlib.import_module(str(node.module)))
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if not isinstance(node, ast.Assign | ast.AnnAssign) or name not in {getattr(t, "id", "") for t in targets}:
                continue
            bound = {
                inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
            }
            for inner in ast.walk(node.value) if node.value else ():
                if isinstance(inner, ast.Name) and inner.id not in bound:
                    self._name(inner.id, home)


def read(function: Check) -> set[str]:
    """The modules that a function's names come from."""
    reading = Reading()
    reading.function(function)
    return reading.modules


def hidden(modules: set[str]) -> set[str]:
    """Those of the modules that a check must not know."""
    return {
        name
        for name in modules
        if name.startswith(HIDDEN_FROM_CHECKS)
        or not (name.startswith(SEEN_BY_CHECKS) or name.split(".")[0] in {*PLAIN_LIBRARY, "builtins", "abc"})
    }


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)
def test_a_check_uses_names_of_papers_and_numbers_only(entry: Indicator) -> None:
    modules = read(entry.check)
    assert any(name.startswith("simulator.documents.") for name in modules)
    assert not hidden(modules)


def test_the_reading_follows_helpers() -> None:
    """What holds the checks must be able to find something: a plant reaches the reference data by a helper."""
    modules = read(catalogue()["V01"].plant)  # type: ignore[arg-type]
    assert "simulator.reference.goods" in hidden(modules)
    assert "simulator.wording" in read(catalogue()["X03"].check)
    assert "simulator.documents.price_guide" in read(catalogue()["H12"].check)


def test_whose_goods_are_traded_is_a_value_of_the_world_and_not_the_shipped_list() -> None:
    """An instructor's own marks are in the world alone: whoever asks for the shipped brands does not see them."""
    asking = {
        module
        for module in MODULES
        for node in ast.walk(ast.parse((ROOT / f"{module}.py").read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "simulator.reference.brands"
        if {name.name for name in node.names} & {"brands", "shipped_brands"}
    }
    assert asking == {
        "trade/consignments", "trade/facts", "trade/market", "trade/own_brands", "trade/own_brand_checks",
        "exercise/small_world",
    }  # fmt: skip
