// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"
#include "ui/theme/icon.h"

#include <QString>

/// The words, signs and colours of drift; the core says the facts.
namespace meshwright::ui::drifttexts {

QString sign(DriftState state); ///< − ≠ +
theme::Ink ink(DriftState state);
QString
resource(const DriftItem &item);        ///< the topic, or an ACL's pattern (prefixed ones end in *)
QString what(const DriftItem &item);    ///< partitions, retention.ms, User:x …
QString specs(const DriftItem &item);   ///< what they say
QString cluster(const DriftItem &item); ///< what it has
/// In a sentence with a way out; empty where an edit of a spec makes it ask for the item.
QString whyNotAdopted(const MadeDrift &made, const DriftItem &item);
/// The whole item in sentences, with what stands against mending it.
QString detail(const MadeDrift &made, const DriftItem &item);

/// What is out of step, in one sentence.
QString headline(const MadeDrift &made);
/// What is not known, in one sentence; empty where all is.
QString unknowns(const MadeDrift &made);
/// With what was compared, and when.
QString comparison(const MadeDrift &made);

} // namespace meshwright::ui::drifttexts
