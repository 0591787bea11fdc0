"""What ``import --review`` and ``inbox review`` answer."""

from typing import TYPE_CHECKING

import click

from ui.catalogue import language, translate
from ui.cli.shapes import Shape, value_shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from storage.review import Found, Review


def review_shape(review: "Review") -> Shape:
    """A review beside the counts of its report."""
    return {
        "people": [
            {
                "id": None if one.new else one.id,
                "name": one.name,
                "birth_date": one.birth_date,
                "new": one.new,
                "named": [{"name": name, "birth_date": born} for name, born in one.named],
            }
            for one in review.persons
        ],
        "found": [_found_shape(one, review) for one in review.found],
        "odd": [{"key": one.key or None, "code": one.what.value} for one in review.odd],
        "counts": [
            {"kind": kind.value if kind else None, "state": state.value, "count": count}
            for (kind, state), count in review.counts.items()
        ],
        "unlisted": review.unlisted,
    }


def _found_shape(one: "Found", review: "Review") -> Shape:
    names = {person.id: person.name for person in review.persons}
    return {
        "key": one.key,
        "where": one.where,
        "kind": one.kind.value if one.kind else None,
        "title": one.title,
        "title_en": one.title_en,
        "date": one.date,
        "value": value_shape(one.value),
        "author": one.author,
        "person": names.get(one.person),
        "state": one.state.value,
        "entry": one.entry or None,
    }


def tell_review(name: str, review: "Review") -> None:
    """A review for people: whom it is about, what was found, what looks odd."""
    from ui.review_text import oddity_text

    click.echo(plain(name))
    for person in review.persons:
        new = translate("cli", "new person") if person.new else ""
        click.echo(plain("  ".join(filter(None, (person.name, person.birth_date, new)))))
    columns(_row(one) for one in review.found)
    if review.unlisted:
        click.echo(translate("cli", "%n more, counted only.", "", review.unlisted))
    for odd in review.odd:
        click.echo(plain(f"{odd.key}  {oddity_text(odd.what)}".strip()), err=True)


def _row(one: "Found") -> tuple[str, str, str, str, str, str]:
    from ui.review_text import state_text

    value = f"{one.value.text} {one.value.unit}".strip() if one.value else ""
    title = one.title_en if language() == "en" and one.title_en else one.title
    return one.key, state_text(one.state), one.date or "", one.kind.value if one.kind else "", value, title
