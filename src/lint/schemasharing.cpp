// SPDX-License-Identifier: Apache-2.0
// A schema that refers to another one gives its readers what that one says.
#include "lint/finding.h"

#include "asyncapi/schemafiles.h"

#include <algorithm>
#include <set>

namespace meshwright::linting {

namespace {

using asyncapi::SchemaFile;
using asyncapi::SchemaFiles;

/// The topic whose own schema the file is, where the context may not read any such topic.
const Topic *closedTopic(const Pass &pass, const std::string &file, const ContextId &context)
{
    const auto found = pass.names.schemaFiles.find(file);
    if (found == pass.names.schemaFiles.end())
        return nullptr;
    const auto &topics = found->second;
    const bool isOpen = std::any_of(topics.begin(), topics.end(),
                                    [&](const Topic *topic) { return mayRead(*topic, context); });
    return isOpen ? nullptr : topics.front();
}

class Sharing
{
public:
    Sharing(Pass &pass, const Context &context)
        : m_pass(pass)
        , m_context(context)
        , m_files(pass.workspace(), *context.spec)
    {}

    void check(const asyncapi::Payload &payload)
    {
        if (const auto *file = m_files.of(payload))
            follow(*file, payload.reference ? payload.reference->place : payload.place);
    }

private:
    void follow(const SchemaFile &file, const asyncapi::Place &place)
    {
        if (!m_seen.insert(file.file).second)
            return;
        for (const auto &use : file.uses) {
            if (const auto *topic = closedTopic(m_pass, use.file, m_context.id))
                tell(file, use, *topic, place);
            else if (const auto *used = m_files.of(use, file.type))
                follow(*used, place);
        }
    }

    void tell(const SchemaFile &file, const SchemaFile::Use &use, const Topic &topic,
              const asyncapi::Place &place)
    {
        const bool isProtected = topic.access == Access::Protected;
        report(
            m_pass, isProtected ? "access/no-grant" : "access/private", place,
            "The schema " + file.file + " refers to " + use.name + " in " + use.file +
                ", the schema of '" + topic.name.value + "', which '" + m_context.id.value +
                "' may not read: " + (isProtected ? "ask its owner for a grant, or put" : "put") +
                " what both share into a file of its own.");
    }

    Pass &m_pass;
    const Context &m_context;
    SchemaFiles m_files;
    std::set<std::string> m_seen;
};

} // namespace

void checkSchemaSharing(Pass &pass)
{
    const Context *context = pass.context();
    if (!context)
        return;
    const auto &reached = context->spec->dependencies;
    const bool isSuspect = std::any_of(reached.begin(), reached.end(), [&](const auto &file) {
        return closedTopic(pass, file, context->id) != nullptr;
    });
    if (!isSuspect)
        return;
    Sharing sharing(pass, *context);
    for (const Topic *topic : pass.topology.topicsOf(context->id)) {
        const auto check = [&](const std::vector<asyncapi::Message> &messages) {
            for (const auto &message : messages) {
                if (message.payload)
                    sharing.check(*message.payload);
                if (message.kafka && message.kafka->keySchema)
                    sharing.check(*message.kafka->keySchema);
            }
        };
        check(topic->declaration().messages);
        for (const auto &operation : topic->declaration().operations)
            check(operation.messages);
    }
}

} // namespace meshwright::linting
