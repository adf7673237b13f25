"""What a right holder's card says."""
