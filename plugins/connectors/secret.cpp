// SPDX-License-Identifier: Apache-2.0
#include "connectors/secret.h"

#include "meshwright/workspace/keychain.h"
#include "meshwright/workspace/secretreference.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace meshwright {

namespace {

constexpr std::streamsize largestSecret = 65536; // bytes

tl::unexpected<Error> failure(Error::Code code, std::string message)
{
    return tl::unexpected(Error{code, std::move(message), {}});
}

Result<std::string> fromEnvironment(const std::string &name)
{
    const char *value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') {
        return failure(Error::Code::NotFound, "The environment variable " + name +
                                                  " is not set: set it before you start the "
                                                  "program.");
    }
    return std::string(value);
}

std::filesystem::path expanded(const std::string &name)
{
    const char *home = std::getenv("HOME");
    if (name.starts_with("~/") && home != nullptr)
        return std::filesystem::path(home) / name.substr(2);
    return name;
}

Result<std::string> fromFile(const std::string &name)
{
    const std::filesystem::path path = expanded(name);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return failure(Error::Code::NotFound,
                       "The secret's file " + name + " does not exist or is no plain file.");
    }
    std::ifstream in(path, std::ios::binary);
    std::string value(static_cast<std::size_t>(largestSecret) + 1, '\0');
    in.read(value.data(), largestSecret + 1);
    if (in.bad() || (in.fail() && !in.eof())) {
        return failure(Error::Code::Io,
                       "The secret's file " + name + " can't be read: check its permissions.");
    }
    value.resize(static_cast<std::size_t>(in.gcount()));
    if (static_cast<std::streamsize>(value.size()) > largestSecret)
        return failure(Error::Code::Invalid, "The secret's file " + name + " is over 64 KiB long.");
    if (value.ends_with('\n'))
        value.pop_back();
    if (value.ends_with('\r'))
        value.pop_back();
    if (value.empty())
        return failure(Error::Code::Invalid, "The secret's file " + name + " is empty.");
    return value;
}

} // namespace

Result<std::string> resolveSecret(std::string_view reference)
{
    const auto parsed = secretReference(reference);
    if (!parsed) {
        return failure(Error::Code::Invalid,
                       "A secret must be a reference, ${env:NAME}, ${file:PATH} or "
                       "${keychain:NAME}; what stands there is something else, and is not shown "
                       "here.");
    }
    switch (parsed->kind) {
    case SecretReference::Kind::Variable:
        return fromEnvironment(parsed->name);
    case SecretReference::Kind::File:
        return fromFile(parsed->name);
    case SecretReference::Kind::Keychain:
        break;
    }
    return keychain::read(parsed->name);
}

Result<std::string> resolveText(std::string_view text)
{
    if (secretReference(text))
        return resolveSecret(text);
    return std::string(text);
}

} // namespace meshwright
