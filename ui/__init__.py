"""The ``phr`` command line and the Qt desktop program: one small function per user action."""
