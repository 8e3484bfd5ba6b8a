#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Sees to it that librdkafka 2.8 or newer is there, which Debian 12 doesn't have: builds it from the
# signed source of Debian 13, found on the mirror that this machine's apt uses already. Keeps it in
# ${XDG_CACHE_HOME:-~/.cache}/meshwright/librdkafka; does nothing when that or a system one is there.
set -euo pipefail
. "$(dirname "$0")/common.sh"

floor=2.8
suite=trixie
prefix=$mw_cache/librdkafka

have_ours() { PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --atleast-version=$floor rdkafka-static 2>/dev/null; }
have_one() { have_ours || pkg-config --atleast-version=$floor rdkafka 2>/dev/null; }

# The Debian archive as apt knows it here, whichever format its lists are written in.
debian_mirror()
{
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 2>/dev/null |
        sed -n 's/^Debian|Debian|//p' | sort -u | sed -n 1p
}

# An apt configuration of its own, so that the machine's is neither used up nor changed.
private_apt()
{
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o Acquire::Languages=none \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

fetch_source()
{
    local mirror
    mirror=$(debian_mirror)
    if [ -z "$mirror" ]; then
        as_root apt-get -qq update
        mirror=$(debian_mirror)
    fi
    [ -n "$mirror" ] || fail "no Debian archive is configured for apt; install librdkafka $floor or newer by hand"

    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
    quietly "$work/update.log" private_apt update
    (cd "$work" && quietly "$work/source.log" private_apt source --download-only librdkafka)
    mkdir "$work/source"
    tar -xf "$work"/librdkafka_*.orig.tar.* -C "$work/source" --strip-components=1
}

build()
{
    local launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    quietly "$work/configure.log" cmake -S "$work/source" -B "$work/build" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
        -DRDKAFKA_BUILD_STATIC=ON -DRDKAFKA_BUILD_EXAMPLES=OFF -DRDKAFKA_BUILD_TESTS=OFF \
        -DWITH_SASL=ON -DWITH_SSL=ON -DWITH_CURL=ON "${launcher[@]}"
    quietly "$work/build.log" cmake --build "$work/build" --parallel "$(nproc)"
    DESTDIR=$work/root quietly "$work/install.log" cmake --install "$work/build"
}

if have_one; then
    say "librdkafka $floor or newer is there"
    exit 0
fi
"$mw_deps/debian.sh" librdkafka
only_one librdkafka
have_one && exit 0

say "building librdkafka from Debian's $suite sources (about a minute) …"
started=$SECONDS
work=$(mktemp -d "$mw_cache/librdkafka-build.XXXXXX")
trap 'rm -rf "$work"' EXIT
fetch_source
build
rm -rf "$prefix"
mv "$work/root$prefix" "$prefix"
have_ours || fail "librdkafka was built into $prefix, but pkg-config doesn't find $floor there"
say "librdkafka is in $prefix ($((SECONDS - started)) s)"
