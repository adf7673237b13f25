"""Exercises assembled from a pool: many packs are drawn, and the consignments that meet what is wanted are taken."""
