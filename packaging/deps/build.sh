#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Configures and builds one preset of CMakePresets.json: build.sh PRESET [TARGET…]
# Output goes to build/PRESET.log, except on a terminal, where ninja shows its progress.
set -euo pipefail
. "$(dirname "$0")/common.sh"

preset=$1
shift
root=$(cd "$mw_deps/../.." && pwd)
cd "$root"

if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
fi

say "building $preset (minutes the first time, seconds when little has changed) …"
started=$SECONDS
quietly "build/$preset.log" cmake --preset "$preset"
if [ -t 1 ]; then
    ninja -C "build/$preset" "$@"
else
    quietly "build/$preset.log" ninja -C "build/$preset" "$@"
fi
say "built $preset ($((SECONDS - started)) s)"
