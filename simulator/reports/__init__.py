"""Class report, debriefs, gradebooks: results on paper."""
