"""Fields with their names: beside them, each at the height of its field, or above them, close to what they name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

from ui.desktop.parts import FieldName
from ui.desktop.theme import Size, Space


class Form(QFormLayout):
    """The name above its field where the row is too narrow for both."""

    def __init__(self) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setHorizontalSpacing(Space.WIDE)
        self.setVerticalSpacing(Space.ONE)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, name: FieldName, field: QWidget) -> None:
        """One row; ``name`` becomes the field's."""
        name.setBuddy(field)
        name.setMinimumHeight(Size.CONTROL)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        field.setMinimumHeight(Size.CONTROL)
        self.addRow(name, field)


class StackedForm(QFormLayout):
    """Each name above its field."""

    def __init__(self) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setVerticalSpacing(Space.SMALL)

    def add(self, name: QLabel, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
        """One row; ``name`` becomes the field's, or the ``buddy``'s in it."""
        if isinstance(field, QWidget):
            buddy = field
        if buddy is not None:
            name.setBuddy(buddy)
        name.setContentsMargins(0, Space.HALF if self.rowCount() else 0, 0, 0)
        self.addRow(name, field)
