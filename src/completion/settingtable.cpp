// SPDX-License-Identifier: Apache-2.0
#include "completion/settingtable.h"

namespace meshwright::completion {

const std::vector<Setting> &settingTable()
{
    using reference::Shape;
    static const std::vector<Setting> table{
        {"version", Shape::Scalar, "The version of this format.", "1", "", true},
        {"organisation", Shape::Scalar, "What `[organisation]` stands for in the pattern."},
        {"naming", Shape::Mapping, "How topics are named."},
        {"naming/pattern", Shape::Scalar, "The parts of a topic's full name, in order.",
         "[domain].[service].[access].[type] [organisation].[domain].[service].[access].[type]",
         "[domain].[service].[access].[type]"},
        {"naming/keywords", Shape::Mapping,
         "How each kind of access is spelt in a channel's name."},
        {"naming/keywords/public", Shape::Scalar, "Every context reads, the owner writes.", "",
         "_public"},
        {"naming/keywords/protected", Shape::Scalar,
         "Those read that a tag `grant-access:` names, the owner writes.", "", "_protected"},
        {"naming/keywords/private", Shape::Scalar, "The owner alone reads and writes.", "",
         "_private"},
        {"naming/forbiddenWords", Shape::ScalarList,
         "Words that no name may have, beyond Meshwright's own list of regions, stages and "
         "products."},
        {"controlPlane", Shape::ScalarList, "Domains that the graph draws apart."},
        {"checks", Shape::Mapping, "Which advice is given."},
        {"checks/advice", Shape::Scalar,
         "Whether rules of advice say anything. Errors and warnings always do.", "on off", "on"},
        {"checks/skip", Shape::ScalarList, "Rules of advice that say nothing."},
        {"slices", Shape::Mapping,
         "What belongs to a context besides its spec, and how it is named after it."},
        {"slices/*/pattern", Shape::Scalar,
         "What stands in the spec: a text with `[organisation]`, `[domain]`, `[service]` and "
         "`[id]`.",
         "[id] [domain].[service]"},
        {"slices/*/field", Shape::Scalar, "The field under `info`, or at the root of the spec."},
        {"slices/*/prefix", Shape::Scalar, "Longer names below it are right as well.",
         "true false", "false"},
        {"slices/*/required", Shape::Scalar, "Tells of each spec that does not declare it.",
         "true false", "false"},
        {"glossary", Shape::List, "The company's words."},
        {"glossary/*/term", Shape::Scalar, "The word.", "", "", true},
        {"glossary/*/description", Shape::Scalar, "What it means here."},
        {"environments", Shape::Mapping,
         "Where topics can be provisioned, by names of your choice."},
        {"environments/*/connector", Shape::Scalar,
         "A real cluster, or one inside Meshwright with Kafka's own rules.", "kafka sandbox",
         "kafka"},
        {"environments/*/guard", Shape::Scalar,
         "How careful to be before a write: `dev` applies at one click, `confirm` asks once, "
         "`prod` is read-only until the environment's name is typed.",
         "dev confirm prod", "confirm"},
        {"environments/*/bootstrap", Shape::Scalar,
         "The address of a broker, as host:port, or a list of them. The connector kafka needs it."},
        {"environments/*/security", Shape::Mapping, "How to reach the brokers and who to be."},
        {"environments/*/security/protocol", Shape::Scalar, "How connections are made.",
         "PLAINTEXT SSL SASL_PLAINTEXT SASL_SSL"},
        {"environments/*/security/mechanism", Shape::Scalar, "How the client proves who it is.",
         "PLAIN SCRAM-SHA-256 SCRAM-SHA-512"},
        {"environments/*/security/username", Shape::Scalar, "Who to be."},
        {"environments/*/security/password", Shape::Scalar,
         "Where the password is: a secret never stands in this file.", "${env: ${file:"},
        {"environments/*/security/ca", Shape::Scalar,
         "A file with the certificates to trust, instead of the system's own."},
        {"environments/*/security/certificate", Shape::Scalar,
         "The client's own certificate, for mutual TLS."},
        {"environments/*/security/key", Shape::Scalar, "The file with the certificate's key."},
        {"environments/*/security/keyPassword", Shape::Scalar,
         "Where the key's password is: a secret never stands in this file.", "${env: ${file:"},
        {"environments/*/settings", Shape::Mapping,
         "More properties of the Kafka client, by librdkafka's names."},
        {"environments/*/properties", Shape::Mapping, "Another spelling of `settings`."},
        {"environments/*/overrides", Shape::Mapping,
         "What this environment does differently from the specs."},
        {"environments/*/overrides/partitions", Shape::Scalar,
         "The number of partitions of topics that leave it out."},
        {"environments/*/overrides/replicas", Shape::Scalar, "The number of replicas here."},
        {"environments/*/overrides/principals", Shape::Mapping,
         "By context, the principal that acts for it. Without one it is `User:` and the "
         "context's id."},
        {"environments/*/overrides/topicSettings", Shape::Mapping,
         "Kafka topic settings for every topic here."},
        {"environments/*/expectedClusterId", Shape::Scalar,
         "The id that the cluster must answer with. Guards against an address that has come to "
         "mean another cluster."},
        {"environments/*/legacyIdempotentWrite", Shape::Scalar,
         "Adds IDEMPOTENT_WRITE for producers; brokers before 2.8 need it.", "true false", "false"},
        {"environments/*/compat", Shape::Scalar,
         "Exactly the topics and ACLs that SpecMesh would make.", "specmesh"},
    };
    return table;
}

} // namespace meshwright::completion
