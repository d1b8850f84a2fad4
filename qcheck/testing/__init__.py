"""For property tests of qcheck and of rules: strategies, assertions."""
