#!/bin/sh
# Opens the desktop. Where there is no display, performs the main job on the sample record instead and leaves the
# sealed file and the pictures in the folder named. Usage: packaging/run.sh FOLDER
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec .venv/bin/phr-desktop
fi
packaging/setup.sh test
QT_QPA_PLATFORM=offscreen exec .venv/bin/python packaging/main_job.py "$1"
