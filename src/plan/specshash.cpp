// SPDX-License-Identifier: Apache-2.0
#include "plan/specshash.h"

#include <openssl/evp.h>

#include <array>

namespace meshwright::plan {

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        return {};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "sha256:";
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 0xfU];
    }
    return text;
}

std::map<std::string, std::string> specHashes(const Workspace &workspace)
{
    std::map<std::string, std::string> hashes;
    const auto add = [&](const std::string &path) {
        const auto *file = workspace.file(path);
        if (file != nullptr && file->text && !hashes.contains(path))
            hashes.emplace(path, sha256(file->text->bytes()));
    };
    add(settingsFileName);
    for (const auto &policies : workspace.policyFiles())
        add(policies->path);
    for (const auto &spec : workspace.specs()) {
        if (!workspace.isAskedFor(spec->file))
            continue;
        add(spec->file);
        for (const auto &dependency : spec->dependencies)
            add(dependency);
    }
    return hashes;
}

} // namespace meshwright::plan
