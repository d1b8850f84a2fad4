"""From findings to files: one module for each format."""
