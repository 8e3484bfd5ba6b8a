// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace meshwright {

/// Whether a user or a password stands in an address, as in https://me:secret@host/path. An @
/// behind the host of an https:// or http:// address is none.
bool hasLogin(std::string_view address);

/// The address with *** in place of its user and password, to be told and kept.
std::string withoutLogin(std::string_view address);

} // namespace meshwright
