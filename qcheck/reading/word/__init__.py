"""Word files: their package, what stands in them in the order of reading, and comments written back into a copy."""
