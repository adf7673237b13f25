"""Who gets what: dossiers, briefing, answer sheets, keys, seal."""
