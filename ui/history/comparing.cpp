// SPDX-License-Identifier: Apache-2.0
#include "ui/history/comparing.h"

#include <utility>

namespace meshwright::ui {

namespace {

Result<std::shared_ptr<const Past>> readPast(const CompareInput &input)
{
    const auto &root = input.next->workspace->root();
    const auto repository = input.open(root);
    if (!repository)
        return tl::unexpected(repository.error());
    const auto commit = (*repository)->resolve(input.base);
    if (!commit)
        return tl::unexpected(commit.error());
    if (input.known && input.known->commit == *commit && input.known->root == root)
        return input.known;
    auto state = history::workspaceAt(**repository, *commit, root);
    if (!state)
        return tl::unexpected(state.error());
    return std::make_shared<const Past>(Past{root, *commit, std::move(*state)});
}

} // namespace

Result<Compared> compareWith(const CompareInput &input)
{
    auto past = readPast(input);
    if (!past)
        return tl::unexpected(past.error());
    const auto &workspace = input.next->workspace;
    auto states = history::comparable((*past)->state, workspace, input.states);
    Compared result;
    result.past = std::move(*past);
    result.base = buildTopology(states.base);
    result.next = states.next == workspace ? input.next : buildTopology(states.next);
    result.comparison = compare::compareStates(*result.base, *result.next);
    if (!workspace->only().empty())
        result.comparison = compare::onlyIn(std::move(result.comparison), *result.base,
                                            *result.next, workspace->only());
    result.missing = std::move(states.missing);
    return result;
}

} // namespace meshwright::ui
