"""The pages that stand in the column at the left, in its order."""

from ui.catalogue import translate

PAGES = ("today", "record", "documents", "trends", "inbox", "access", "people", "history", "settings")
"""Their names in the program: a page's sign, its action and its button go by them."""
SIMPLE = ("today", "record", "documents", "access")
"""Those of the simple window."""


def page_name(page: str) -> str:
    """What the column and the menu call a page."""
    return {
        "today": translate("Pages", "Today"),
        "record": translate("Pages", "My record"),
        "documents": translate("Pages", "Documents"),
        "trends": translate("Pages", "Trends"),
        "inbox": translate("Pages", "To check"),
        "access": translate("Pages", "Care professionals"),
        "people": translate("Pages", "People"),
        "history": translate("Pages", "History"),
        "settings": translate("Pages", "Settings"),
    }[page]
