// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planfixture.h"
#include "ui/plan/planview.h"

#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QTest>

namespace meshwright::test {

/// A window with a plan of the folder's specs for one cluster in memory.
struct Bench
{
    explicit Bench(const char *environmentName, const QMap<QString, QByteArray> &files = {})
    {
        for (auto file = files.begin(); file != files.end(); ++file)
            folder.write(file.key(), file.value());
        session.open(folder.path());
        if (!QTest::qWaitFor([this] { return session.isOpen(); }))
            qFatal("the folder does not open");
        controller.setEnvironment(QLatin1String(environmentName));
        view.resize(1100, 600);
        view.show();
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = view.findChild<Widget *>(QLatin1String(name));
        if (widget == nullptr)
            qFatal("there is no %s", name);
        return widget;
    }

    QString text(const char *name) { return find<QLabel>(name)->text(); }

    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    bool reaches(ui::PlanController::Phase phase)
    {
        return QTest::qWaitFor([&] { return controller.phase() == phase; });
    }

    bool plan()
    {
        controller.plan();
        return reaches(ui::PlanController::Phase::Planned);
    }

    void type(const char *file, const QByteArray &from, const QByteArray &to)
    {
        const auto bytes = session.text(file)->bytes();
        const auto at = bytes.find(from.toStdString());
        WorkspaceEdit edit;
        edit.files[file] = {{{at, at + static_cast<std::size_t>(from.size())}, to.toStdString()}};
        if (!session.perform(edit, QStringLiteral("type")))
            qFatal("the text can't be edited");
    }

    PlanFolder folder;
    std::shared_ptr<FakeConnector> connector = std::make_shared<FakeConnector>("kafka");
    ui::Session session;
    ui::PlanController controller{&session, ui::Connections({connector})};
    ui::PlanView view{&session, &controller};
};

} // namespace meshwright::test
