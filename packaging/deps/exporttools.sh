#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Sees to it that the tools that the tests read the graph's exports with are in
# ${XDG_CACHE_HOME:-~/.cache}/meshwright/exporttools-1: PlantUML, the Structurizr DSL, Mermaid and
# mxGraph (draw.io's library), 50 MB from Maven Central, once.
set -euo pipefail
. "$(dirname "$0")/common.sh"

folder=$mw_cache/exporttools-1

dependency()
{
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>\n' "$1" "$2" "$3" "${4-}"
}

write_pom()
{
    local alone="<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>meshwright</groupId><artifactId>export-tools</artifactId><version>1</version><packaging>pom</packaging><dependencies>'
    dependency net.sourceforge.plantuml plantuml-mit 1.2025.2
    dependency com.structurizr structurizr-dsl 4.1.0
    dependency org.apache.groovy groovy 4.0.24
    dependency org.webjars.npm mermaid 11.14.0 "$alone"
    dependency org.webjars.npm mxgraph 4.2.2 "$alone"
    echo '</dependencies></project>'
}

"$mw_deps/debian.sh" exporttools
if [ -d "$folder" ]; then
    say "the tools for the graph's exports are there"
    exit 0
fi
only_one exporttools
[ -d "$folder" ] && exit 0

say "fetching the tools for the graph's exports (50 MB, about a minute) …"
started=$SECONDS
work=$(mktemp -d "$mw_cache/exporttools-fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
write_pom >"$work/pom.xml"
quietly "$work/mvn.log" mvn --batch-mode --no-transfer-progress --file "$work/pom.xml" \
    dependency:copy-dependencies -DoutputDirectory="$work/tools/jars" -DexcludeGroupIds=org.webjars.npm
quietly "$work/mvn.log" mvn --batch-mode --no-transfer-progress --file "$work/pom.xml" \
    dependency:unpack-dependencies -DoutputDirectory="$work/unpacked" -DincludeGroupIds=org.webjars.npm \
    -Dmdep.unpack.includes='**/dist/mermaid.min.js,**/javascript/mxClient.min.js'
for script in mermaid.min.js mxClient.min.js; do
    find "$work/unpacked" -name "$script" -exec cp {} "$work/tools" ';'
    [ -e "$work/tools/$script" ] || fail "Maven ended well, but $script isn't among what it fetched"
done
mv "$work/tools" "$folder"
say "the tools are in $folder ($((SECONDS - started)) s)"
