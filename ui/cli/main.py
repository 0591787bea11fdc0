"""Where ``phr`` starts: the language is chosen first, because help texts are made when the verbs are loaded."""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ui.catalogue import LANGUAGES, preferred_language, set_language


def language_asked(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """``fr`` or ``en``: what ``--lang`` says, else what the environment prefers."""
    spread = [part for argument in arguments for part in argument.split("=", 1)]
    for option, value in pairwise(spread):
        if option == "--lang" and value in LANGUAGES:
            return value
    return preferred_language(environment)


def main() -> None:
    """Run ``phr`` with the process's own arguments."""
    set_language(language_asked(sys.argv[1:], os.environ))
    from ui.cli.program import program

    program(prog_name="phr")
