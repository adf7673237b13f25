"""The words of briefing, sheets and keys in both languages, as data."""
