// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/verdictmemory.h"

namespace meshwright::schema {

void VerdictMemory::beginCheck()
{
    m_before = std::exchange(m_asked, {});
}

bool VerdictMemory::knows(const Schema &schema, const yaml::Node &value)
{
    const Pair pair{&schema, value.fingerprint};
    if (m_asked.contains(pair))
        return true;
    if (!m_before.contains(pair))
        return false;
    m_asked.insert(pair);
    return true;
}

void VerdictMemory::add(const Schema &schema, const yaml::Node &value)
{
    m_asked.emplace(&schema, value.fingerprint);
}

} // namespace meshwright::schema
