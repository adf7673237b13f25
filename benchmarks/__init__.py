"""Measures, never asserted: ``make bench`` prints them, ``docs/performance.md`` keeps the last ones."""
