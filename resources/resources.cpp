// SPDX-License-Identifier: Apache-2.0
// A static library needs one source; everything else here is embedded data (CMakeLists.txt).
