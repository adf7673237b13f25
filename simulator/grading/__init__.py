"""From submissions and key to a tree of scores, and from there to tables and the numbers of the class."""
