// SPDX-License-Identifier: Apache-2.0
// What the tests of the acts share: a company, and the texts after an act.
#pragma once

#include "meshwright/topology/topology.h"

#include <QtTest>

#include <functional>
#include <map>
#include <string>

namespace meshwright::modelling::tests {

using Texts = std::map<std::string, std::string>;
using Act = std::function<Result<WorkspaceEdit>(const Topology &)>;

inline const char *const file = "sales.yaml";

/// The texts after the act; an error is told under "error".
inline Texts after(const Texts &before, const Act &act)
{
    const auto workspace = Workspace::fromTexts(before);
    const auto edit = act(*buildTopology(workspace));
    if (!edit)
        return {{"error", edit.error().message}};
    const auto edited = workspace->withEdit(*edit);
    if (!edited)
        return {{"error", edited.error().message}};
    Texts texts;
    for (const auto &[path, each] : (*edited)->files())
        texts[path] = each->text->bytes();
    return texts;
}

inline std::string changed(const std::string &before, const Act &act)
{
    auto texts = after({{file, before}}, act);
    return texts.contains("error") ? "error: " + texts["error"] : texts[file];
}

inline const std::string head =
    "asyncapi: '2.6.0'\nid: urn:acme.sales\ninfo: {title: Sales, version: "
    "1.0.0}\n";
inline const std::string topic = "acme.sales._protected.order";

/// A company of two: the owner, and one that may read.
inline Texts company()
{
    return {{file, head + "channels:\n"
                          "  _protected.order:\n"
                          "    publish:\n"
                          "      operationId: publishOrder\n"
                          "      message:\n"
                          "        name: Order\n"
                          "        payload:\n"
                          "          $ref: ./schemas/order.json\n"
                          "  _private.draft:\n"
                          "    publish:\n"
                          "      message: {name: Draft}\n"},
            {"schemas/order.json", "{\n  \"type\": \"object\",\n  \"properties\": {\n"
                                   "    \"id\": {\n      \"type\": \"string\"\n    }\n  }\n}\n"},
            {"stock/stock.yaml", "asyncapi: 3.0.0\nid: urn:acme.stock\n"
                                 "info:\n  title: Stock\n  version: 1.0.0\n"}};
}

} // namespace meshwright::modelling::tests
