"""From claims to findings: which claims speak of one thing, and what the rules say of them."""
