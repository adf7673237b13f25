"""One PDF a respondent: what each consignment was, what he saw and missed on his own papers, and how sure one may be."""
