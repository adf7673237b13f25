"""What is asked of the process that opens files, and what it answers."""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from simulator.intake.forms.records import FormReading
from simulator.intake.scans.records import ReadPage

_LENGTH = struct.Struct(">I")


class Request(msgspec.Struct, frozen=True):
    """``page`` None asks for the count of pages."""

    path: str
    page: int | None = None


class Reply(msgspec.Struct, frozen=True):
    """One of the three: a count, a reading, or a sentence why there is none; ``lost`` when that cost the process.

    ``form`` comes with the count of a form.
    """

    pages: int | None = None
    read: ReadPage | None = None
    problem: str | None = None
    lost: bool = False
    form: FormReading | None = None


def write_message(stream: BinaryIO, message: object) -> None:
    """Write a length and a message."""
    content = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_message(stream: BinaryIO) -> bytes | None:
    """Return the next message's bytes, None at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    content = stream.read(_LENGTH.unpack(head)[0])
    return content if len(content) == _LENGTH.unpack(head)[0] else None
