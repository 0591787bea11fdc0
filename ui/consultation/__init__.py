"""On my screen: an excerpt shown beside the practitioner by a process that holds nothing else of the record.

It is handed one access's bundle through a pipe, has no vault, no key and no database, writes nothing, and ends by
itself when its time is over.
"""
