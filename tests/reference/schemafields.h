// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QString>

#include <map>
#include <set>
#include <string>

namespace meshwright::test {

/// What the schemas of all versions say about one field of one definition.
struct SchemaField
{
    std::set<std::string> versions;      ///< AsyncAPI's, without the patch number: 2.4
    std::set<std::string> kafkaVersions; ///< the binding's, of its own fields
    std::set<std::string> allowed;       ///< values of enum and const
};

/// Definitions by their names without versions (as reference::Object has them), each with its
/// fields: of everything that a document may hold, but for the bindings of other protocols. Read
/// straight from the JSON files, so that the tests don't trust what they test.
using SchemaFields = std::map<std::string, std::map<std::string, SchemaField>>;

SchemaFields schemaFields(const QString &folder);

} // namespace meshwright::test
