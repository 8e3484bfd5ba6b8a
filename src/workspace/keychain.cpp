// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/keychain.h"

#include "meshwright/text/helperprocess.h"
#include "text/utf8.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace meshwright::keychain {

namespace {

using Json = nlohmann::json;

Error unavailable(const std::string &why)
{
    return {Error::Code::NotFound,
            "The keychain can't be used: " + why + " Use ${env:NAME} or ${file:PATH} instead.",
            {}};
}

Error unknownSecret(const std::string &name)
{
    return {Error::Code::NotFound,
            "The keychain holds no secret '" + name + "': store it by 'mw keychain set " + name +
                "'.",
            {}};
}

/// The helper's answer: {"secret": …}, or {"error": not-found | denied | failed, "why": …}.
Result<std::string> ask(const Json &request)
{
    const auto name = request.at("name").get<std::string>();
    const auto program = programBeside("meshwright-keychain");
    std::error_code error;
    if (!std::filesystem::exists(program, error))
        return tl::unexpected(
            unavailable("meshwright-keychain is not beside this program, as in a build without "
                        "the window."));
    const auto said =
        runHelper(program, request.dump(-1, ' ', false, Json::error_handler_t::replace), {});
    if (!said)
        return tl::unexpected(said.error());
    const Json answer = Json::parse(said->output, nullptr, false);
    if (answer.is_object() && answer.contains("secret") && answer["secret"].is_string())
        return answer["secret"].get<std::string>();
    const std::string kind = answer.is_object() ? answer.value("error", "") : "";
    const std::string why = answer.is_object() ? answer.value("why", "") : "it gave no answer.";
    if (kind == "not-found")
        return tl::unexpected(unknownSecret(name));
    if (kind == "denied")
        return tl::unexpected(
            Error{Error::Code::Denied,
                  "The keychain does not give '" + name + "' out: unlock it, and allow it. " + why,
                  {}});
    return tl::unexpected(unavailable(why));
}

} // namespace

Result<std::string> read(const std::string &name)
{
    auto secret = ask({{"deed", "read"}, {"name", name}});
    if (secret && secret->empty())
        return tl::unexpected(unknownSecret(name));
    return secret;
}

Result<void> write(const std::string &name, const std::string &secret)
{
    if (utf8::firstInvalid(secret) != std::string_view::npos)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "The secret is no text in UTF-8, and was not stored, for the "
                                    "keychain would change it: use ${file:PATH}.",
                                    {}});
    return ask({{"deed", "write"}, {"name", name}, {"secret", secret}}).map([](const auto &) {});
}

Result<void> erase(const std::string &name)
{
    if (const auto there = read(name); !there) // a keychain is silent about it
        return tl::unexpected(there.error());
    return ask({{"deed", "erase"}, {"name", name}}).map([](const auto &) {});
}

} // namespace meshwright::keychain
