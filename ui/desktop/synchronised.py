"""Whether a folder is copied to a provider's computers by a synchronising program, as far as names and marks tell."""

from pathlib import Path

# How the providers' programs call their folders, lower case; "OneDrive - Firm" and the like begin so.
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "kdrive": "kDrive",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "mega": "MEGA",
    "megasync": "MEGA",
    "cozy drive": "Cozy",
}
# What their programs leave in the folder that they watch.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
}


def synchroniser(folder: Path) -> str:
    """Who seems to copy ``folder``, as a name to show; "" if nothing tells. Not all leave a trace to be seen here."""
    folder = folder.expanduser().absolute()
    for place in (folder, *folder.parents):
        name = place.name.casefold()
        # macOS has Library/CloudStorage/Dropbox-Personal; Windows has "OneDrive - Firm".
        for known, provider in _NAMES.items():
            if name == known or name.startswith((f"{known} -", f"{known}-")):
                return provider
        for mark, provider in _MARKS.items():
            if (place / mark).exists():
                return provider
    return ""
