// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <QString>

#include <vector>

namespace meshwright::ui {

/// A key or an item of a document, from the outside to the inside.
struct PlaceStep
{
    QString name;
    QString detail; ///< a scalar's value
    Range range;    ///< of the key; of an item its first bytes
    const yaml::Node *value = nullptr;
};

/// The entries or items of a collection; none of a scalar. Aliases are not followed.
std::vector<PlaceStep> stepsIn(const yaml::Node &collection);
/// The steps that lead to the byte.
std::vector<PlaceStep> stepsTo(const yaml::Document &document, std::size_t offset);

} // namespace meshwright::ui
