"""Every reader of a file from outside, fed with damaged and made-up files: it accepts, or refuses in one sentence."""
