"""Scanned answer sheets: pictures to scores of marks, scores to values, and what is doubtful to a person."""
