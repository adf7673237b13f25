"""The typed records of every file in the contract: what others rely on, and nothing else."""

FORMAT = 1
