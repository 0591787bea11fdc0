"""How long somebody would have to guess a passphrase, by the estimator zxcvbn (Wheeler, USENIX Security 2016).

Its word lists are English; the French words that people choose first are given to it here.
"""

from dataclasses import dataclass

from zxcvbn import zxcvbn

MOST_CHARACTERS = 72  # zxcvbn's own limit: its time grows with the square of the length

# What French lists of leaked passwords and first ideas begin with, and what this program itself suggests to the mind.
_FRENCH = (
    "azerty", "azertyuiop", "motdepasse", "motdepass", "mdp", "doudou", "loulou", "chouchou", "coucou", "bonjour",
    "salut", "soleil", "lune", "etoile", "amour", "jetaime", "monamour", "cherie", "princesse", "marseille", "paris",
    "lyon", "bretagne", "france", "nicolas", "camille", "julien", "thomas", "marine", "pauline", "alexandre", "mathieu",
    "chocolat", "fromage", "vacances", "maison", "famille", "maman", "papa", "enfant", "bebe", "chat", "chien",
    "cheval", "lapin", "toto", "tata", "titi", "secret", "secrete", "phrase", "passe", "coffre", "carnet", "dossier",
    "sante", "santé", "medecin", "médecin", "docteur", "hopital", "hôpital", "maladie", "medicament", "pharmacie",
    "janvier", "fevrier", "février", "mars", "avril", "juin", "juillet", "aout", "août", "septembre", "octobre",
    "novembre", "decembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strength:
    """``score`` from 0 (guessed at once) to 4 (out of reach); ``guesses`` is a power of ten.

    ``warning`` ("" if none) and ``suggestions`` are zxcvbn's English sentences, which the interface translates.
    """

    score: int
    guesses: float
    warning: str
    suggestions: tuple[str, ...]


def strength(passphrase: str) -> Strength:
    """How good ``passphrase`` is. Beyond 72 characters nothing more is counted; an empty one scores 0."""
    if not passphrase:
        return Strength(0, 0.0, "", ())
    found = zxcvbn(passphrase[:MOST_CHARACTERS], user_inputs=list(_FRENCH))
    feedback = found["feedback"]
    return Strength(
        score=int(found["score"]),
        guesses=float(found["guesses_log10"]),
        warning=str(feedback["warning"] or ""),
        suggestions=tuple(str(sentence) for sentence in feedback["suggestions"]),
    )
