// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/field.h"
#include "meshwright/yaml/node.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace meshwright::schema {

/// A value as one line: a scalar's text, a list's items joined by ", ", an object's entries as
/// "key: value". Of a list of objects with `name`, the names.
std::string flatText(const yaml::Node &value);

/// Adds an annotation, unless the field has one of this key.
void annotate(Field &field, std::string_view key, std::string value);

/// Annotates a field with each entry whose key is not among `known`.
void annotateOthers(Field &field, const yaml::Node &mapping,
                    std::initializer_list<std::string_view> known);

/// `order` and `id` are order.id.
std::string joinedPath(const std::string &path, std::string_view name);

} // namespace meshwright::schema
