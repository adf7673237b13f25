"""How each paper follows from the world: one module a document type, each with ``values``."""
