// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace meshwright::ui {

/// English counts without a translation file: "%n file(s)" reads "1 file" and "2 files". A real
/// translation that is installed later goes first.
class EnglishPlurals : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    /// The text with each "(s)" settled for `n`; null, which means no translation, without a count.
    QString translate(const char *context, const char *sourceText, const char *disambiguation,
                      int n) const override;
};

} // namespace meshwright::ui
