#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing, and says which; needs no root when none are.
#   debian.sh GROUP…      groups: build, librdkafka, test, exporttools, npm, fuzz, kafka
set -euo pipefail
. "$(dirname "$0")/common.sh"

packages_of()
{
    case $1 in
    build) # to compile and to run the command and the window
        echo g++ cmake ninja-build ccache pkg-config git ca-certificates \
            libexpected-dev libyaml-dev libpcre2-dev nlohmann-json3-dev libsqlite3-dev libgraphviz-dev libcli11-dev \
            libprotobuf-dev libprotoc-dev libgit2-dev libcurl4-openssl-dev \
            qt6-base-dev qt6-svg-dev qtkeychain-qt6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libgl1-mesa-dev \
            libqt6svg6 qt6-qpa-plugins fonts-inter fonts-dejavu-core
        ;;
    librdkafka) # what librdkafka is built from and linked with
        echo gcc g++ cmake make pkg-config dpkg-dev debian-archive-keyring \
            libsasl2-dev libsasl2-modules libssl-dev libcurl4-openssl-dev zlib1g-dev libzstd-dev liblz4-dev
        ;;
    test) # what only the tests need
        echo clang-format-14 clang-tidy-14 json-schema-test-suite libavro-dev openssl procps dbus gnome-keyring
        ;;
    exporttools) # what the tests read the graph's exports with, beside what exporttools.sh fetches
        echo graphviz libxml2-utils poppler-utils chromium openjdk-17-jre-headless maven
        ;;
    npm) # what exporttools.sh fetches with, and runs, where there is no npm yet
        echo nodejs npm
        ;;
    fuzz) # clang with libFuzzer
        echo clang-14 libclang-rt-14-dev
        ;;
    kafka) # the Kafka broker that the tests start, and its jars
        echo openjdk-17-jre-headless maven
        ;;
    *) fail "unknown group \"$1\": build, librdkafka, test, exporttools, npm, fuzz or kafka" ;;
    esac
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

[ $# -gt 0 ] || fail "name at least one group: build, librdkafka, test, exporttools, npm, fuzz, kafka"
command -v apt-get >/dev/null || fail "this installs Debian packages, but there is no apt-get; see README.md for other systems"

missing=()
for group in "$@"; do
    for package in $(packages_of "$group"); do
        is_installed "$package" || missing+=("$package")
    done
done
if [ ${#missing[@]} -eq 0 ]; then
    say "Debian packages for $*: all there"
    exit 0
fi

say "installing ${#missing[@]} Debian packages for $* (30 s to 2 min): ${missing[*]}"
started=$SECONDS
as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null
as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "${missing[@]}" </dev/null >"${TMPDIR:-/tmp}/meshwright-apt.$$.log" 2>&1 || {
    tail -n 40 "${TMPDIR:-/tmp}/meshwright-apt.$$.log" >&2
    fail "apt-get could not install them"
}
rm -f "${TMPDIR:-/tmp}/meshwright-apt.$$.log"
say "installed ($((SECONDS - started)) s)"
