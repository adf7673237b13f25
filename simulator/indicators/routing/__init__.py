"""Where ships were, and where goods go."""
