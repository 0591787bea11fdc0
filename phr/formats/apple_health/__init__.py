"""Apple Health's export: ``export.xml`` of the Health application."""
