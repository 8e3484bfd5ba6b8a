// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/contact.h"

namespace meshwright {

namespace {

std::string textAt(const yaml::Node *mapping, std::string_view key)
{
    const yaml::Node *value = mapping ? mapping->find(key) : nullptr;
    const auto text = value ? value->asString() : std::nullopt;
    return text ? std::string(*text) : std::string();
}

} // namespace

Contact contactOf(const asyncapi::Spec &spec)
{
    const yaml::Node *root = spec.document ? spec.document->root() : nullptr;
    const yaml::Node *info = root ? root->find("info") : nullptr;
    const yaml::Node *contact = info ? info->find("contact") : nullptr;
    return {textAt(contact, "name"), textAt(contact, "email"), textAt(contact, "url")};
}

} // namespace meshwright
