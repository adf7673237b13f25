"""Boxes and pages to PDF and to ground truth."""
