"""The first page: problems, allergies and treatments beside each other, what is current first."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from phr.entry import Kind
from ui.catalogue import language, translate
from ui.consultation.excerpt import ESSENTIAL, Excerpt, Item
from ui.consultation.items import value_of
from ui.desktop.dates import show_day
from ui.desktop.names import kinds_name, status_name, value_text
from ui.desktop.parts import Heading, Hint, Panel, Words, column, scrolled
from ui.desktop.theme import Space

_MOST = 40  # of each kind; the section holds them all


class Summary(QWidget):
    """The essentials of an excerpt."""

    def __init__(self, excerpt: Excerpt) -> None:
        super().__init__()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.WIDE)
        for kind in ESSENTIAL:
            across.addWidget(_panel(kind, excerpt.of(kind)), 1)
        content = QWidget()
        layout = column()
        if excerpt.reason or excerpt.questions or excerpt.added or excerpt.changed:
            layout.addWidget(_told(excerpt))
        layout.addLayout(across)
        layout.addStretch(1)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content)))


def _told(excerpt: Excerpt) -> Panel:
    """What the patient put at the top."""
    panel = Panel()
    layout = column(
        Heading(translate("Consultation", "What the patient wrote")), margin=Space.WIDE, gap=Space.HALF
    )
    for text in (excerpt.reason, *excerpt.questions):
        if text:
            layout.addWidget(Words(text))
    for text, items in (
        (translate("Consultation", "New since the last access: %1"), excerpt.added),
        (translate("Consultation", "Changed since the last access: %1"), excerpt.changed),
    ):
        if items:
            titles = " · ".join(item.title_in(language()) for item in items[:_MOST])
            layout.addWidget(Hint(text.replace("%1", titles)))
    panel.setLayout(layout)
    return panel


def _panel(kind: Kind, items: tuple[Item, ...]) -> Panel:
    panel = Panel()
    layout = column(_heading(kind, len(items)), margin=Space.WIDE, gap=Space.ONE)
    for item in items[:_MOST]:
        about = (value_text(value_of(item)), show_day(item.date), status_name(item.status), item.note)
        layout.addLayout(
            column(
                Words(item.title_in(language())),
                Hint(" · ".join(part for part in about if part)),
                gap=0,
            )
        )
    if not items:
        layout.addWidget(Hint(translate("Consultation", "None in this extract.")))
    if len(items) > _MOST:
        rest = len(items) - _MOST
        layout.addWidget(Hint(translate("Consultation", "%n more in the section.", "", rest)))
    layout.addStretch(1)
    panel.setLayout(layout)
    return panel


def _heading(kind: Kind, count: int) -> Heading:
    heading = Heading(f"{kinds_name(kind)} ({count})")
    heading.setWordWrap(True)
    return heading
