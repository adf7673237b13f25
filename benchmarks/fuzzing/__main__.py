"""``python -m benchmarks.fuzzing [INPUTS [WORD]...]`` feeds every reader with INPUTS files and writes docs/fuzzing.md.

Answer tables get twice as many, files that are opened in a process of their own half. The same number feeds the same files.
Words feed only the readers whose names hold one of them; the rows of the others stay.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.fuzzing.page import write_page
from benchmarks.fuzzing.run import feed_all

INPUTS = 1_000

if __name__ == "__main__":
    kept = Path(tempfile.gettempdir()) / "simulator-fuzzing"
    found = feed_all(int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS, kept, only=sys.argv[2:])
    write_page(found)
