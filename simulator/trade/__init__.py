"""Lawful commerce: parties, goods, sailings, numbers; a ``World`` in which every fact agrees with every other."""
