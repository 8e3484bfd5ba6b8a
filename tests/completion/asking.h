// SPDX-License-Identifier: Apache-2.0
// What the tests of completion share: a small company, and a question at the mark of a text.
#pragma once

#include "meshwright/completion/completion.h"

#include <QtTest>

#include <algorithm>

namespace meshwright::completion::tests {

inline const char *const campaign = R"(asyncapi: 2.6.0
id: urn:acme.finance.campaign
info: {title: Campaign, version: 1.0.0}
tags: [{name: money, description: Has amounts.}]
channels:
  _public.sale:
    description: What was sold.
    publish: {message: {name: Sale}}
  _protected.price:
    publish:
      tags: [{name: 'grant-access:acme.finance.ledger'}, {name: pii}]
      message: {name: Price}
  _protected.cost:
    publish: {message: {name: Cost}}
  _private.draft:
    publish: {message: {name: Draft}}
components:
  messages:
    Sale: {description: A sale., payload: {type: object}}
  schemas:
    Money: {type: object}
)";

inline const char *const types = R"({"type": "record", "name": "Money", "namespace": "acme",
 "doc": "An amount.", "fields": [{"name": "cents", "type": "long"}]})";

inline const char *const settings =
    "version: 1\nglossary: [{term: basket, description: Unpaid goods.}]\n";

struct Asked
{
    Completion completion;
    std::string text;

    QStringList labels() const
    {
        QStringList all;
        for (const Item &item : completion.items)
            all.append(QString::fromStdString(item.label));
        return all;
    }

    const Item *item(const std::string &label) const
    {
        const auto found = std::find_if(completion.items.begin(), completion.items.end(),
                                        [&](const Item &item) { return item.label == label; });
        return found == completion.items.end() ? nullptr : &*found;
    }

    /// The text with the item in it, and the caret.
    std::string accepted(const std::string &label) const
    {
        const Item *chosen = item(label);
        if (!chosen)
            return "not offered: " + label;
        std::string result = text;
        std::string put = chosen->text;
        put.insert(chosen->caret, "|");
        result.replace(completion.range.begin, completion.range.size(), put);
        return result;
    }
};

/// `marked` has a | where the caret is. The file is as if it was just typed: the workspace has it
/// without the line of the caret.
inline Asked ask(const std::string &file, std::string marked)
{
    const std::size_t caret = marked.find('|');
    marked.erase(caret, 1);
    std::string before = marked;
    const auto begin = caret == 0 ? 0 : marked.rfind('\n', caret - 1) + 1;
    before.erase(begin, marked.find('\n', caret) - begin);
    std::map<std::string, std::string> texts{{"campaign.yaml", campaign},
                                             {"types/acme.Money.avsc", types},
                                             {"types/order.json", R"({"type": "object"})"},
                                             {settingsFileName, settings}};
    texts[file] = before;
    const auto topology = buildTopology(Workspace::fromTexts(texts));
    return {complete(*topology, file, SourceText(marked), caret), marked};
}

inline const std::string head2 = "asyncapi: 2.6.0\nid: urn:acme.finance.ledger\n"
                                 "info: {title: Ledger, version: 1.0.0}\n";
inline const std::string head3 = "asyncapi: 3.0.0\nid: urn:acme.finance.ledger\n"
                                 "info: {title: Ledger, version: 1.0.0}\n";

} // namespace meshwright::completion::tests
