# SPDX-License-Identifier: Apache-2.0
# find_package(RdKafka 2.8) → RdKafka::rdkafka, with all that a static one has to be linked with.
# Looks in the cache that packaging/deps/librdkafka.sh fills, then where the system keeps it: by
# librdkafka's own CMake configuration (vcpkg, Homebrew) or by pkg-config (Debian 13).

if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(_RdKafka_cache "$ENV{XDG_CACHE_HOME}/meshwright/librdkafka")
else()
    set(_RdKafka_cache "$ENV{HOME}/.cache/meshwright/librdkafka")
endif()

# The installed configuration asks for LZ4, which CMake has no module for; its own lies beside it.
set(_RdKafka_modulePath "${CMAKE_MODULE_PATH}")
list(APPEND CMAKE_MODULE_PATH "${_RdKafka_cache}/lib/cmake/RdKafka")
find_package(RdKafka ${RdKafka_FIND_VERSION} QUIET CONFIG HINTS "${_RdKafka_cache}")
set(CMAKE_MODULE_PATH "${_RdKafka_modulePath}")

if(NOT TARGET RdKafka::rdkafka)
    find_package(PkgConfig QUIET)
    pkg_check_modules(RdKafkaPkg QUIET IMPORTED_TARGET "rdkafka>=${RdKafka_FIND_VERSION}")
    if(TARGET PkgConfig::RdKafkaPkg)
        add_library(RdKafka::rdkafka INTERFACE IMPORTED)
        target_link_libraries(RdKafka::rdkafka INTERFACE PkgConfig::RdKafkaPkg)
        set(RdKafka_VERSION "${RdKafkaPkg_VERSION}")
    endif()
endif()

if(TARGET RdKafka::rdkafka)
    set(_RdKafka_target RdKafka::rdkafka)
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(RdKafka
    REQUIRED_VARS _RdKafka_target
    VERSION_VAR RdKafka_VERSION
    REASON_FAILURE_MESSAGE "run packaging/deps/librdkafka.sh, or install librdkafka 2.8 or newer")
