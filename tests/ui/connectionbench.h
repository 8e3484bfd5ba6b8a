// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planfixture.h"
#include "ui/environment/connectiondialog.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

namespace meshwright::test {

/// The dialog of a connection, in a folder of its own.
struct ConnectionBench
{
    ConnectionBench()
    {
        session.open(folder.path());
        if (!QTest::qWaitFor([this] { return session.isOpen(); }))
            qFatal("the folder does not open");
    }

    void edit(const QString &name)
    {
        dialog =
            std::make_unique<ui::ConnectionDialog>(&session, ui::Connections({connector}), name);
        dialog->show();
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = dialog->findChild<Widget *>(QLatin1String(name));
        if (widget == nullptr)
            qFatal("there is no %s", name);
        return widget;
    }

    void type(const char *field, const char *text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->clear();
        QTest::keyClicks(edit, QLatin1String(text));
    }

    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    void choose(const char *name, const char *value)
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(QLatin1String(value)));
    }

    void showRegistry() { find<QTabWidget>("connectionTabs")->setCurrentIndex(1); }

    void takePictures(const char *name)
    {
        const auto folder = qEnvironmentVariable("MESHWRIGHT_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto mode : {ui::theme::Mode::Dark, ui::theme::Mode::Light}) {
            ui::theme::setMode(mode);
            QCoreApplication::processEvents();
            const auto *look = mode == ui::theme::Mode::Dark ? "dark" : "light";
            dialog->grab().save(QStringLiteral("%1/%2-%3.png")
                                    .arg(folder, QLatin1String(name), QLatin1String(look)));
        }
    }

    QString answer() { return find<QLabel>("connectionAnswer")->text(); }

    QByteArray settings() const
    {
        return QByteArray::fromStdString(session.text(settingsFileName)->bytes());
    }

    PlanFolder folder;
    std::shared_ptr<FakeConnector> connector = std::make_shared<FakeConnector>("kafka");
    ui::Session session;
    std::unique_ptr<ui::ConnectionDialog> dialog;
};

inline QByteArray settingsWith(const char *from, const char *to)
{
    QByteArray text(PlanFolder::settings);
    if (!text.contains(from))
        qFatal("%s is not in the settings", from);
    return text.replace(from, to);
}

} // namespace meshwright::test
