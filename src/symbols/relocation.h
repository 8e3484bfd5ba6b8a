// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace meshwright::symbols {

/// A reference of one file as another file writes it: `#/…` gets the way to the first file, a path
/// starts from the other file's folder, and what leads into the other file becomes `#/…`.
std::string relocated(std::string_view reference, const std::string &from, const std::string &to);

} // namespace meshwright::symbols
