"""The papers read back from print, the key derived again: what a trainee can see is what the key says."""
