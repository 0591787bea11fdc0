"""The record itself: entries, dates, codes and the outside world's formats. No SQL, no Qt, no keys, no network."""
