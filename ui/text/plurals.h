// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace meshwright::ui {

/// English counts without a translation file: "%n file(s) (is|are) new" reads "1 file is new" and
/// "2 files are new". language::install puts it below the real translation, which goes first.
class EnglishPlurals : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    /// The text with each "(s)" and "(one|many)" settled for `n`, and `n` as the locale writes it;
    /// null, which means no translation, where nothing is counted.
    QString translate(const char *context, const char *sourceText, const char *disambiguation,
                      int n) const override;
};

} // namespace meshwright::ui
