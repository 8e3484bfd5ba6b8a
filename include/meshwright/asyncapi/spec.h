// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::asyncapi {

/// A text and where it stands.
struct Located
{
    std::string value;
    Place place;

    bool operator==(const Located &) const = default;
};

struct Tag
{
    Located name;
    std::string description;
};

/// One `key: value` of a topic's settings; `value` as Kafka takes it (a list joined by commas).
struct TopicSetting
{
    Located key;
    Located value;
    bool isScalar = true; ///< false: a list or a mapping stood there
};

/// Where the binding writes a number, the text stays too, so that rules can judge it.
struct KafkaChannelBinding
{
    Place place;
    std::optional<Located> topic;
    std::optional<Located> partitions;
    std::optional<Located> replicas;
    std::vector<TopicSetting>
        settings; ///< `topicConfiguration` (official) and `configs`/`config` (SpecMesh)
    std::optional<Located> environments; ///< `envs` (SpecMesh), joined by commas
    std::optional<Located> bindingVersion;
};

/// The whole number that a binding's text says; nothing for any other text, which rules report.
std::optional<int> numberIn(const std::optional<Located> &text);

/// A payload schema: inline (`file` is where it stands) or in a file of its own.
struct Payload
{
    Place place;
    std::string format;               ///< `schemaFormat`, empty for the AsyncAPI schema object
    Place formatPlace;                ///< of `schemaFormat`, where it is written
    std::optional<Located> reference; ///< the `$ref` as written
    std::string file;                 ///< the file that holds the schema
    const yaml::Node *node = nullptr; ///< resolved; null for what is not YAML or JSON (Protobuf)
};

struct KafkaMessageBinding
{
    Place place;
    const yaml::Node *key = nullptr;  ///< as it stands in the binding
    std::optional<Payload> keySchema; ///< the same, its reference followed
    std::optional<Located> schemaIdLocation;
    std::optional<Located> schemaIdPayloadEncoding;
    std::optional<Located> schemaLookupStrategy;
};

struct Message
{
    std::string key; ///< its key among the channel's or the components' messages, or empty
    std::string name;
    std::string title;
    std::string summary;
    std::string contentType;
    Place place;
    std::vector<Tag> tags;
    std::optional<Payload> payload;
    std::optional<KafkaMessageBinding> kafka;
};

/// From the view of the application that the spec describes (see docs/compatibility.md): AsyncAPI 2
/// publish and AsyncAPI 3 send are Send.
enum class Action { Send, Receive };

struct Operation
{
    Action action = Action::Send;
    std::string id;
    Place place;    ///< the operation's value
    Place keyPlace; ///< `publish`, `send`'s operation key …
    std::string summary;
    std::vector<Tag> tags; ///< its traits' too
    std::vector<Message> messages;
};

/// How much a channel's owner expects it to hold (`x-volume`): bytes of one copy, as a broker
/// stores them. The texts stay as they are written; bytesIn reads them.
struct Volume
{
    std::optional<Located> bytesPerDay;
    std::optional<Located> retainedBytes;
};

/// Bytes from `1500`, `20 MB`, `1.5 GiB` (kB, MB, GB, TB are thousands; KiB … TiB are 1024s);
/// nothing for any other text.
std::optional<double> bytesIn(std::string_view text);

struct Channel
{
    std::string key;
    std::string address; ///< AsyncAPI 3 `address`, or the key
    Place addressPlace;  ///< the scalar that holds the address
    Place keyPlace;
    Place place;
    std::string description;
    std::vector<Tag> tags;
    std::vector<Message> messages;
    std::vector<Operation> operations;
    std::optional<KafkaChannelBinding> kafka;
    std::optional<Volume> volume;

    bool sends() const;
    bool receives() const;
};

struct Server
{
    std::string name;
    std::string host; ///< AsyncAPI 2 `url`, AsyncAPI 3 `host`
    std::string protocol;
    Place place;
};

/// A `$ref` that leads nowhere.
struct BrokenReference
{
    Located reference;
    Resolution::Status status = Resolution::Status::Malformed;
    std::string message;
    std::vector<std::string> path;
    bool isBesideReference = false; ///< in a value that stands beside another `$ref`
};

/// One AsyncAPI document, all versions behind one model. Nodes point into documents that the spec
/// keeps alive.
struct Spec
{
    std::string file;
    yaml::DocumentPtr document;
    std::vector<yaml::DocumentPtr> referenced; ///< keeps nodes of other files alive
    std::vector<std::string> dependencies;     ///< files that references reach (or would), sorted
    Located version;                           ///< `asyncapi`
    int major = 0;                             ///< 2 or 3; 0 where the version is not known
    std::optional<Located> id;
    std::string title;
    std::string apiVersion;
    std::string description;
    Place infoPlace;
    std::vector<Tag> tags;
    std::vector<Server> servers;
    std::vector<Channel> channels;
    std::vector<Message> messages; ///< of the components
    std::vector<BrokenReference> brokenReferences;
};

/// The versions of AsyncAPI that are published, oldest first.
const std::vector<std::string_view> &knownVersions();
bool isKnownVersion(std::string_view version);
/// The published version with the same rules: 2.6.0 for 2.6.3; nothing for 2.7.0 and 2.6.
std::optional<std::string_view> versionOfLine(std::string_view version);

/// Whether the document says that it is AsyncAPI (a root key `asyncapi`).
bool isAsyncApi(const yaml::Document &document);

/// Reads what is there; what is malformed is left out (rules report it).
std::shared_ptr<const Spec> readSpec(const Files &files, const std::string &file,
                                     const yaml::DocumentPtr &document);

} // namespace meshwright::asyncapi
