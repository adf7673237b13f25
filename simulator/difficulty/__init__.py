"""How hard a consignment is, and classes that are simulated to find out."""
