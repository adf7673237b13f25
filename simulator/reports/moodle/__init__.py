"""The consignments of a pack as questions that Moodle imports (Moodle XML)."""
