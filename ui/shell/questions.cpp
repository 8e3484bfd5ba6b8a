// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/questions.h"

#include "ui/shell/unsaveddialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>

namespace meshwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

} // namespace

void DialogQuestions::askUnsaved(QWidget *parent, const QStringList &files, bool mayKeep,
                                 std::function<void(UnsavedAnswer)> answer)
{
    auto *dialog = new UnsavedDialog(files, mayKeep, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, parent,
                     [dialog, answer = std::move(answer)] { answer(dialog->answer()); });
    dialog->open();
}

void DialogQuestions::askFolder(QWidget *parent, const QString &start,
                                std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, Words::tr("Open a folder of specs"), start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void DialogQuestions::askLine(QWidget *parent, int last, std::function<void(int)> answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("goToLine"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Go to line"));
    dialog->setLabelText(Words::tr("Line (1 to %1):").arg(last));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, last);
    QObject::connect(dialog, &QInputDialog::intValueSelected, parent, std::move(answer));
    dialog->open();
}

} // namespace meshwright::ui
