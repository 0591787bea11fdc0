"""Replies of care professionals, as both faces take them in and say where they come from."""

from pathlib import Path
from typing import BinaryIO

from phr.formats.sniff import Format, sniff
from sharing import replies
from sharing.replies import OpenedReply, ReplyInfo
from sharing.reply_file import FILE_LIMIT
from storage.clock import moment
from storage.vault import Vault
from ui.catalogue import day, translate

_HEAD = 64


def is_reply(file: Path) -> bool:
    """Whether a file is a reply, told by its first bytes; False for one that cannot be read."""
    try:
        with file.open("rb") as stream:
            return sniff(stream.read(_HEAD)) is Format.REPLY
    except OSError:
        return False


def take_in(vault: Vault, stream: BinaryIO, name: str) -> ReplyInfo:
    """Take in the reply in a file, closed. Raises as :func:`sharing.replies.take_in`, and OSError."""
    data = stream.read(FILE_LIMIT + 1)  # one more than may be, to be refused for its size
    return replies.take_in(vault, data, name)


def take_in_file(vault: Vault, file: Path) -> ReplyInfo:
    """The same for a file on the disk."""
    with file.open("rb") as stream:
        return take_in(vault, stream, file.name)


def look_at_file(vault: Vault, file: Path) -> ReplyInfo:
    """What the reply in a file is, without taking it in. Raises the same."""
    with file.open("rb") as stream:
        return replies.read_reply(vault, stream.read(FILE_LIMIT + 1))


def open_reply(vault: Vault, info: ReplyInfo) -> OpenedReply:
    """Open a reply that waits; its items say where they come from in the language shown."""
    return replies.open_reply(vault, info.id, provenance(info))


def provenance(info: ReplyInfo) -> str:
    """Where the items of a reply come from: what it proves, and no more."""
    text = translate(
        "Replies",
        "Reply, written by somebody who opened the file given to %1 on %2 (the name is not verified)",
    )
    return text.replace("%1", info.practitioner.name).replace("%2", day(moment(info.grant.made_at)))
