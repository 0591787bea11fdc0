"""The vault: key slots, the encrypted database, entries, search, journal, intake, backup. No Qt, no sharing rules."""
