"""The process that opens what others sent.

It reads requests from standard input and answers on standard output, each a length in four bytes and a message: a path
alone asks how many pages a file has and, of a form, what is filled in; a path with a page asks for that page's reading.
Its memory is limited where the system can do that; the time is watched by the one who asks.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from simulator.intake.forms.opening import read_form
from simulator.intake.scans.messages import Reply, Request, read_message, write_message
from simulator.intake.scans.opening import CannotOpen, open_file, page_image
from simulator.intake.scans.page_reading import read_page
from simulator.intake.scans.sheets_of_pack import SheetFinder

MEMORY = 2 << 30
"""Bytes of address space: five times what a sheet scanned with 300 dpi takes."""


def answer(request: Request, finder: SheetFinder) -> Reply:
    """Do what is asked; every fault of the file becomes a sentence."""
    path = Path(request.path)
    try:
        if request.page is None:
            opened = open_file(path)
            return Reply(pages=opened.pages, form=read_form(path) if opened.kind == "PDF" else None)
        return Reply(read=read_page(page_image(path, request.page), finder.pack, finder))
    except CannotOpen as problem:
        return Reply(problem=str(problem))
    except MemoryError:
        return Reply(problem="it takes more memory than a scanned sheet ever needs")


def limit_memory(limit: int) -> None:
    """Limit this process's address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; sizes are checked before anything is unpacked all the same.
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def main(pack: Path, source: BinaryIO, target: BinaryIO) -> None:
    """Answer requests until there are no more."""
    finder = SheetFinder(pack)
    limit_memory(MEMORY)
    decode = msgspec.msgpack.Decoder(Request).decode
    while (message := read_message(source)) is not None:
        write_message(target, answer(decode(message), finder))


def run() -> None:
    """Be the process, for the pack that the command line names."""
    main(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
