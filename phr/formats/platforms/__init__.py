"""What booking platforms hand out when asked for one's own data (GDPR, articles 15 and 20)."""
