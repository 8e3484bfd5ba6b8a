// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meshwright::ui {

class DriftController;

/// The head of the drift: in a sentence what is out of step, below it what is not known and when
/// was compared; the filter and the button that compares again, or gives that up.
class DriftHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DriftHeader(QWidget *parent = nullptr);

    void describe(const MadeDrift &made, const DriftController &controller);
    /// Leaves what was compared to the headline's tool tip.
    void setCompact(bool isCompact);

signals:
    void compareRequested();
    void cancelRequested();
    void filterChanged(const QString &text);
    /// The link beside what is not known.
    void unknownsRequested();

private:
    bool m_isCompact = false;
    bool m_isComparing = false;
    QLabel *m_headline = nullptr;
    QLabel *m_outdated = nullptr;
    QLabel *m_unknowns = nullptr;
    QLabel *m_comparison = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_compare = nullptr;
};

/// When the next comparison comes by itself, in a sentence.
QString nextComparison(const DriftController &controller);

} // namespace meshwright::ui
