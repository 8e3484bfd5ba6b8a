// SPDX-License-Identifier: Apache-2.0
// Made of acts that there are: each is asked of what the one before it left.
#include "meshwright/modelling/split.h"

#include "modelling/checked.h"
#include "modelling/steps.h"
#include "symbols/relocation.h"

#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/contextacts.h"
#include "meshwright/symbols/move.h"
#include "meshwright/yaml/draft.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

/// References in a value that goes to another file lead where they led.
void relocate(yaml::Piece &piece, const std::string &from, const std::string &to)
{
    const bool hasReference =
        piece.document && piece.node &&
        piece.document->text()->slice(piece.node->range).find("$ref") != std::string_view::npos;
    if (!hasReference || !piece.open())
        return;
    for (auto &part : piece.parts) {
        const auto *text = part.value.node;
        if (part.name == "$ref" && text && text->kind == yaml::Kind::Scalar)
            part.value.setText(symbols::relocated(text->value, from, to));
        else
            relocate(part.value, from, to);
    }
}

/// The text of a new spec with the servers of another one; as it was where that can't be.
std::string withServersOf(const asyncapi::Spec &spec, const std::string &file, std::string text)
{
    const auto document = yaml::Document::parse(makeText(std::string(text)));
    auto source = yaml::Draft::of(spec.document);
    auto target = yaml::Draft::of(document);
    auto servers = source && target ? source->root.take("servers") : std::nullopt;
    if (!servers)
        return text;
    servers->above.clear();
    relocate(servers->value, spec.file, file);
    target->root.insertAfter(target->root.find("defaultContentType") ? "defaultContentType"
                                                                     : "info",
                             std::move(*servers));
    auto written = target->write();
    const auto again = yaml::Document::parse(makeText(std::string(written)));
    return again->isComplete() && again->find({"servers"}) ? written : text;
}

/// The spec that the chosen topics go to, as the workspace has it before they do.
Result<WorkspacePtr> withNewSpec(const Topology &topology, const asyncapi::Spec &source,
                                 const ContextSplit &wanted)
{
    NewSpec spec;
    spec.file = wanted.file;
    spec.asyncapi = source.version.value;
    spec.id = wanted.to;
    spec.title = wanted.title;
    const auto *contentType = source.document->root()->find("defaultContentType");
    spec.contentType = contentType ? contentType->scalarText().value_or("") : "";
    auto made = addContext(topology, spec);
    if (!made)
        return tl::unexpected(made.error());
    auto &bytes = made->created.at(wanted.file).bytes;
    bytes = withServersOf(source, wanted.file, std::move(bytes));
    return topology.workspace->withEdit(*made);
}

Result<void> checkChosen(const Topology &topology, const ContextSplit &wanted)
{
    const auto *from = topology.context(wanted.from);
    if (!from)
        return notFound("There is no bounded context '" + wanted.from.value + "' here.");
    if (wanted.topics.empty() && wanted.readings.empty())
        return invalid("Choose what the new context gets: at least one topic.", from->spec->file);
    for (const auto &name : wanted.topics)
        if (const auto *topic = topology.topic(name); !topic || topic->owner != wanted.from)
            return notFound("'" + wanted.from.value + "' owns no topic '" + name.value + "'.",
                            from->spec->file);
    return {};
}

} // namespace

Result<WorkspaceEdit> splitContext(const TopologyPtr &topology, const ContextSplit &wanted)
{
    if (auto fine = checkChosen(*topology, wanted); !fine)
        return tl::unexpected(fine.error());
    const auto start = withNewSpec(*topology, *topology->context(wanted.from)->spec, wanted);
    if (!start)
        return tl::unexpected(start.error());
    Steps steps(*start);
    for (const auto &topic : wanted.topics)
        if (auto done = steps.take(
                symbols::moveTopic(*symbols::indexSymbols(steps.now()), topic, wanted.to));
            !done)
            return tl::unexpected(done.error());
    for (const auto &reading : wanted.readings) {
        auto done = steps.take(consume(*steps.now(), wanted.to, reading));
        if (done)
            done = steps.take(stopConsuming(*steps.now(), wanted.from, reading, true));
        if (!done)
            return tl::unexpected(done.error());
    }
    auto edit = steps.edit();
    edit.files.erase(wanted.file);
    edit.created[wanted.file] = {steps.now()->workspace->text(wanted.file)->bytes(),
                                 Encoding::Utf8};
    return edit;
}

} // namespace meshwright::modelling
