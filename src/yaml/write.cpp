// SPDX-License-Identifier: Apache-2.0
// New documents, by yaml-cpp's emitter; which texts need quotes is decided as for edits.
#include "meshwright/yaml/write.h"

#include "meshwright/yaml/edit.h"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

namespace meshwright::yaml {

namespace {

void emit(YAML::Emitter &out, const std::string &text)
{
    const std::string form = scalarFor(text);
    if (text.find('\n') != std::string::npos)
        out << YAML::Literal;
    else if (form.starts_with('\''))
        out << YAML::SingleQuoted;
    else if (form.starts_with('"'))
        out << YAML::DoubleQuoted;
    out << text;
}

void emit(YAML::Emitter &out, const Value &value)
{
    if (const auto *text = std::get_if<std::string>(&value.content))
        return emit(out, *text);
    out << YAML::BeginMap;
    for (const auto &[key, entry] : std::get<Value::Entries>(value.content)) {
        out << YAML::Key;
        emit(out, key);
        out << YAML::Value;
        emit(out, entry);
    }
    out << YAML::EndMap;
}

} // namespace

std::string write(const Value &value)
{
    YAML::Emitter out;
    emit(out, value);
    return std::string(out.c_str(), out.size()) + '\n';
}

} // namespace meshwright::yaml
