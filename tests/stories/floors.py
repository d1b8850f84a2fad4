"""What must be reached on the stories of each file, in percent."""

FLOORS: dict[str, dict[str, float]] = {}
