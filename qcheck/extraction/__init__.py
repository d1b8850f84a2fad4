"""From documents to claims: numbers, units, times, and what is said of them."""
