// SPDX-License-Identifier: Apache-2.0
// What belongs to each context, and whether it is named after it.
#include "meshwright/report/slicereport.h"

#include "report/changetext.h"
#include "report/json.h"

namespace meshwright::report {

namespace {

Json valueJson(const Workspace &workspace, const asyncapi::Located &value)
{
    Json json = placeJson(workspace, value.place);
    json["value"] = value.value;
    return json;
}

Json cellJson(const Workspace &workspace, const SliceItem &item, const slices::Cell &cell)
{
    Json declared = Json::array();
    for (const asyncapi::Located &each : cell.declared)
        declared.push_back(valueJson(workspace, each));
    return {{"item", item.name},
            {"state", slices::nameOf(cell.state)},
            {"required", item.isRequired},
            {"expected", cell.expected.empty() ? Json(nullptr) : Json(cell.expected)},
            {"declared", std::move(declared)}};
}

/// A bar would end the cell, even in a code span.
std::string inCell(std::string text)
{
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string cellText(const slices::Cell &cell)
{
    std::string text(signOf(cell.state));
    for (const asyncapi::Located &each : cell.wrong)
        text += ' ' + codeSpan(each.value);
    if (cell.state == slices::State::Differs)
        text += ", not " + codeSpan(cell.expected);
    return inCell(std::move(text));
}

} // namespace

std::string_view signOf(slices::State state)
{
    switch (state) {
    case slices::State::Fits:
        return "✓";
    case slices::State::Differs:
        return "≠";
    case slices::State::Undeclared:
        break;
    }
    return "–";
}

std::string slicesJson(const Workspace &workspace, const slices::Checklist &list)
{
    Json contexts = Json::array();
    for (const slices::Row &row : list.rows) {
        Json items = Json::array();
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            items.push_back(cellJson(workspace, list.items[i], row.cells[i]));
        contexts.push_back({{"context", row.context.value},
                            {"place", placeJson(workspace, row.place)},
                            {"items", std::move(items)}});
    }
    Json json = versioned();
    json["contexts"] = std::move(contexts);
    return printed(json);
}

std::string slicesMarkdown(const slices::Checklist &list)
{
    std::string text = "# Vertical slices\n\n| context |";
    std::string rule = "| --- |";
    for (const SliceItem &item : list.items) {
        text += ' ' + inCell(codeSpan(item.name)) + " |";
        rule += " --- |";
    }
    text += '\n' + rule + '\n';
    for (const slices::Row &row : list.rows) {
        text += "| " + inCell(codeSpan(row.context.value)) + " |";
        for (const slices::Cell &cell : row.cells)
            text += ' ' + cellText(cell) + " |";
        text += '\n';
    }
    return text + "\n✓ named after its context, ≠ named otherwise, – not declared.\n";
}

} // namespace meshwright::report
