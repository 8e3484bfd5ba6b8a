# SPDX-License-Identifier: Apache-2.0
# Writes a C++ file that holds text files as they are:
#   cmake -DOUT=FILE.cpp -DNAMESPACE=… -DFUNCTION=… -DTEXTS="a.json;b.json" -P embedtexts.cmake
# `FUNCTION(name)` gives the text of a file by its name without the ending, or an empty one.
set(piece 8000) # compilers bound the length of one literal, not of literals side by side
set(code "// Made by embedtexts.cmake.\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n\n")
string(APPEND code "std::string_view ${FUNCTION}(std::string_view name)\n{\n")
foreach(file IN LISTS TEXTS)
    get_filename_component(name ${file} NAME_WLE)
    file(READ ${file} text)
    string(LENGTH "${text}" length)
    string(APPEND code "    if (name == \"${name}\")\n        return {\n")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${text}" ${at} ${piece} part)
        string(APPEND code "R\"~~(${part})~~\"\n")
        math(EXPR at "${at} + ${piece}")
    endwhile()
    string(APPEND code ", ${length}};\n")
endforeach()
string(APPEND code "    return {};\n}\n\n} // namespace ${NAMESPACE}\n")
file(WRITE ${OUT} "${code}")
