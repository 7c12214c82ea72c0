# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced by LANG/generate.sh: SWIG is the one version that the committed wrappers were made with; another would change all of them.
# The pinned one comes from the Python package index, into a folder of the user's cache.
FM_SWIG_VERSION=4.5.1
SWIG=${SWIG:-${XDG_CACHE_HOME:-$HOME/.cache}/flightmem/swig-$FM_SWIG_VERSION/bin/swig}
if [ ! -x "$SWIG" ]; then
	python3 -m venv "$(dirname "$(dirname "$SWIG")")"
	"$(dirname "$SWIG")/pip" install -q --disable-pip-version-check "swig==$FM_SWIG_VERSION"
fi
"$SWIG" -version | grep -qx "SWIG Version $FM_SWIG_VERSION" || { echo "$SWIG is not version $FM_SWIG_VERSION"; exit 1; }
