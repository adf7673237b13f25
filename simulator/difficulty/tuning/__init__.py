"""Exercises with a wanted pass rate: predicted by simulated classes, found along one path of settings."""
