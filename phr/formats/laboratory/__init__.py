"""Results as laboratories print them: what a page says of an analyte, for the patient to confirm."""
