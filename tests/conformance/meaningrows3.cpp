// SPDX-License-Identifier: Apache-2.0
#include "meaningrows.h"

std::string version3(const std::string &body)
{
    return "asyncapi: 3.0.0\n" + body;
}

namespace {

using Rows = std::vector<MeaningRow>;

void addOperations(Rows &rows)
{
    const auto operation = [](const std::string &value) {
        return version3("channels: {c: {messages: {m: {$ref: '#/components/messages/m'}}}}\n"
                        "operations: {o: " +
                        value +
                        "}\n"
                        "components:\n  channels: {c: {}}\n  messages: {m: {}}\n");
    };
    const std::string channel = "{channel: {$ref: '#/channels/c'}, messages: [{$ref: ";
    rows.insert(
        rows.end(),
        {{"message of the components", "operation-messages",
          operation(channel + "'#/components/messages/m'}]}"),
          "error asyncapi3-operation-messages-from-referred-channel operations.o.messages.0 "
          "{$ref: '#/components/messages/m'}\n"},
         {"message of the channel", "operation-messages",
          operation(channel + "'#/channels/c/messages/m'}]}"), ""},
         {"message without a channel", "operation-messages",
          operation("{messages: [{$ref: '#/channels/c/messages/m'}]}"),
          "error asyncapi3-operation-messages-from-referred-channel operations.o.messages.0 "
          "{$ref: '#/channels/c/messages/m'}\n"},
         {"channel of the components", "operation-channel",
          operation("{channel: {$ref: '#/components/channels/c'}}"),
          "error asyncapi3-required-operation-channel-unambiguity operations.o.channel.$ref "
          "'#/components/channels/c'\n"},
         {"channel of the root", "operation-channel",
          operation("{channel: {$ref: '#/channels/c'}}"), ""},
         {"no advice about ids", "operation-id", operation("{}"), ""}});
}

void addChannels(Rows &rows)
{
    const auto channel = [](const std::string &value) {
        return version3("servers: {s: {host: h}}\nchannels: {c: {" + value +
                        "}}\ncomponents: {servers: {s: {host: h}}}\n");
    };
    rows.insert(
        rows.end(),
        {{"server of the components", "channel-servers-of-root",
          channel("servers: [{$ref: '#/components/servers/s'}]"),
          "error asyncapi3-required-channel-servers-unambiguity channels.c.servers.0.$ref "
          "'#/components/servers/s'\n"},
         {"server of the root", "channel-servers-of-root",
          channel("servers: [{$ref: '#/servers/s'}]"), ""},
         {"server by its name", "channel-servers", channel("servers: [t]"),
          "error asyncapi3-channel-servers channels.c.servers.0 t\n"},
         {"servers by reference", "channel-servers", channel("servers: [{$ref: '#/servers/s'}]"),
          ""},
         {"query in the key", "channel-no-query", version3("channels: {'c?': {}}\n"),
          "error asyncapi3-channel-no-query-nor-fragment channels.c? 'c?'\n"},
         {"query in the address", "channel-address-no-query", channel("address: a?b"),
          "warning - channels.c.address a?b\n"},
         {"address", "channel-address-no-query", channel("address: a/b"), ""},
         {"no address", "channel-address-no-query", channel("address: null"), ""},
         {"parameter missing", "channel-parameters",
          channel("address: '{a}/{b}', parameters: {a: {}}"),
          "error asyncapi3-channel-parameters channels.c.parameters parameters\n"},
         {"parameter without an address", "channel-parameters", channel("parameters: {a: {}}"),
          "error asyncapi3-channel-parameters channels.c.parameters.a a\n"},
         {"parameters fit", "channel-parameters", channel("address: '{a}', parameters: {a: {}}"),
          ""},
         {"nothing described", "undeclared-parameter", channel("address: '{a}'"),
          "warning - channels.c.address '{a}'\n"},
         {"slash at the end", "channel-trailing-slash", channel("address: a/"),
          "warning - channels.c.address a/\n"},
         {"empty braces", "channel-empty-parameter", channel("address: 'a{}'"),
          "warning - channels.c.address 'a{}'\n"},
         {"one name for two messages", "message-name-unique",
          channel("messages: {a: {name: n}, b: {name: n}}"),
          "warning - channels.c.messages.b.name n\n"},
         {"one message twice", "message-name-unique",
          channel("messages: {a: {name: n}, b: {$ref: '#/channels/c/messages/a'}}"), ""}});
}

void addOthers(Rows &rows)
{
    const std::string oauth = "type: oauth2, flows: {implicit: {availableScopes: {read: r}}}";
    rows.insert(
        rows.end(),
        {{"server variable missing", "server-variables",
          version3("servers: {s: {host: '{a}', pathname: '/{b}', variables: {a: {}}}}\n"),
          "warning - servers.s.variables variables\n"},
         {"server variables", "server-variables",
          version3("servers: {s: {host: '{a}', pathname: '/{b}', variables: {a: {}, b: {}}}}\n"),
          ""},
         {"unknown scope", "server-security",
          version3("servers: {s: {host: h, security: [{$ref: '#/components/securitySchemes/o'}]}}\n"
                   "components: {securitySchemes: {o: {" +
                   oauth + ", scopes: [raed]}}}\n"),
          "warning - components.securitySchemes.o.scopes.0 raed\n"},
         {"known scope", "operation-security",
          version3("operations: {o: {security: [{" + oauth + ", scopes: [read]}]}}\n"), ""},
         {"unused scheme", "unused-component",
          version3("components: {securitySchemes: {s: {type: plain}}}\n"),
          "info - components.securitySchemes.s s\n"},
         {"tag twice", "tags-unique", version3("info: {tags: [{name: a}, {name: a}]}\n"),
          "warning - info.tags.1.name a\n"},
         {"tag twice in a message of a channel", "tags-unique",
          version3("channels: {c: {messages: {m: {tags: [{name: a}, {name: a}]}}}}\n"),
          "warning - channels.c.messages.m.tags.1.name a\n"},
         {"tags differ", "tags-unique", version3("info: {tags: [{name: a}, {name: b}]}\n"), ""},
         {"no advice about the document", "info-contact", version3("info: {title: T}\n"), ""},
         {"older version", "latest-version", version3(""),
          "info asyncapi-latest-version asyncapi 3.0.0\n"},
         {"latest version", "latest-version", "asyncapi: 3.1.0\n", ""}});
}

} // namespace

std::vector<MeaningRow> meaningRowsOfVersion3()
{
    Rows rows;
    addOperations(rows);
    addChannels(rows);
    addOthers(rows);
    return rows;
}
