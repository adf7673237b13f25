"""What the papers say the goods are."""
