"""Numbers as written: from digits and words to magnitudes, ranges, signs and modifiers."""
