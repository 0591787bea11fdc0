"""A document shown from memory: nothing of it is ever written to a file."""
