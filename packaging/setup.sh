#!/bin/sh
# Makes this checkout ready: Debian packages (as root or through sudo, else it says which), then .venv from the lock
# file, every download checked against its hash. Usage: packaging/setup.sh run|test
set -eu
cd "$(dirname "$0")/.."
purpose=$1

# Names the packages of a list ("package [command that stands for it]") that this machine lacks.
missing_packages() {
    grep -v '^#' "$1" | while read -r package command; do
        [ -n "$command" ] && command -v "$command" >/dev/null 2>&1 && continue
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || printf ' %s' "$package"
    done
}

if command -v dpkg-query >/dev/null 2>&1; then
    missing=$(missing_packages "packaging/debian-$purpose.txt")
    python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
    if [ -n "$missing" ]; then
        if [ "$(id -u)" = 0 ]; then
            as_root=""
        elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root="sudo"
        else
            echo "These Debian packages are missing. Install them, then run make again:" >&2
            echo "  sudo apt-get install$missing" >&2
            exit 1
        fi
        echo "Installing Debian packages:$missing" >&2
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
fi
[ "$purpose" = run ] || exit 0

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
