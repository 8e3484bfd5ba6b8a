// SPDX-License-Identifier: Apache-2.0
#include "importing/julieplans.h"

#include "importing/nodes.h"

namespace meshwright::importing {

namespace {

Error cut(const std::string &path, const yaml::Document &document)
{
    const auto &problems = document.problems();
    const auto place =
        document.text()->position(problems.empty() ? 0 : problems.front().range.begin);
    return {Error::Code::Invalid,
            problems.empty() ? "The document is cut." : problems.front().message,
            path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column)};
}

void readInto(JuliePlans &all, const Node &plans)
{
    for (const yaml::Entry &plan : plans.mergedEntries())
        if (const Node *config =
                plan.value->isMapping() ? mapping(plan.value->find("config")) : nullptr)
            for (const yaml::Entry &setting : config->mergedEntries())
                all[plan.key->text()][setting.key->text()] = textOf(setting.value);
}

} // namespace

Result<JuliePlans> readPlans(const JulieSource &source)
{
    JuliePlans all;
    for (const auto &[path, text] : source.texts) {
        if (!isDocument(path))
            continue;
        const auto document = yaml::Document::parse(std::make_shared<SourceText>(text));
        if (!document->isComplete())
            return tl::unexpected(cut(path, *document));
        const Node *root = mapping(document->root());
        if (const Node *plans = root ? mapping(root->find("plans")) : nullptr)
            readInto(all, *plans);
    }
    return all;
}

} // namespace meshwright::importing
