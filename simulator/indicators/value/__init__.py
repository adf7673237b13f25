"""Prices and weights."""
