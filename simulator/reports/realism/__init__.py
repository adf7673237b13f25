"""How far simulated shipments are from real ones: quantiles, shares, a page with plots."""
