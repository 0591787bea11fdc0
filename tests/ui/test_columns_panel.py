"""The desktop asks what the columns of a table hold, beside its first rows, and remembers the answer."""

from collections.abc import Callable
from pathlib import Path

from storage import entries, layouts
from storage.entries import Filter
from storage.vault import Vault
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]
TABLE = "Quand;Combien;Dose\n02/03/2024;71,5;3\n03/03/2024;70;4\n"


def shown(vault: Vault) -> list[tuple[str, str]]:
    page = entries.page(vault, Filter(), limit=20).entries
    return sorted((one.title, one.value.text if one.value else "") for one in page)


def test_columns_are_asked_for_once(window: Window, vault: Vault, tmp_path: Path, wait_for: Wait) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(TABLE, "utf-8")
    second.write_text(TABLE.replace("71,5", "72"), "utf-8")
    window.open_vault(vault)
    window.show_page(window.imports)
    window.imports.begin([first])
    settle()
    panel = window.imports.columns
    wait_for(panel.isVisible)
    when, weight, dose = panel.lines()
    assert when.role.currentText() == "date"
    assert not panel.go.isEnabled()
    weight.role.setCurrentIndex(weight.role.findText("Poids"))
    weight.unit.setText("kg")
    dose.role.setCurrentIndex(dose.role.count() - 1)
    dose.what.setText("Ferritine")
    # Neither date tells whether it begins with the day.
    assert panel.order.isVisible()
    panel.order.setCurrentIndex(panel.order.findText("jour, mois, année"))
    window.set_language("en")
    wait_for(lambda: weight.role.currentText() == "Body weight")
    window.set_language("fr")
    assert panel.go.isEnabled()
    panel.go.click()
    wait_for(window.imports.review.isVisible)
    window.imports.review.take.click()
    wait_for(lambda: len(shown(vault)) == 4)
    assert ("Ferritine", "3") in shown(vault)
    assert ("Poids", "71.5") in shown(vault)
    assert len(layouts.known(vault)) == 1
    window.imports.begin([second])
    settle()
    assert not panel.isVisible()
    wait_for(window.imports.review.isVisible)
    window.imports.review.take.click()
    wait_for(lambda: ("Poids", "72") in shown(vault))


def test_a_table_can_stay_a_document(window: Window, vault: Vault, tmp_path: Path, wait_for: Wait) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    window.open_vault(vault)
    window.show_page(window.imports)
    window.imports.begin([path])
    settle()
    wait_for(window.imports.columns.isVisible)
    window.imports.columns.keep.click()
    wait_for(window.imports.review.isVisible)
    window.imports.review.take.click()
    wait_for(lambda: shown(vault) == [("a", "")])
    assert layouts.known(vault) == {}
