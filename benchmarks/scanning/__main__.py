"""``python -m benchmarks.scanning [PAGES]`` reads PAGES pages of each kind and writes docs/scanning.md's tables.

64 pages of each kind are half a million boxes and take some minutes.
"""

from __future__ import annotations

import sys

from benchmarks.scanning.figures import write_figures
from benchmarks.scanning.measure import measure

PAGES = 64

if __name__ == "__main__":
    write_figures(measure(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES))
