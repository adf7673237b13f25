"""Answer sheets that scan: one description of pages, sections and marks, from which the print and its reader are made."""
