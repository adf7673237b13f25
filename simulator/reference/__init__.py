"""Curated facts as data files, and one small loader for each kind of fact."""
