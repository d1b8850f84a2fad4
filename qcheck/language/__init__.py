"""What a language knows: one folder of YAML for each, loaded and validated by `pack`."""
