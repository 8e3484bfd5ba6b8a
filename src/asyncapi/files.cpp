// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/files.h"

#include "asyncapi/resolver.h"

namespace meshwright::asyncapi {

Resolution resolveReference(const Files &files, const std::string &fromFile,
                            std::string_view reference)
{
    return Resolver(files).resolve(fromFile, reference);
}

} // namespace meshwright::asyncapi
