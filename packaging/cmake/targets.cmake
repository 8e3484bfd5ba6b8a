# SPDX-License-Identifier: Apache-2.0
# The three helpers that every room's CMakeLists.txt uses.

# Qt 6.4's moc stumbles over libstdc++'s <concepts>, which it need not read.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS=1)

list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})

add_library(meshwright_warnings INTERFACE)
target_compile_options(meshwright_warnings INTERFACE -Wall -Wextra -Wpedantic)
# GCC 12 sees overlaps and uninitialised members in std::string that are not there once it inlines.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(meshwright_warnings INTERFACE
        $<$<CONFIG:Release>:-Wno-restrict -Wno-maybe-uninitialized>)
endif()
if(MESHWRIGHT_WERROR)
    target_compile_options(meshwright_warnings INTERFACE -Werror)
endif()

# One room of the core: an object library that links no Qt, collected into meshwright_core.
# meshwright_add_room(yaml SOURCES document.cpp … LINK PkgConfig::YAML)
function(meshwright_add_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
    add_library(meshwright_${name} OBJECT ${ROOM_SOURCES})
    target_include_directories(meshwright_${name}
        PUBLIC ${PROJECT_SOURCE_DIR}/include
        PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(meshwright_${name} PUBLIC tl::expected
                                             PRIVATE meshwright_warnings ${ROOM_LINK})
    target_sources(meshwright_core PRIVATE $<TARGET_OBJECTS:meshwright_${name}>)
    target_link_libraries(meshwright_core PUBLIC ${ROOM_LINK})
endfunction()

# What talks to something outside, behind an interface of the core.
function(meshwright_add_plugin name)
    cmake_parse_arguments(PLUGIN "" "" "SOURCES;LINK" ${ARGN})
    add_library(meshwright_plugin_${name} STATIC ${PLUGIN_SOURCES})
    target_include_directories(meshwright_plugin_${name} PUBLIC ${PROJECT_SOURCE_DIR}/plugins)
    target_link_libraries(meshwright_plugin_${name} PUBLIC meshwright_core
                                                    PRIVATE meshwright_warnings ${PLUGIN_LINK})
endfunction()

# meshwright_add_test(tst_yamldocument yaml/tst_yamldocument.cpp LINK meshwright_core LABEL core)
# LABEL is core, ui or cluster; core tests also run under ASan and UBSan.
# Where MESHWRIGHT_TEST_LABELS is set, tests with another label are neither built nor run.
function(meshwright_add_test name source)
    cmake_parse_arguments(TEST "" "LABEL" "LINK" ${ARGN})
    add_executable(${name} ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE meshwright_warnings Qt6::Test ${TEST_LINK})
    target_compile_definitions(${name} PRIVATE
        MESHWRIGHT_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        MESHWRIGHT_SAMPLES="${PROJECT_SOURCE_DIR}/resources/samples")
    if(MESHWRIGHT_TEST_LABELS AND NOT TEST_LABEL IN_LIST MESHWRIGHT_TEST_LABELS)
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
        return()
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${TEST_LABEL}" TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_STATE_HOME=${CMAKE_BINARY_DIR}/test-state/${name};MESHWRIGHT_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
endfunction()

# meshwright_embed_texts(OUT_VARIABLE NAMESPACE FUNCTION FILES…): a source that holds text files; declare
# `std::string_view FUNCTION(std::string_view name)` in the namespace to use it.
function(meshwright_embed_texts variable namespace function)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
    set(script ${PROJECT_SOURCE_DIR}/packaging/cmake/embedtexts.cmake)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DNAMESPACE=${namespace} -DFUNCTION=${function}
                "-DTEXTS=${ARGN}" -P ${script}
        DEPENDS ${ARGN} ${script}
        VERBATIM)
    set(${variable} ${source} PARENT_SCOPE)
endfunction()
