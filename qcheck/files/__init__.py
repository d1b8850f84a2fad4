"""What is read and written on disk besides articles: strict YAML, and outputs that are written whole or not at all."""
