#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Sees to it that the tools that the tests read the graph's exports with are in
# ${XDG_CACHE_HOME:-~/.cache}/meshwright/exporttools-1: PlantUML, the Structurizr DSL, Mermaid and
# mxGraph (draw.io's library), 50 MB from Maven Central, once; and in cataloguetools-1 Backstage's
# validators, EventCatalog's schemas and MDX, 30 MB of npm packages, once.
set -euo pipefail
. "$(dirname "$0")/common.sh"

folder=$mw_cache/exporttools-1
catalogue_folder=$mw_cache/cataloguetools-1

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

# No package's own scripts are run.
fetch_catalogue_tools()
{
    say "fetching the tools for catalogues (30 MB, about half a minute) …"
    local began=$SECONDS there=$work/catalogues
    mkdir -p "$there"
    (
        cd "$there"
        echo '{"private": true}' >package.json
        quietly "$work/npm.log" npm install --ignore-scripts --no-audit --no-fund --no-package-lock --save-exact \
            @backstage/catalog-model@1.10.3 yaml@2.9.1 gray-matter@4.0.3 picomatch@4.0.7 \
            @mdx-js/mdx@3.1.1 remark-gfm@4.0.1 remark-directive@4.0.0 remark-comment@1.0.0
        quietly "$work/npm.log" npm pack --silent @eventcatalog/core@3.48.4
        tar xzf eventcatalog-core-3.48.4.tgz package/eventcatalog/src
        quietly "$work/npm.log" npm install --no-save --ignore-scripts --no-audit --no-fund --no-package-lock esbuild@0.28.2
        quietly "$work/npm.log" node "$mw_deps/eventcatalogschemas.mjs" package/eventcatalog/src eventcatalog.mjs
        rm -rf package eventcatalog-core-3.48.4.tgz node_modules/esbuild node_modules/@esbuild
    )
    mv "$there" "$catalogue_folder"
    say "the tools for catalogues are in $catalogue_folder ($((SECONDS - began)) s)"
}

"$mw_deps/debian.sh" exporttools
command -v npm >/dev/null || "$mw_deps/debian.sh" npm
if [ -d "$folder" ] && [ -d "$catalogue_folder" ]; then
    say "the tools for the graph's exports are there"
    exit 0
fi
only_one exporttools
work=$(mktemp -d "$mw_cache/exporttools-fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -d "$catalogue_folder" ] || fetch_catalogue_tools
[ -d "$folder" ] && exit 0

say "fetching the tools for the graph's exports (50 MB, about a minute) …"
started=$SECONDS
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
