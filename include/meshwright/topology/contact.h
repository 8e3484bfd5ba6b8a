// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"

#include <string>

namespace meshwright {

/// Who is to be asked about a spec (`info.contact`); what is not written is empty.
struct Contact
{
    std::string name;
    std::string email;
    std::string url;

    /// The name, or else the address.
    const std::string &label() const { return name.empty() ? email : name; }
};

Contact contactOf(const asyncapi::Spec &spec);

} // namespace meshwright
