"""The catalogue of indicators and look-alikes: one module each, in a folder per family, found by walking the package."""
