"""From the responses of graded classes to a calibration: how hard what is, and who acts on it."""
