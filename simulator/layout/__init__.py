"""Template and document to placed boxes, placed documents to a bound dossier, and that to the ground truth."""
