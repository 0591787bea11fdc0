"""What ``make bench`` measures: one subject a module, each against the bare library that does the same work."""
