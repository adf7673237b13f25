"""A pack for one: its instructor's folder is one file that says nothing to the eye, and comes back whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pack.making import SEED, copied, hashes, index, key_of, rewrite, shipped
from simulator.errors import BadInput
from simulator.indicators.catalogue import catalogue
from simulator.pack.generate import generate_pack
from simulator.pack.sealing import SEALED, is_sealed, seal, unseal


@pytest.fixture(scope="module")
def solo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("solo") / "pack"
    folder.mkdir()
    generate_pack(folder, shipped("first-hour", trainees=1), SEED, given=True, solo=True)
    return folder


def test_it_has_no_instructors_folder_and_is_marked_as_practice(solo: Path) -> None:
    assert is_sealed(solo)
    assert sorted(each.name for each in solo.iterdir()) == ["pack.json", SEALED, "trainee"]
    assert index(solo).practice


def test_nothing_of_the_key_can_be_read_in_it_by_accident(solo: Path) -> None:
    content = (solo / SEALED).read_bytes()
    words = re.findall(rb"[A-Za-z0-9_.-]{5,}", content.removeprefix(b"simulator sealed 1\n"))
    told = {SEED, "release", "detain", "findings", "key.json", *catalogue()}
    assert not {each.decode() for each in words} & told
    assert not [each for each in words if len(each) > 16]


def test_it_comes_back_as_it_was(first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    seal(pack, index(pack).pack)
    unseal(pack, index(pack), tmp_path / "open")
    kept = {
        name: digest for name, digest in hashes(first_hour).items() if not name.startswith(("trainee/", "instructor/key/"))
    }
    assert hashes(tmp_path / "open") == kept


def test_the_same_pack_is_sealed_into_the_same_bytes(solo: Path, tmp_path: Path) -> None:
    generate_pack(tmp_path, shipped("first-hour", trainees=1), SEED, given=True, solo=True)
    assert hashes(tmp_path) == hashes(solo)


def cut_short(pack: Path) -> None:
    (pack / SEALED).write_bytes((pack / SEALED).read_bytes()[:-100])


def another_byte(pack: Path) -> None:
    content = bytearray((pack / SEALED).read_bytes())
    content[len(content) // 2] ^= 1
    (pack / SEALED).write_bytes(bytes(content))


def no_seal(pack: Path) -> None:
    (pack / SEALED).write_bytes(b"key")


def another_pack(pack: Path) -> None:
    rewrite(pack / "pack.json", lambda data: data.update(pack="0000000000"))


def another_key(pack: Path) -> None:
    rewrite(pack / "pack.json", lambda data: data.update(key_sha256="0" * 64))


@pytest.mark.parametrize("spoil", [cut_short, another_byte, no_seal, another_pack, another_key])
def test_what_is_not_whole_or_of_another_pack_is_refused(spoil: object, solo: Path, tmp_path: Path) -> None:
    pack = copied(solo, tmp_path / "pack")
    spoil(pack)  # type: ignore[operator]
    with pytest.raises(BadInput, match=f"{SEALED}: the sealed key is not whole, or belongs to another pack"):
        unseal(pack, index(pack), tmp_path / "open")


def test_a_class_pack_is_not_sealed(first_hour: Path) -> None:
    assert not is_sealed(first_hour)
    assert key_of(first_hour).seed == SEED
