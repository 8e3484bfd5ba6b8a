// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/schemafiles.h"
#include "meshwright/lint/lint.h"
#include "meshwright/policy/policy.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshwright::linting {

/// What rules look up across the whole company, made once for all files of a pass.
struct CompanyNames
{
    explicit CompanyNames(const Topology &topology);

    std::vector<ContextId> contexts; ///< sorted
    std::map<std::string, std::vector<const Topic *>>
        collisions; ///< names that a broker takes for one
    /// The topics whose messages a schema file describes.
    std::map<std::string, std::vector<const Topic *>> schemaFiles;

private:
    void addSchemaFiles(const Topic &topic);
};

/// The company's policies as they hold everywhere, and in each environment that one of them names.
class PolicyViews
{
public:
    explicit PolicyViews(const Topology &topology);

    /// Empty where there are no policies at all.
    const std::vector<std::unique_ptr<policy::Judge>> &judges() const { return m_judges; }

private:
    std::vector<std::unique_ptr<policy::Judge>> m_judges;
};

/// The `$ref`s of a file to its own channels and into them, by the channel's token in a pointer.
using ChannelReferences = std::unordered_map<std::string, std::vector<const yaml::Node *>>;

/// One pass over one file: what the rules read, and where their findings go.
struct Pass
{
    const Topology &topology;
    const CompanyNames &names;
    SchemaFiles &schemas;
    const PolicyViews &policies;
    const WorkspaceFile &file;
    std::vector<Diagnostic> &out;

    const Workspace &workspace() const { return *topology.workspace; }

    const Convention &convention() const { return workspace().settings().convention; }

    /// The spec of the file's present text, or the last good one; null where there is none.
    const asyncapi::Spec *spec() const
    {
        return file.spec ? file.spec.get() : file.lastGoodSpec.get();
    }

    /// The context of this file, or null (no id, or another file has the id).
    const Context *context() const;

    /// Of the file's present text; looked for once a pass, when first asked for.
    const ChannelReferences &channelReferences() const;

    mutable std::optional<ChannelReferences> m_channelReferences = {};
};

/// Reports a finding with the severity of its rule; its path comes from the place. A finding in
/// another file (a shared one that this spec refers to) is reported there.
Diagnostic &report(Pass &pass, std::string_view rule, const asyncapi::Place &place,
                   std::string message);

/// For a message that quotes a name: one of megabytes is shortened, and characters that nobody sees
/// are named (`<U+202E>`).
std::string readable(std::string text);

/// Replaces the scalar at the place.
QuickFix replaceScalarFix(const Pass &pass, const asyncapi::Place &place, std::string_view value,
                          std::string title);

/// Gives a channel another address: its key or AsyncAPI 3 address, and the references that point to
/// the key within the file.
QuickFix renameChannelFix(const Pass &pass, const asyncapi::Channel &channel,
                          std::string_view address);

/// Gives a topic another name wherever the workspace names it: its owner's channel, its readers'
/// channels, and the references to them. Nothing where the name is taken.
std::optional<QuickFix> renameTopicFix(const Pass &pass, const Topic &topic,
                                       const std::string &newName);

/// The families of rules, one file each.
void checkDocument(Pass &pass); ///< the file itself, its syntax, its references
void checkSettingsFile(Pass &pass);
void checkSchemaFile(Pass &pass);
void checkGraphFiles(Pass &pass); ///< the graph's named views and places
void checkGlossaryFile(Pass &pass);
void checkTags(Pass &pass);
void checkIdentity(Pass &pass);
void checkNames(Pass &pass);
void checkWords(Pass &pass); ///< what names say, and how they spell it
void checkAccess(Pass &pass);
void checkKafka(Pass &pass);
void checkSchemaSharing(Pass &pass); ///< schemas that refer to what is not for everybody
void checkSlices(Pass &pass);
void checkPolicyFile(Pass &pass); ///< a file that the settings name as one
void checkPolicies(Pass &pass);   ///< the topics of a spec, by the company's policies

/// Whether the conventions and Kafka's rules concern the spec: not where all its servers speak
/// another protocol.
bool isForKafka(const asyncapi::Spec &spec);

} // namespace meshwright::linting
