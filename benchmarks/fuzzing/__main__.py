"""``python -m benchmarks.fuzzing [INPUTS]`` feeds every reader with INPUTS files and writes docs/fuzzing.md's table.

Readers that open files in a process of their own get half as many, and fitting models a fifth. The same number feeds the
same files.
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
    write_page(feed_all(int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS, kept, only=sys.argv[2:]))
