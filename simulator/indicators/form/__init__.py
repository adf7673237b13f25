"""Dates, numbers and terms of a paper."""
