"""Calendars (iCalendar, RFC 5545): their events as appointments."""
