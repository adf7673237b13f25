"""Filled answer sheets as hands and machines make them, and how well they are read."""
