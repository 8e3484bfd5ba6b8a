// SPDX-License-Identifier: Apache-2.0
#include "generator.h"

#include <array>
#include <random>

namespace meshwright::bench {

namespace {

constexpr std::array keywords = {"_public", "_protected", "_private"};

std::string contextId(int domain, int context)
{
    return "acme.domain" + std::to_string(domain) + "x.service" + std::to_string(context) + "x";
}

std::string head(const std::string &id)
{
    return "# One bounded context.\nasyncapi: '2.6.0'\nid: 'urn:" + id +
           "'\ninfo:\n  title: " + id + "\n  version: '1.0.0'\nchannels:\n";
}

std::string ownedChannel(const std::string &name, const std::string &tags, int partitions)
{
    return "  " + name +
           ":\n    description: What happened, as it happened # by the owner\n    bindings:\n"
           "      kafka:\n        partitions: " +
           std::to_string(partitions) +
           "\n        topicConfiguration:\n"
           "          cleanup.policy: [delete]\n          retention.ms: 604800000\n"
           "    publish:\n      operationId: publish-" +
           name + "\n" + tags +
           "      message:\n        name: Happened\n        payload:\n          type: object\n"
           "          properties:\n            id: {type: string}\n            amount: {type: "
           "number}\n";
}

std::string readChannel(const std::string &name)
{
    return "  " + name + ":\n    subscribe:\n      operationId: read-" + name +
           "\n      message: {name: Happened}\n";
}

} // namespace

std::map<std::string, std::string> generate(const Shape &shape)
{
    std::mt19937 random(shape.seed);
    const auto below = [&](int bound) {
        return static_cast<int>(random() % static_cast<unsigned>(bound));
    };
    std::map<std::string, std::string> texts;
    for (int d = 0; d < shape.domains; ++d) {
        for (int c = 0; c < shape.contexts; ++c) {
            const std::string id = contextId(d, c);
            std::string text = head(id);
            for (int t = 0; t < shape.topics; ++t) {
                const auto kind = static_cast<std::size_t>(t % 3);
                std::string tags = kind == 1 ? "      tags:\n" : "";
                for (int g = 0; kind == 1 && g < shape.grantsPerTopic; ++g)
                    tags += "        - name: 'grant-access:" +
                            contextId(below(shape.domains), below(shape.contexts)) + "'\n";
                text += ownedChannel(std::string(keywords.at(kind)) + ".event" + std::to_string(t) +
                                         "x",
                                     tags, shape.partitions);
            }
            std::map<std::string, int> reads;
            for (int r = 0; r < shape.readsPerContext; ++r) {
                // Most flows stay within the domain.
                const int from = below(10) < 6 ? d : below(shape.domains);
                const std::string owner = contextId(from, below(shape.contexts));
                if (owner != id)
                    reads[owner + "._public.event" +
                          std::to_string(3 * below((shape.topics + 2) / 3)) + "x"] = 1;
            }
            for (const auto &[name, once] : reads)
                text += readChannel(name);
            texts["domain" + std::to_string(d) + "/service" + std::to_string(c) + ".yaml"] = text;
        }
    }
    return texts;
}

std::string generateSpec(int channels)
{
    std::string text = head("acme.big.context");
    for (int t = 0; t < channels; ++t)
        text += ownedChannel("_public.event" + std::to_string(t) + "x", "", 6);
    return text;
}

} // namespace meshwright::bench
