// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::modelling {

/// How the words of a key or of an id are put together.
enum class WordStyle { Camel, Pascal, Kebab, Snake };

/// `daily-balance`, `dailyBalance`, `daily_balance` → daily, balance.
std::vector<std::string> wordsOf(std::string_view name);
std::string inStyle(const std::vector<std::string> &words, WordStyle style);
/// That of most of the names; the given one where they don't say.
WordStyle styleOf(const std::vector<std::string> &names, WordStyle otherwise);

/// `life-enhanced` → `LifeEnhanced`, `lifeEnhanced`.
std::string pascalCase(std::string_view name);
std::string camelCase(std::string_view name);

/// `name`, or with the first number behind it that makes it new.
std::string unused(const std::string &name, const std::function<bool(const std::string &)> &isUsed);
std::string unused(const std::string &name, const std::set<std::string> &used);

} // namespace meshwright::modelling
