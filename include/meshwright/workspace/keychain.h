// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <string>

namespace meshwright::keychain {

/// The keychain of who is logged in (the Secret Service, KWallet), through the program
/// meshwright-keychain, which has to be beside this one. Secrets go through its standard input and
/// output, never through arguments. NotFound: it holds no such secret, or there is no keychain.

Result<std::string> read(const std::string &name);
Result<void> write(const std::string &name, const std::string &secret);
Result<void> erase(const std::string &name);

} // namespace meshwright::keychain
