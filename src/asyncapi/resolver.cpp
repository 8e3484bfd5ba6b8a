// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/resolver.h"

#include "asyncapi/referencetext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace meshwright::asyncapi {

namespace {

using Status = Resolution::Status;
using Trail = std::vector<const yaml::Node *>;

constexpr std::size_t longestChain = 32;
constexpr std::size_t mostSteps = 1'000; // of one reference, against hostile documents

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

Resolution failure(Status status, std::string message, std::string file = {})
{
    Resolution result;
    result.status = status;
    result.message = std::move(message);
    result.file = std::move(file);
    return result;
}

Resolution success(std::string file, yaml::DocumentPtr document, const yaml::Node *node)
{
    Resolution result;
    result.status = Status::Found;
    result.file = std::move(file);
    result.document = std::move(document);
    result.node = node;
    return result;
}

bool isYamlOrJson(std::string_view file)
{
    constexpr std::array<std::string_view, 4> endings{".yaml", ".yml", ".json", ".avsc"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return file.ends_with(ending); });
}

Resolution cycle(std::string_view reference)
{
    return failure(Status::Cycle, quoted(reference) +
                                      " leads back to itself: let one of the references in the "
                                      "circle name a value instead.");
}

const yaml::Node *item(const yaml::Node &sequence, const std::string &token)
{
    std::size_t index = 0;
    const auto *const end = token.data() + token.size();
    const auto [rest, error] = std::from_chars(token.data(), end, index);
    const bool isCanonical = !token.empty() && (token.size() == 1 || token.front() != '0');
    if (error != std::errc() || rest != end || !isCanonical || index >= sequence.items.size())
        return nullptr;
    return sequence.items[index];
}

/// Why a reference can't be looked up among the workspace's files at all.
std::optional<Resolution> outsideFault(std::string_view reference, std::string_view path)
{
    const auto scheme = schemeOf(path);
    if (scheme == "http" || scheme == "https" || path.starts_with("//"))
        return failure(Status::Network, quoted(reference) +
                                            " is on the network, where Meshwright never looks. "
                                            "Copy the file into the workspace and name it by its "
                                            "path.");
    if (!scheme.empty())
        return failure(Status::Outside,
                       quoted(reference) +
                           " is not a path in the workspace: write the path from this file to "
                           "the other one.");
    return std::nullopt;
}

/// Candidates for a path, best first: a leading slash means the spec's folder, then the root.
std::vector<std::string> candidates(const std::string &fromFile, std::string_view path)
{
    std::vector<std::string> files;
    const auto add = [&](std::optional<std::string> file) {
        if (file && !file->empty() && std::find(files.begin(), files.end(), *file) == files.end())
            files.push_back(std::move(*file));
    };
    add(relativeTo(fromFile, path));
    if (path.starts_with('/'))
        add(relativeTo({}, path));
    return files;
}

} // namespace

const yaml::Node *referenceOf(const yaml::Node &node)
{
    if (node.kind != yaml::Kind::Mapping)
        return nullptr;
    const auto *value = node.find("$ref");
    if (!value || !value->isScalar() || !value->isString())
        return nullptr;
    return &value->resolved();
}

struct Resolver::Step
{
    std::string file;
    yaml::DocumentPtr document;
    std::string_view reference;
};

yaml::DocumentPtr Resolver::document(const std::string &file)
{
    const auto known = m_reached.find(file);
    if (known != m_reached.end())
        return known->second;
    return m_reached.emplace(file, m_files.document(file)).first->second;
}

Resolution Resolver::settle(Resolution found, Trail &trail)
{
    if (found.status != Status::Found)
        return found;
    const auto *reference = referenceOf(*found.node);
    if (!reference)
        return found;
    if (std::find(trail.begin(), trail.end(), found.node) != trail.end() ||
        trail.size() >= longestChain || m_budget == 0)
        return cycle(reference->value);
    --m_budget;
    trail.push_back(found.node);
    auto further = find(found.file, reference->value, trail);
    const bool isBroken = further.status != Status::Found && further.status != Status::Cycle;
    if (isBroken && further.brokenIn.empty())
        further.brokenIn = found.file;
    return further;
}

Resolution Resolver::descend(const Step &start, const std::vector<PointerToken> &tokens,
                             Trail &trail)
{
    auto at = success(start.file, start.document, start.document->root());
    for (std::size_t i = 0; at.node; ++i) {
        at.node = &at.node->resolved();
        if (i == tokens.size())
            return settle(std::move(at), trail);
        const auto step = [&](const yaml::Node &node) {
            if (node.kind == yaml::Kind::Mapping)
                return node.find(tokens[i].key);
            return node.kind == yaml::Kind::Sequence ? item(node, tokens[i].key) : nullptr;
        };
        const auto *next = step(*at.node);
        if (!next && referenceOf(*at.node)) {
            auto side = trail; // the way to a key on the path is not part of the chain itself
            at = settle(std::move(at), side);
            if (at.status != Status::Found)
                return at;
            next = step(*at.node);
        }
        if (!next && !at.document->isComplete()) // its syntax error is told where it is
            return failure(Status::Foreign, {}, at.file);
        if (!next)
            return failure(Status::NoTarget,
                           quoted(start.reference) + " leads nowhere: there is no " +
                               quoted(tokens[i].key) + " in " + at.file +
                               (i == 0 ? "" : " at " + quoted(tokens[i - 1].key)) +
                               ". Correct the reference, or add what it names.",
                           start.file);
        at.node = next;
    }
    return failure(Status::NoTarget, quoted(start.reference) + " leads into an empty file.",
                   start.file);
}

Resolution Resolver::find(const std::string &fromFile, std::string_view reference, Trail &trail)
{
    const auto hash = std::min(reference.find('#'), reference.size());
    const auto path = reference.substr(0, hash);
    const auto fragment = reference.substr(std::min(hash + 1, reference.size()));
    if (auto fault = outsideFault(reference, path))
        return *fault;
    const auto decoded = percentDecoded(path);
    const auto tokens = pointerTokens(fragment);
    if (!decoded || decoded->find('\0') != std::string::npos)
        return failure(Status::Malformed,
                       quoted(reference) + " is not a reference: write a path, '#/' and keys, or "
                                           "both.");
    auto files = path.empty() ? std::vector{fromFile} : candidates(fromFile, *decoded);
    const auto outside = quoted(reference) +
                         " leads out of the workspace, where Meshwright never looks. Copy the "
                         "file into the workspace.";
    if (files.empty())
        return failure(Status::Outside, outside);
    const auto found = std::find_if(files.begin(), files.end(), [&](const std::string &file) {
        return document(file) != nullptr || m_files.exists(file);
    });
    if (found == files.end())
        return decoded->starts_with('/')
                   ? failure(Status::Outside, outside, files.front())
                   : failure(Status::NoFile,
                             quoted(reference) + " names a file that is not there: " +
                                 files.front() + ". Correct the path, or add the file.",
                             files.front());
    const auto target = document(*found);
    if (!target && !isYamlOrJson(*found)) {
        auto foreign = failure(Status::Foreign, {}, *found);
        return foreign;
    }
    if (!target)
        return failure(Status::NoFile,
                       quoted(reference) + " names " + *found + ", which could not be read.",
                       *found);
    if (!tokens)
        return failure(Status::Malformed,
                       quoted(reference) +
                           " is not a JSON Pointer: behind '#', write '/' before each key, ~1 "
                           "for '/' and ~0 for '~'.",
                       *found);
    return descend({*found, target, reference}, *tokens, trail);
}

const Resolution &Resolver::resolve(const std::string &fromFile, std::string_view reference)
{
    auto &known = m_known[fromFile];
    const auto found = known.find(std::string(reference));
    if (found != known.end())
        return found->second;
    Trail trail;
    m_budget = mostSteps;
    auto result = find(fromFile, reference, trail);
    return m_known[fromFile].emplace(reference, std::move(result)).first->second;
}

Spot Resolver::spot(const std::string &file, const yaml::Node &node)
{
    return {&m_known.try_emplace(file).first->first, &node.resolved()};
}

Spot Resolver::follow(const Spot &from)
{
    if (!from)
        return {};
    const auto *reference = referenceOf(*from.node);
    if (!reference)
        return from;
    const auto &target = resolve(*from.file, reference->value);
    if (target.status != Status::Found)
        return {};
    return spot(target.file, *target.node);
}

Spot Resolver::child(const Spot &from, std::string_view key)
{
    if (!from || from.node->kind != yaml::Kind::Mapping)
        return {};
    const auto *value = from.node->find(key);
    return value ? Spot{from.file, &value->resolved()} : Spot{};
}

} // namespace meshwright::asyncapi
