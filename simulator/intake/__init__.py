"""All ways of answering lead to one ``Submission``; rosters and packs are opened here too."""
