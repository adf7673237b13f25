"""The papers of a shipment: which boxes each has, how they follow from the world, how each value is printed and read."""
