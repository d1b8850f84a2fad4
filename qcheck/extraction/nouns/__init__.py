"""What stands beside a number: the counted phrase, its singular, the words of units, ages, and what is no quantity."""
