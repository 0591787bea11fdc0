"""Arguments and options that several verbs take."""

from pathlib import Path

import click

from phr.entry import Kind
from ui.catalogue import translate

vault_argument = click.argument("vault", type=click.Path(path_type=Path))
entry_argument = click.argument("entry")
entries_argument = click.argument("entries", metavar="ENTRY...", nargs=-1, required=True)
grant_argument = click.argument("grant", metavar="GRANT")

yes_option = click.option("--yes", is_flag=True, help=translate("cli", "Do not ask, do it."))

kind_choice = click.Choice([kind.value for kind in Kind])
PERSON_HELP = translate("cli", "Of this person (id or name).")
FROM_HELP = translate("cli", "From this date on (or this long ago, as P1Y).")
TO_HELP = translate("cli", "Up to this date (or this long ago, as P7D).")
