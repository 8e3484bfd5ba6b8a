// SPDX-License-Identifier: Apache-2.0
#include "meaningrows.h"

std::string version2(const std::string &body)
{
    return "asyncapi: 2.6.0\n" + body;
}

namespace {

using Rows = std::vector<MeaningRow>;

void addAdvice(Rows &rows)
{
    const std::string info = version2("info: {title: T, version: '1'}\n");
    rows.insert(
        rows.end(),
        {{"no id", "id", version2(""), "info asyncapi-id  2.6.0\n"},
         {"empty id", "id", version2("id: ''\n"), "info asyncapi-id id ''\n"},
         {"id", "id", version2("id: urn:a\n"), ""},
         {"no content type", "default-content-type", version2(""),
          "info asyncapi-defaultContentType  2.6.0\n"},
         {"content type", "default-content-type", version2("defaultContentType: a/b\n"), ""},
         {"no description", "info-description", info, "info asyncapi-info-description info info\n"},
         {"no info at all", "info-description", version2(""),
          "info asyncapi-info-description  2.6.0\n"},
         {"empty description", "info-description", version2("info: {description: ''}\n"),
          "info asyncapi-info-description info.description ''\n"},
         {"description", "info-description", version2("info: {description: d}\n"), ""},
         {"no contact", "info-contact", info, "info asyncapi-info-contact info info\n"},
         {"contact", "info-contact", version2("info: {contact: {}}\n"), ""},
         {"half a contact", "info-contact-properties",
          version2("info: {contact: {name: n, url: ''}}\n"),
          "info asyncapi-info-contact-properties info.contact.url ''\n"
          "info asyncapi-info-contact-properties info.contact contact\n"},
         {"whole contact", "info-contact-properties",
          version2("info: {contact: {name: n, url: u, email: e}}\n"), ""},
         {"no licence", "info-license", info, "info asyncapi-info-license info info\n"},
         {"licence", "info-license", version2("info: {license: {name: n}}\n"), ""},
         {"no tags", "tags", version2(""), "info asyncapi2-tags  2.6.0\n"},
         {"tags", "tags", version2("tags: []\n"), ""},
         {"no servers", "servers", version2(""), "info asyncapi-servers  2.6.0\n"},
         {"empty servers", "servers", version2("servers: {}\n"),
          "info asyncapi-servers servers {}\n"},
         {"servers", "servers", version2("servers: {s: {url: u}}\n"), ""},
         {"older version", "latest-version", version2(""),
          "info asyncapi-latest-version asyncapi 2.6.0\n"},
         {"newer patch of an older version", "latest-version", "asyncapi: 2.1.37\n",
          "info asyncapi-latest-version asyncapi 2.1.37\n"},
         {"unknown version", "latest-version", "asyncapi: 2.7.0\n", ""}});
}

void addServers(Rows &rows)
{
    const auto server = [](const std::string &url, const std::string &variables) {
        return version2("servers: {s: {url: '" + url + "', variables: " + variables + "}}\n");
    };
    rows.insert(rows.end(),
                {{"variable missing", "server-variables", server("{a}.{b}", "{a: {}}"),
                  "error asyncapi2-server-variables servers.s.variables variables\n"},
                 {"variable too many", "server-variables", server("{a}", "{a: {}, b: {}}"),
                  "error asyncapi2-server-variables servers.s.variables.b b\n"},
                 {"variables fit", "server-variables", server("{a}.{b}", "{a: {}, b: {}}"), ""},
                 {"url without braces", "server-variables", server("a", "{b: {}}"), ""},
                 {"no variables", "server-variables", version2("servers: {s: {url: '{a}'}}\n"), ""},
                 {"variable of a server of the components", "server-variables",
                  version2("components: {servers: {s: {url: '{a}', variables: {}}}}\n"),
                  "error asyncapi2-server-variables components.servers.s.variables variables\n"},
                 {"behind a reference", "server-variables",
                  version2("servers: {s: {$ref: '#/components/servers/t'}}\n"
                           "components: {servers: {t: {url: '{a}', variables: {}}}}\n"),
                  "error asyncapi2-server-variables components.servers.t.variables variables\n"},
                 {"empty braces", "server-empty-variable", server("a{}", "{}"),
                  "warning asyncapi2-server-no-empty-variable servers.s.url 'a{}'\n"},
                 {"braces with a name", "server-empty-variable", server("a{b}", "{}"), ""},
                 {"slash at the end", "server-trailing-slash", server("a/b/", "{}"),
                  "warning asyncapi2-server-no-trailing-slash servers.s.url 'a/b/'\n"},
                 {"slash within", "server-trailing-slash", server("a/b", "{}"), ""}});
}

void addChannels(Rows &rows)
{
    const auto channel = [](const std::string &key, const std::string &value) {
        return version2("channels: {'" + key + "': " + value + "}\n");
    };
    const std::string servers = "servers: {prod: {url: u}}\n";
    rows.insert(
        rows.end(),
        {{"parameter missing", "channel-parameters", channel("a/{b}/{c}", "{parameters: {b: {}}}"),
          "error asyncapi2-channel-parameters channels.a/{b}/{c}.parameters parameters\n"},
         {"parameter too many", "channel-parameters",
          channel("a/{b}", "{parameters: {b: {}, c: {}}}"),
          "error asyncapi2-channel-parameters channels.a/{b}.parameters.c c\n"},
         {"parameters fit", "channel-parameters", channel("a/{b}", "{parameters: {b: {}}}"), ""},
         {"name without braces", "channel-parameters", channel("a", "{parameters: {b: {}}}"), ""},
         {"too many, by reference", "channel-parameters",
          channel("{b}", "{parameters: {b: {}, c: {$ref: '#/components/parameters/c'}}}") +
              "components: {parameters: {c: {}}}\n",
          "error asyncapi2-channel-parameters components.parameters.c c\n"},
         {"nothing described", "undeclared-parameter", channel("a/{b}", "{}"),
          "warning - channels.a/{b} 'a/{b}'\n"},
         {"something described", "undeclared-parameter", channel("a/{b}", "{parameters: {}}"), ""},
         {"broken reference", "undeclared-parameter", channel("{b}", "{$ref: '#/none'}"), ""},
         {"server missing", "channel-servers",
          version2(servers + "channels: {a: {servers: [prod, prdo]}}\n"),
          "error asyncapi2-channel-servers channels.a.servers.1 prdo\n"},
         {"server there", "channel-servers",
          version2(servers + "channels: {a: {servers: [prod]}}\n"), ""},
         {"no server at all", "channel-servers", version2("channels: {a: {servers: [prod]}}\n"),
          "error asyncapi2-channel-servers channels.a.servers.0 prod\n"},
         {"query", "channel-no-query", channel("a?b", "{}"),
          "error asyncapi2-channel-no-query-nor-fragment channels.a?b 'a?b'\n"},
         {"fragment", "channel-no-query", channel("a#b", "{}"),
          "error asyncapi2-channel-no-query-nor-fragment channels.a#b 'a#b'\n"},
         {"neither", "channel-no-query", channel("a/b.c", "{}"), ""},
         {"query of a channel by reference", "channel-no-query",
          channel("a?b", "{$ref: '#/components/channels/c'}") + "components: {channels: {c: {}}}\n",
          "error asyncapi2-channel-no-query-nor-fragment components.channels.c 'a?b'\n"},
         {"empty braces", "channel-empty-parameter", channel("a/{}", "{}"),
          "warning asyncapi2-channel-no-empty-parameter channels.a/{} 'a/{}'\n"},
         {"braces with a name", "channel-empty-parameter", channel("a/{b}", "{}"), ""},
         {"slash at the end", "channel-trailing-slash", channel("a/", "{}"),
          "warning asyncapi2-channel-no-trailing-slash channels.a/ 'a/'\n"},
         {"slash alone", "channel-trailing-slash", channel("/", "{}"), ""}});
}

void addIds(Rows &rows)
{
    const auto ids = [](const std::string &first, const std::string &second) {
        return version2("channels:\n  a: {publish: {" + first + "}}\n  b: {subscribe: {" + second +
                        "}}\n");
    };
    rows.insert(
        rows.end(),
        {{"one operationId twice", "operation-id-unique", ids("operationId: x", "operationId: x"),
          "error asyncapi2-operation-operationId-uniqueness channels.b.subscribe.operationId x\n"},
         {"two operationIds", "operation-id-unique", ids("operationId: x", "operationId: y"), ""},
         {"operationId of a trait", "operation-id-unique",
          ids("operationId: x", "operationId: y, traits: [{}, {operationId: x}]"),
          "error asyncapi2-operation-operationId-uniqueness "
          "channels.b.subscribe.traits.1.operationId x\n"},
         {"one messageId twice", "message-id-unique",
          ids("message: {messageId: x}", "message: {oneOf: [{messageId: y}, {messageId: x}]}"),
          "error asyncapi2-message-messageId-uniqueness "
          "channels.b.subscribe.message.oneOf.1.messageId x\n"},
         {"two messageIds", "message-id-unique",
          ids("message: {messageId: x}", "message: {messageId: y}"), ""},
         {"one message used twice", "message-id-unique",
          ids("message: {$ref: '#/components/messages/m'}",
              "message: {$ref: '#/components/messages/m'}") +
              "components: {messages: {m: {messageId: x}}}\n",
          "error asyncapi2-message-messageId-uniqueness components.messages.m.messageId x\n"},
         {"no operationId", "operation-id", ids("operationId: x", "summary: y"),
          "info asyncapi2-operation-operationId channels.b.subscribe subscribe\n"},
         {"operationId in a trait", "operation-id",
          ids("operationId: x", "traits: [{operationId: y}]"), ""},
         {"operation behind a reference", "operation-id",
          version2("channels: {a: {publish: {$ref: '#/components/operations/o'}}}\n"
                   "components: {operations: {o: {summary: s}}}\n"),
          "info asyncapi2-operation-operationId components.operations.o o\n"},
         {"reference with company", "operation-id",
          version2("channels: {a: {publish: {$ref: '#/components/operations/o', summary: s}}}\n"
                   "components: {operations: {o: {summary: s}}}\n"),
          "info asyncapi2-operation-operationId channels.a.publish publish\n"},
         {"no messageId", "message-id",
          ids("message: {messageId: x}", "message: {oneOf: [{name: n}]}"),
          "info asyncapi2-message-messageId channels.b.subscribe.message.oneOf.0 name\n"},
         {"no messageId before AsyncAPI 2.4", "message-id",
          "asyncapi: 2.3.0\nchannels: {a: {publish: {message: {name: n}}}}\n", ""},
         {"messageIds", "message-id", ids("message: {messageId: x}", "message: {messageId: y}"),
          ""}});
}

void addSecurity(Rows &rows)
{
    const auto asked = [](const std::string &security) {
        return version2("servers: {s: {url: u, security: [" + security +
                        "]}}\n"
                        "channels: {a: {publish: {security: [" +
                        security +
                        "]}}}\n"
                        "components:\n"
                        "  securitySchemes:\n"
                        "    login: {type: userPassword}\n"
                        "    oauth: {type: oauth2, flows: {implicit: {scopes: {read: r}}}}\n");
    };
    rows.insert(
        rows.end(),
        {{"unknown scheme of a server", "server-security", asked("{logn: []}"),
          "error asyncapi2-server-security servers.s.security.0.logn logn\n"},
         {"unknown scope of a server", "server-security", asked("{oauth: [read, raed]}"),
          "error asyncapi2-server-security servers.s.security.0.oauth.1 raed\n"},
         {"known scheme and scope", "server-security", asked("{login: [], oauth: [read]}"), ""},
         {"unknown scheme of an operation", "operation-security", asked("{logn: []}"),
          "error asyncapi2-operation-security channels.a.publish.security.0.logn logn\n"},
         {"known scheme of an operation", "operation-security", asked("{login: []}"), ""},
         {"no requirement", "operation-security", asked("{logn: x}"), ""},
         {"unused scheme", "unused-security-scheme", asked("{login: []}"),
          "info asyncapi2-unused-securityScheme components.securitySchemes.oauth oauth\n"},
         {"used schemes", "unused-security-scheme", asked("{login: [], oauth: []}"), ""}});
}

void addTagsAndComponents(Rows &rows)
{
    const std::string twice = "tags: [{name: a}, {name: b}, {name: a}]";
    rows.insert(
        rows.end(),
        {{"tag twice", "tags-unique", version2(twice + "\n"),
          "error asyncapi2-tags-uniqueness tags.2.name a\n"},
         {"tags differ", "tags-unique", version2("tags: [{name: a}, {name: b}]\n"), ""},
         {"tag twice in an operation, its trait, its message and that one's trait", "tags-unique",
          version2("channels: {a: {publish: {" + twice + ", traits: [{" + twice + "}], message: {" +
                   twice + ", traits: [{" + twice + "}]}}}}\n"),
          "error asyncapi2-tags-uniqueness channels.a.publish.tags.2.name a\n"
          "error asyncapi2-tags-uniqueness channels.a.publish.traits.0.tags.2.name a\n"
          "error asyncapi2-tags-uniqueness channels.a.publish.message.tags.2.name a\n"
          "error asyncapi2-tags-uniqueness channels.a.publish.message.traits.0.tags.2.name a\n"},
         {"tag twice in the components", "tags-unique",
          version2("components: {messages: {m: {" + twice + "}}, operationTraits: {t: {" + twice +
                   "}}}\n"),
          "error asyncapi2-tags-uniqueness components.messages.m.tags.2.name a\n"
          "error asyncapi2-tags-uniqueness components.operationTraits.t.tags.2.name a\n"},
         {"tag without a name", "tags-unique", version2("tags: [{name: a}, {}, {name: a}]\n"), ""},
         {"unused component", "unused-component", version2("components: {schemas: {s: {}}}\n"),
          "info asyncapi-unused-component components.schemas.s s\n"},
         {"component that only itself refers to", "unused-component",
          version2("components:\n  schemas: {s: {items: {$ref: '#/components/schemas/s'}}}\n"),
          "info asyncapi-unused-component components.schemas.s s\n"},
         {"used component", "unused-component",
          version2("channels: {a: {publish: {message: {$ref: '#/components/messages/a~1b'}}}}\n"
                   "components: {messages: {a/b: {}}}\n"),
          ""},
         {"component that is used by way of another file", "unused-component",
          version2("channels: {a: {publish: {message: {$ref: 'other.yaml#/m'}}}}\n"
                   "components: {schemas: {s: {}}}\n"),
          ""},
         {"component with a slash that is not escaped", "unused-component",
          version2("channels: {a: {publish: {message: {$ref: '#/components/messages/a/b'}}}}\n"
                   "components: {messages: {a/b: {}}}\n"),
          ""},
         {"unused security scheme is told elsewhere", "unused-component",
          version2("components: {securitySchemes: {s: {type: plain}}}\n"), ""}});
}

} // namespace

std::vector<MeaningRow> meaningRowsOfVersion2()
{
    Rows rows;
    addAdvice(rows);
    addServers(rows);
    addChannels(rows);
    addIds(rows);
    addSecurity(rows);
    addTagsAndComponents(rows);
    return rows;
}
