"""``pack.json``: the instructor's index of a pack."""

from __future__ import annotations

import msgspec

from simulator.formats import FORMAT
from simulator.formats.vocabulary import Language


class Generator(msgspec.Struct, frozen=True):
    """The program that made a pack, and the versions of what shapes its bytes."""

    name: str
    version: str
    dependencies: dict[str, str]


class PackTrainee(msgspec.Struct, frozen=True):
    """One folder of ``trainee/``: a person, or a group where the scenario lets groups answer."""

    id: str
    name: str
    group: str
    variant: str


class Pack(msgspec.Struct, frozen=True):
    """The index; ``files`` maps paths below the pack to SHA-256, of ``trainee/`` only."""

    pack: str
    scenario: str
    language: Language
    practice: bool
    generator: Generator
    trainees: tuple[PackTrainee, ...]
    files: dict[str, str]
    content_sha256: str
    key_sha256: str
    format: int = FORMAT
