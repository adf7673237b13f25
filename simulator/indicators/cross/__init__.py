"""Papers that contradict each other."""
