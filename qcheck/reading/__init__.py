"""Reads articles and desk files: one module for each kind of document."""
