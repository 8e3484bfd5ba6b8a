// SPDX-License-Identifier: Apache-2.0
// Whether what belongs to a context is named after it.
#include "lint/finding.h"

#include "meshwright/slices/slices.h"
#include "meshwright/yaml/edit.h"

namespace meshwright::linting {

namespace {

void reportWrong(Pass &pass, const SliceItem &item, const slices::Cell &cell)
{
    for (const asyncapi::Located &each : cell.wrong) {
        Diagnostic &found = report(pass, "slice/mismatch", each.place,
                                   "The " + item.name + " '" + each.value +
                                       "' is not named after the context: by " + settingsFileName +
                                       " it is '" + cell.expected + "'" +
                                       (item.isPrefix ? ", or begins with that and a '.'." : "."));
        found.fixes.push_back(
            replaceScalarFix(pass, each.place, cell.expected, "Write '" + cell.expected + "'"));
    }
}

/// Below `info`, as its last entry.
std::optional<QuickFix> declareFix(const Pass &pass, const SliceItem &item,
                                   const std::string &expected)
{
    const yaml::Document &document = *pass.file.document;
    const yaml::Node *info = document.root()->find("info");
    if (expected.empty() || !info || info->kind != yaml::Kind::Mapping)
        return std::nullopt;
    const auto edit = yaml::setEntry(document, *info, item.field, yaml::scalarFor(expected));
    if (!edit)
        return std::nullopt;
    QuickFix fix{readable("Add '" + item.field + ": " + expected + "'"), {}};
    fix.edit.files[pass.file.path].push_back(*edit);
    return fix;
}

} // namespace

void checkSlices(Pass &pass)
{
    const Context *context = pass.context();
    if (!context)
        return;
    const auto &items = pass.workspace().settings().slices;
    const slices::Row row = slices::rowOf(pass.topology, *context);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const slices::Cell &cell = row.cells[i];
        reportWrong(pass, items[i], cell);
        if (!items[i].isRequired || cell.state != slices::State::Undeclared)
            continue;
        Diagnostic &found =
            report(pass, "slice/undeclared", context->idPlace,
                   "Nothing says which " + items[i].name + " belongs to '" + context->id.value +
                       "': declare it as '" + items[i].field + "' under 'info'.");
        if (auto fix = declareFix(pass, items[i], cell.expected))
            found.fixes.push_back(std::move(*fix));
    }
}

} // namespace meshwright::linting
