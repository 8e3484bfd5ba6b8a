// SPDX-License-Identifier: Apache-2.0
// What the secrets of the tests are made of.
#pragma once

namespace meshwright::test {

/// Every secret that a test plants holds this word, so that all that a run leaves behind can be
/// searched for it. Where a test itself has to write it down, the name of the file, or of a folder
/// that it is in, begins with `planted`.
inline constexpr char canaryWord[] = "canary-4711";

inline constexpr char canary[] = "canary-4711-do-not-tell";
inline constexpr char otherCanary[] = "canary-4711-nor-this";

} // namespace meshwright::test
