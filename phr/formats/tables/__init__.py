"""Tables of measurements: what meters, scales and spreadsheets write out."""
