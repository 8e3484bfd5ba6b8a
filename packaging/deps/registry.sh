#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Sees to it that the schema registry that the tests start, Apicurio Registry, is in
# ${XDG_CACHE_HOME:-~/.cache}/meshwright/apicurio-3.0.9: 109 MB from Maven Central, once.
set -euo pipefail
. "$(dirname "$0")/common.sh"

version=3.0.9
folder=$mw_cache/apicurio-$version

have_registry() { [ -n "$(find "$folder" -name '*-runner.jar' 2>/dev/null | head -1)" ]; }

"$mw_deps/debian.sh" kafka
if have_registry; then
    say "Apicurio Registry $version for the tests is there"
    exit 0
fi
only_one registry
have_registry && exit 0

say "fetching Apicurio Registry $version for the tests (109 MB, about a minute) …"
started=$SECONDS
work=$(mktemp -d "$mw_cache/registry-fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
quietly "$work/mvn.log" mvn --batch-mode --no-transfer-progress dependency:unpack \
    -Dartifact="io.apicurio:apicurio-registry-app:$version:zip:all" -DoutputDirectory="$work/app" -DmarkersDirectory="$work/markers"
[ -n "$(find "$work/app" -name '*-runner.jar' | head -1)" ] ||
    fail "the archive of Apicurio Registry $version has no runner"
rm -rf "$folder"
mv "$work/app" "$folder"
say "Apicurio Registry $version is in $folder ($((SECONDS - started)) s)"
