"""From a scenario to variants: slots, shipments that can show what they are asked to, papers, and the key they show."""
