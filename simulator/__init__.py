"""Exercise simulator: synthetic shipping papers, some with counterfeit indicators, generated, verified and graded."""

__version__ = "0.1.0"
