"""Which of two versions of a resource is the newer one.

A file says how new its content is by the version number and time of its document (CDA's ``setId``, ``versionNumber``
and ``effectiveTime``, in an item's mark ``version``), or a server by ``meta.lastUpdated``. Numbers count within one
series; otherwise the times do, as far as they can be told apart. Where nothing tells, what is read last counts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.dates import bounds
from phr.errors import NotADate

if TYPE_CHECKING:
    from phr.formats.fhir.items import Resource


@dataclass(frozen=True, slots=True)
class Version:
    """``number`` counts within ``series``; ``time`` is a partial date. What is not known is ""."""

    series: str = ""
    number: str = ""
    time: str = ""

    def is_older_than(self, other: Version) -> bool:
        """Whether it is certain that the other one is newer."""
        counted = self.number.isdecimal() and other.number.isdecimal() and self.number != other.number
        if counted and self.series and self.series == other.series:
            # By length first, since int() refuses more than 4,300 digits.
            mine, theirs = self.number.lstrip("0"), other.number.lstrip("0")
            return (len(mine), mine) < (len(theirs), theirs)
        if not self.time or not other.time:
            return False
        try:
            return bounds(self.time)[1] < bounds(other.time)[0]
        except NotADate:
            return False


def stored(mark: Any) -> str:
    """A mark as the table ``resource`` has it: "" for none that can be understood."""
    parts = mark if isinstance(mark, list | tuple) else ()
    if len(parts) != 3 or not all(isinstance(part, str) for part in parts):
        return ""
    return json.dumps(list(parts), ensure_ascii=False)


def version_of(text: str, resource: Resource) -> Version:
    """The version of a resource: what was stored of its file, else what its server says."""
    if text:
        return Version(*json.loads(text))
    meta = resource.get("meta")
    time = meta.get("lastUpdated") if isinstance(meta, dict) else None
    return Version(time=time if isinstance(time, str) else "")
