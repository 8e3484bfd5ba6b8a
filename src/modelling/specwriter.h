// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"
#include "modelling/places.h"

#include "meshwright/modelling/messageacts.h"
#include "meshwright/yaml/write.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::modelling {

/// What a channel that is yet to be written says.
struct ChannelText
{
    std::string address;
    std::vector<std::string> words; ///< what its key and its operation are named after
    asyncapi::Action action = asyncapi::Action::Send;
    std::string description;
    std::optional<int> partitions;
    std::optional<int> replicas;
    std::map<std::string, std::string> settings;
    std::vector<std::pair<std::string, yaml::Value::Entries>> messages; ///< by name
};

/// Writes channels, operations and messages into one spec of a draft, in the habits of the file.
class SpecWriter
{
public:
    SpecWriter(Draft &draft, std::string file);

    /// The spec as it was when the writer was made.
    const asyncapi::Spec &spec() const { return *m_spec; }

    Result<void> addChannel(const ChannelText &wanted);
    /// In their order, all with one action; one edit each of the channels and of the operations.
    Result<void> addChannels(const std::vector<ChannelText> &wanted);
    /// A message for a channel of this spec: in place, or a `$ref` to the components, where it then
    /// goes first, as the spec has its others.
    Result<yaml::Value> placeMessage(const std::string &name, yaml::Value::Entries message);
    /// What a new message is made of. Its schema goes to the components where the others' do.
    Result<yaml::Value::Entries> messageEntries(const NewMessage &wanted);
    /// AsyncAPI 3: an operation on the channel of this key.
    Result<void> addOperation(const ChannelText &wanted, const std::string &channel,
                              const std::vector<std::string> &messages);
    /// AsyncAPI 2: the value of `publish` or `subscribe`.
    Result<yaml::Value> operationOfVersion2(const ChannelText &wanted);

private:
    std::string operationId(const ChannelText &wanted);
    std::string channelKey(const ChannelText &wanted);
    Result<yaml::Value> channelOf(const ChannelText &wanted, const std::string &settingsMap);
    Result<yaml::Value> bindingOf(const ChannelText &wanted, const std::string &settingsMap) const;
    yaml::Value operationOn(const ChannelText &wanted, const std::string &channel,
                            const std::vector<std::string> &messages) const;
    std::string lastOperationLike(asyncapi::Action action) const;
    bool keepsMessagesInComponents() const;
    bool keepsSchemasInComponents() const;
    bool listsOperationMessages() const;
    bool hasOperationIds() const;
    std::vector<std::string> operationIds(std::optional<asyncapi::Action> action) const;
    Result<void> addChild(const Keys &path, const std::string &key, const yaml::Value &value,
                          const std::string &after);
    Result<void> addChildren(const Keys &path, const yaml::Value::Entries &children,
                             const std::string &after);
    std::string lastChannelLike(asyncapi::Action action) const;

    Draft &m_draft;
    std::string m_file;
    std::shared_ptr<const asyncapi::Spec> m_spec;
    std::vector<std::string> m_newIds;  ///< of operations that this writer gave
    std::vector<std::string> m_newKeys; ///< of channels
};

yaml::Value fieldSchema(const NewField &field);
/// A JSON object's schema with these fields.
yaml::Value objectSchema(const std::vector<NewField> &fields);
/// Why it is no field, or nothing.
std::optional<std::string> fieldFault(const NewField &field);
/// The same of a message.
std::optional<std::string> messageFault(const NewMessage &message);
/// The `schemaFormat` that a file's name asks for; empty for JSON Schema.
std::string formatOfFile(const std::string &reference);
/// `payload`, and for AsyncAPI 2 `schemaFormat` beside it.
void addPayload(yaml::Value::Entries &message, int major, const std::string &format,
                yaml::Value schema);

} // namespace meshwright::modelling
