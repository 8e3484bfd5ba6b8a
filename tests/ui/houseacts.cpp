// SPDX-License-Identifier: Apache-2.0
// The dialogs of the modelling acts, of imports, and of connections.
#include "ui/house.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/acts.h"
#include "ui/environment/environmentchooser.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

namespace meshwright::test {

using namespace ui;

namespace {

/// Whether it has said all that it has to say of what is typed: what it would write, or what is
/// missing.
bool hasSpoken(const ActDialog &dialog)
{
    const auto *word = dialog.findChild<QLabel *>(QStringLiteral("actWord"));
    return !word->text().isEmpty() &&
           word->text() != ActDialog::tr("Working out what that changes…");
}

} // namespace

void House::addActs()
{
    const ContextId owner{"acme.finance.campaign"};
    const ContextId reader{"acme.finance.ledger"};
    const TopicName sale{"acme.finance.campaign._public.sale"};
    const TopicName margin{"acme.finance.campaign._protected.margin"};
    const modelling::ChannelId channel{"finance/campaign/campaign.yaml", "_public.sale"};
    const auto act = [this](const char *name, auto make) {
        add(name, [this, make] {
            ActDialog *dialog = make(session(), &window());
            return until([&] { return hasSpoken(*dialog); }) ? dialog : nullptr;
        });
    };
    act("add a topic", [=](Session &s, QWidget *w) { return acts::addTopic(s, owner, w); });
    act("change access", [=](Session &s, QWidget *w) { return acts::changeAccess(s, sale, w); });
    act("delete a topic", [=](Session &s, QWidget *w) { return acts::deleteTopic(s, sale, w); });
    act("consume", [=](Session &s, QWidget *w) { return acts::consume(s, owner, {}, w); });
    act("stop consuming",
        [=](Session &s, QWidget *w) { return acts::stopConsuming(s, reader, sale, w); });
    act("grant", [=](Session &s, QWidget *w) { return acts::grant(s, margin, w); });
    act("set a setting", [=](Session &s, QWidget *w) { return acts::addSetting(s, channel, w); });
    act("add a tag", [=](Session &s, QWidget *w) { return acts::addTag(s, channel, w); });
    act("add a message", [=](Session &s, QWidget *w) { return acts::addMessage(s, channel, w); });
    act("add a field", [=](Session &s, QWidget *w) { return acts::addField(s, channel, {}, w); });
    act("delete a message",
        [=](Session &s, QWidget *w) { return acts::deleteMessage(s, channel, "sale", w); });
    act("delete a context",
        [=](Session &s, QWidget *w) { return acts::deleteContext(s, owner, w); });
}

void House::addImports()
{
    const auto isRead = [](const QWidget &dialog) {
        return dialog.findChild<QTreeWidget *>(QStringLiteral("importFiles"))->topLevelItemCount() >
               0;
    };
    add("import from a cluster", [this] {
        trigger("import-cluster");
        QWidget *dialog = topLevel("importDialog");
        if (!dialog)
            return dialog;
        dialog->findChild<QPushButton *>(QStringLiteral("importRead"))->click();
        const auto *stop = dialog->findChild<QPushButton *>(QStringLiteral("importStop"));
        return until([&] { return !stop->isVisible(); }) ? dialog : nullptr;
    });
    add("import from JulieOps", [this, isRead] {
        trigger("import-julie");
        QWidget *dialog = topLevel("importDialog");
        if (!dialog)
            return dialog;
        dialog->findChild<QLineEdit *>(QStringLiteral("importPaths"))
            ->setText(QStringLiteral(MESHWRIGHT_TEST_DATA "/julie/descriptor-with-plans.yaml"));
        return until([&] { return isRead(*dialog); }) ? dialog : nullptr;
    });
}

void House::addConnections()
{
    add("new connection", [this] {
        QMetaObject::invokeMethod(window().findChild<EnvironmentChooser *>(), "addRequested");
        QWidget *dialog = topLevel("connectionDialog");
        if (!dialog)
            return dialog;
        auto *security = dialog->findChild<QComboBox *>(QStringLiteral("environmentProtocol"));
        security->setCurrentIndex(security->count() - 1); // all fields are there
        auto *login = dialog->findChild<QComboBox *>(QStringLiteral("environmentMechanism"));
        login->setCurrentIndex(login->count() - 1);
        dialog->findChild<QLineEdit *>(QStringLiteral("environmentCertificate"))->setText("c.pem");
        return dialog;
    });
    add("connection", [this] {
        QMetaObject::invokeMethod(window().findChild<EnvironmentChooser *>(), "editRequested",
                                  Q_ARG(QString, QStringLiteral("production")));
        return topLevel("connectionDialog");
    });
    add("connection's registry", [this] {
        QMetaObject::invokeMethod(window().findChild<EnvironmentChooser *>(), "editRequested",
                                  Q_ARG(QString, QStringLiteral("production")));
        QWidget *dialog = topLevel("connectionDialog");
        if (!dialog)
            return dialog;
        dialog->findChild<QTabWidget *>(QStringLiteral("connectionTabs"))->setCurrentIndex(1);
        const auto type = [dialog](const char *field, const char *text) {
            dialog->findChild<QLineEdit *>(QLatin1String(field))->setText(QLatin1String(text));
        };
        type("registryUrl", "https://registry.example");
        type("registryCertificate", "/etc/acme/client.pem"); // all fields are there
        dialog->findChild<QComboBox *>(QStringLiteral("registryLogin"))->setCurrentIndex(1);
        return dialog;
    });
}

} // namespace meshwright::test
