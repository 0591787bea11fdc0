"""The names that entries of a file take from other resources: of the file, wherever they stand, else of the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import lookup
from storage.naming import NAMED_TYPES, name_of

if TYPE_CHECKING:
    from phr.entry import Draft
    from phr.formats.fhir.items import Resource
    from storage.connection import Connection


class ReferredNames:
    """Names in French and English by reference, for one file; :meth:`finish` gives those that came after."""

    def __init__(self, db: Connection, source: int) -> None:
        self._db = db
        self._source = source
        self._names: dict[str, tuple[str, str]] = {}
        self._unnamed: list[tuple[str, str, str]] = []

    def learn(self, resource: Resource, url: str, tokens: tuple[str, ...]) -> None:
        """Note what a resource is called, if others may take its name; ``url`` and ``tokens`` are what refers to it."""
        kind = resource["resourceType"]
        if kind not in NAMED_TYPES:
            return
        name = name_of(resource)
        if not name[0]:
            return
        if url:
            self._names[url] = name
        if isinstance(resource.get("id"), str):
            self._names[f"{kind}/{resource['id']}"] = name
        for token in tokens:
            self._names[f"{kind}?identifier={token}"] = name

    def give(self, entry: str, draft: Draft) -> None:
        """The names of a new entry that are known already; the others are given at the end."""
        if not draft.title_ref and not draft.author_ref:
            return
        title, author = self._names.get(draft.title_ref), self._names.get(draft.author_ref)
        if title:
            draft.title, draft.title_en = title
        if author:
            draft.author = author[0]
        if (draft.title_ref and not title) or (draft.author_ref and not author):
            self.later(entry, draft)

    def later(self, entry: str, draft: Draft) -> None:
        """An entry whose names are known when all of the file is."""
        if draft.title_ref or draft.author_ref:
            self._unnamed.append((entry, draft.title_ref, draft.author_ref))

    def finish(self) -> None:
        """Write the names that were not known in time."""
        for entry, title_ref, author_ref in self._unnamed:
            title, title_en = self._name(title_ref)
            author = self._name(author_ref)[0]
            if title or author:
                self._db.execute(
                    "UPDATE entry SET title = iif(?1 = '', title, ?1), title_en = iif(?1 = '', title_en, ?2),"
                    " author = iif(?3 = '', author, ?3) WHERE id = ?4",
                    (title, title_en, author, entry),
                )

    def _name(self, reference: str) -> tuple[str, str]:
        if not reference:
            return "", ""
        name = self._names.get(reference)
        if name is None:
            target = lookup.find(self._db, reference, self._source, None)
            name = self._names[reference] = name_of(target.resource) if target else ("", "")
        return name
