"""What leaves for research: tables of answers, pages with ground truth, bills as data."""
