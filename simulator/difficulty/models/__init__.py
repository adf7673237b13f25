"""Response models: how hard consignments are and how able trainees, from who answered what rightly."""
