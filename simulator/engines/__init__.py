"""Work on one core, several, or an existing cluster: the same work, the same results, wherever it is done."""
