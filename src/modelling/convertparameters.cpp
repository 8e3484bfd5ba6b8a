// SPDX-License-Identifier: Apache-2.0
// A parameter is a string in AsyncAPI 3: of its schema, what a string needs stays.
#include "modelling/conversion.h"

#include <algorithm>
#include <array>

namespace meshwright::modelling {

namespace {

constexpr std::array<std::string_view, 3> lifted{"enum", "default", "examples"};

bool isStringType(const Part &part)
{
    return part.name == "type" && textOf(part.value) == "string";
}

/// Numbers and booleans become the strings that they are written as.
void makeStrings(Piece &value)
{
    const auto *node = value.form == Piece::Form::Source ? &value.node->resolved() : nullptr;
    if (node && node->kind == yaml::Kind::Scalar) {
        if (!node->isString())
            value.setText(node->text());
        return;
    }
    if (node && std::all_of(node->items.begin(), node->items.end(),
                            [](const yaml::Node *item) { return item->isString(); }))
        return;
    if (value.open())
        for (Part &item : value.parts)
            makeStrings(item.value);
}

std::string listed(const std::vector<Part> &parts)
{
    std::string text;
    for (const Part &part : parts)
        text += (text.empty() ? "" : ", ") + part.name;
    return text;
}

/// What the parameter takes from its schema; the schema keeps the rest.
std::vector<Part> takeFrom(Piece &schema, bool hasDescription)
{
    std::vector<Part> taken;
    if (!hasDescription)
        if (auto description = schema.take("description"))
            taken.push_back(std::move(*description));
    if (auto only = schema.take("const"); only && !schema.find("enum")) {
        Part item{{}, std::move(only->value)};
        makeStrings(item.value);
        Part choice{"enum", Piece::sequence({std::move(item)})};
        choice.above = only->above;
        taken.push_back(std::move(choice));
    }
    for (const std::string_view key : lifted)
        if (auto part = schema.take(key)) {
            makeStrings(part->value);
            taken.push_back(std::move(*part));
        }
    return taken;
}

} // namespace

bool parameterNeedsIt(Converting &, const yaml::Spot &parameter)
{
    return child(parameter.node, "schema") != nullptr;
}

void convertParameter(Converting &converting, Piece &parameter)
{
    const bool hasDescription = parameter.find("description") != nullptr;
    Part *place = parameter.find("schema");
    if (!place)
        return;
    const auto index = place - parameter.parts.data();
    Part schema = *parameter.take("schema");
    Part rest("x-schema", schema.value);
    std::vector<Part> taken;
    const bool isElsewhere = schema.value.node && isReference(schema.value);
    if (isElsewhere) {
        const auto target = converting.follow(schema.value);
        if (target) {
            schema.value = importedCopy(converting, target);
            taken = takeFrom(schema.value, hasDescription);
        }
    } else if (schema.value.openMerged()) {
        schema.above.insert(schema.above.end(), schema.value.below.begin(),
                            schema.value.below.end());
        schema.value.below.clear();
        taken = takeFrom(schema.value, hasDescription);
        rest.value = schema.value;
    }
    std::vector<std::string> comments = schema.above;
    auto &left = schema.value.parts;
    const auto type = std::find_if(left.begin(), left.end(), isStringType);
    if (type != left.end()) {
        const auto ofType = type->comments();
        comments.insert(comments.end(), ofType.begin(), ofType.end());
        left.erase(type);
    }
    if (schema.value.form != Piece::Form::Mapping || !left.empty()) {
        converting.note(
            schema.value,
            "A parameter is a plain string in AsyncAPI 3: what its schema says besides (" +
                listed(left) + ") is kept as 'x-schema', which no tool reads.");
        if (!isElsewhere)
            rest.value = schema.value;
        taken.push_back(std::move(rest));
    } else {
        const auto more = isElsewhere ? rest.value.comments() : schema.value.comments();
        comments.insert(comments.end(), more.begin(), more.end());
    }
    if (!taken.empty())
        taken.front().above.insert(taken.front().above.begin(), comments.begin(), comments.end());
    else
        parameter.below.insert(parameter.below.end(), comments.begin(), comments.end());
    parameter.parts.insert(parameter.parts.begin() + index, std::make_move_iterator(taken.begin()),
                           std::make_move_iterator(taken.end()));
}

} // namespace meshwright::modelling
