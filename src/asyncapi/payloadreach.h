// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/asyncapi/spec.h"
#include "meshwright/schema/payload.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::asyncapi {

/// The schema language of a payload. SpecMesh's `schemaRef` has no `schemaFormat`: there the file's
/// name tells.
std::string schemaFormatOf(const Payload &payload);

/// How the payloads of one spec reach other files of its workspace. The resolver remembers which.
///
/// An Avro name leads to a file of that name beside the one that names it, or into an .avsc file
/// that the spec refers to. A Protobuf import starts from the folder of the file, or from one
/// above.
class PayloadReach
{
public:
    /// `referred`: the files that the spec refers to.
    PayloadReach(const Files &files, Resolver &resolver, std::vector<std::string> referred);

    /// Valid as long as this.
    const schema::Reach &reach() const { return m_reach; }

    /// Nothing where the payload can't be read as its format asks for.
    schema::PayloadSchema schemaOf(const Payload &payload);

    /// The payload's fields, in whatever format it is. Those of a text within a document have the
    /// place of the payload, for their own is one in that text.
    std::vector<schema::Field> fieldsOf(const Payload &payload);

private:
    using Definitions = std::map<std::string, Spot>;

    Spot unwrapped(const Spot &spot);
    Spot avroType(const std::string &fromFile, const std::string &fullName);
    const Definitions &definitionsIn(const std::string &file, const yaml::Document &document);
    std::optional<schema::SchemaText> import(const std::string &fromFile, const std::string &path);

    const Files &m_files;
    Resolver &m_resolver;
    std::vector<std::string> m_referred;
    std::map<std::string, Definitions> m_definitions;
    std::size_t m_namesGiven = 0;
    schema::Reach m_reach;
};

/// Lets the resolver reach what the spec's payloads need beyond `$ref`s, so that the spec depends
/// on it.
void reachPayloadFiles(const Files &files, Resolver &resolver, const Spec &spec);

/// Calls `visit` with every payload of the spec's messages, the same one perhaps several times.
template <typename Visit>
void forEachPayload(const Spec &spec, const Visit &visit)
{
    const auto visitAll = [&](const std::vector<Message> &messages) {
        for (const auto &message : messages)
            if (message.payload)
                visit(*message.payload);
    };
    visitAll(spec.messages);
    for (const auto &channel : spec.channels) {
        visitAll(channel.messages);
        for (const auto &operation : channel.operations)
            visitAll(operation.messages);
    }
}

} // namespace meshwright::asyncapi
