// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/contextacts.h"

#include "modelling/checked.h"
#include "modelling/places.h"

namespace meshwright::modelling {

namespace {

Result<WorkspaceEdit> setInfo(const Topology &topology, const std::string &file,
                              const std::string &key, const std::string &text)
{
    const auto *known = topology.workspace->file(file);
    if (!known || !known->spec || !known->document || !known->document->root())
        return notFound("There is no spec in " + file + ".", file);
    Draft draft(topology.workspace);
    asyncapi::Resolver resolver(draft);
    const auto root = resolver.spot(file, *known->document->root());
    const auto info = resolver.value(root, "info");
    const auto present = resolver.child(info, key);
    if (present && present.node->scalarText().value_or("") == text && !text.empty())
        return WorkspaceEdit{};
    Result<void> done;
    if (text.empty())
        done = info ? takeEntry(draft, info, key) : Result<void>{};
    else
        done = putAlong(draft, root, {"info", key}, text);
    if (!done)
        return tl::unexpected(done.error());
    return checked(topology, draft, {{{factOf(file, key), text}}});
}

} // namespace

Result<WorkspaceEdit> addContext(const Topology &topology, const NewSpec &wanted)
{
    auto text = newSpecText(topology.workspace, wanted);
    if (!text)
        return tl::unexpected(text.error());
    WorkspaceEdit edit;
    edit.created[wanted.file] = {std::move(*text), Encoding::Utf8};
    return edit;
}

Result<WorkspaceEdit> setTitle(const Topology &topology, const std::string &file,
                               const std::string &title)
{
    if (title.empty())
        return invalid("A spec has a title, which AsyncAPI asks for: name what the context does.",
                       file);
    return setInfo(topology, file, "title", title);
}

Result<WorkspaceEdit> setDescription(const Topology &topology, const std::string &file,
                                     const std::string &description)
{
    return setInfo(topology, file, "description", description);
}

} // namespace meshwright::modelling
