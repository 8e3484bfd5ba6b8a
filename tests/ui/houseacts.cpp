// SPDX-License-Identifier: Apache-2.0
// The dialogs of the modelling acts.
#include "ui/house.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/acts.h"

#include <QLabel>

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

} // namespace meshwright::test
