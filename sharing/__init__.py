"""Practitioners' access: scope, preview, the sealed package, release codes, the reading page."""
