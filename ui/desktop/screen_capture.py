"""Keeps the window out of pictures and recordings of the screen, where the system lets a window ask for it.

Windows (10, version 2004 and later): the window is left out, so others see what lies behind it. macOS: the window is
not shared, which captures of recent versions (ScreenCaptureKit) may ignore. Linux knows no such wish: neither X11 nor
Wayland. A photograph of the screen is beyond any program.
"""

import ctypes
import sys

# https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity
_WDA_EXCLUDEFROMCAPTURE = 0x11
# https://developer.apple.com/documentation/appkit/nswindow/sharingtype-swift.enum/none
_NS_WINDOW_SHARING_NONE = 0


def exclude(window: int) -> bool:
    """Ask the system to leave ``window`` (Qt's winId) out of captures: whether it said that it does."""
    if sys.platform == "win32":
        return bool(
            ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), _WDA_EXCLUDEFROMCAPTURE)
        )
    if sys.platform == "darwin":
        return _exclude_view(window)
    return False


def _exclude_view(view: int) -> bool:
    """The same by the Objective-C runtime: ``[[view window] setSharingType: NSWindowSharingNone]``."""
    objc = ctypes.CDLL("libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(send)
    window = ask(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    tell(window, objc.sel_registerName(b"setSharingType:"), _NS_WINDOW_SHARING_NONE)
    return True
