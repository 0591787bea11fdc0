"""PDFium, in a process of its own: PDF files come from strangers, and a small one can keep it busy for hours.

``document`` is what the readers of this package call. ``worker`` alone knows pypdfium2 and runs in the process that
``process`` starts; what they say to each other is in ``messages``.
"""
