"""Signed certificates that stand in a code: EU DCC, SMART Health Cards, 2D-Doc."""
