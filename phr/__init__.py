"""The record itself: entries, dates, codes, the formats of the outside world.

No SQL, no Qt, no keys, no network.
"""
