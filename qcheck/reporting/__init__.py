"""Findings as a person reads them and as a program does: one module for each format, all fed by one view."""
