"""The values that everything else passes along: frozen, pure, and without an import of ours."""
