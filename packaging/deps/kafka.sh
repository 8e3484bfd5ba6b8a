#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Sees to it that the jars of the Kafka broker that the tests start are in
# ${XDG_CACHE_HOME:-~/.cache}/meshwright/kafka-4.4.0/libs: 43 MB from Maven Central, once.
set -euo pipefail
. "$(dirname "$0")/common.sh"

version=4.4.0
libs=$mw_cache/kafka-$version/libs

have_jars() { [ -e "$libs/kafka_2.13-$version.jar" ]; }

write_pom()
{
    cat <<EOP
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>meshwright</groupId>
  <artifactId>test-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>$version</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>2.25.5</version>
    </dependency>
  </dependencies>
</project>
EOP
}

"$mw_deps/debian.sh" kafka
if have_jars; then
    say "Kafka $version for the tests is there"
    exit 0
fi
only_one kafka
have_jars && exit 0

say "fetching Kafka $version for the tests (43 MB, about a minute) …"
started=$SECONDS
work=$(mktemp -d "$mw_cache/kafka-fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
write_pom >"$work/pom.xml"
quietly "$work/mvn.log" mvn --batch-mode --no-transfer-progress --file "$work/pom.xml" \
    dependency:copy-dependencies -DoutputDirectory="$work/libs"
[ -e "$work/libs/kafka_2.13-$version.jar" ] || fail "Maven ended well, but kafka_2.13-$version.jar isn't among the jars"
rm -rf "$libs"
mkdir -p "$(dirname "$libs")"
mv "$work/libs" "$libs"
say "Kafka $version is in $libs ($((SECONDS - started)) s)"
