// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/designerview.h"

#include "ui/designer/acts.h"
#include "ui/designer/card.h"
#include "ui/designer/consumedtable.h"
#include "ui/designer/descriptionfield.h"
#include "ui/designer/topicpanel.h"
#include "ui/designer/topictable.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/modelling/contextacts.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int widestForm = 980; // beyond, the eye loses the row

QString factsOf(const modelling::ContextForm &form)
{
    QStringList servers;
    for (const asyncapi::Server &server : form.servers)
        servers += DesignerView::tr("%1 (%2)").arg(toQt(server.name), toQt(server.host));
    QStringList facts{DesignerView::tr("AsyncAPI %1").arg(toQt(form.asyncapi))};
    if (!form.apiVersion.empty())
        facts += DesignerView::tr("version %1").arg(toQt(form.apiVersion));
    if (!servers.isEmpty())
        facts += DesignerView::tr("servers: %1").arg(servers.join(u", "));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

DesignerView::DesignerView(Session &session, const std::string &file, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_file(file)
    , m_deeds(session)
{
    setObjectName(QStringLiteral("designerView"));
    setAccessibleName(tr("Form of the spec"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    makeBody();
    connect(&m_session, &Session::snapshotChanged, this, &DesignerView::refresh);
    connect(&m_session, &Session::selectionChanged, this, &DesignerView::followSelection);
    connect(&m_deeds, &Deeds::done, this, [this] { say({}); });
    connect(&m_deeds, &Deeds::refused, this, [this](const QString &message) {
        m_shown.reset(); // what was typed goes back to what the text says
        refresh();
        say(message);
    });
    refresh();
}

/// The tables tell of their rows' end while they go, and this must be there to hear it.
DesignerView::~DesignerView()
{
    delete takeWidget();
}

void DesignerView::makeBody()
{
    auto *ground = new QWidget;
    m_body = new QWidget(ground);
    m_body->setMaximumWidth(widestForm);
    m_notice = new QLabel(ground);
    m_notice->setObjectName(QStringLiteral("designerNotice"));
    m_notice->setWordWrap(true);
    m_notice->setMaximumWidth(widestForm);
    m_notice->hide();
    m_topicName = new QLabel;
    m_topicName->setObjectName(QStringLiteral("designerTopicName"));
    m_topicName->setFont(theme::fixedFont());
    m_topicName->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_topicName->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_topic = new TopicPanel(m_session, m_deeds);
    connect(m_topic, &TopicPanel::placeChosen, this, &DesignerView::placeChosen);
    auto *rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::widePadding);
    rows->addWidget(makeIdentity());
    rows->addWidget(makeTopics());
    rows->addWidget(m_topicName);
    rows->addWidget(m_topic);
    rows->addWidget(makeConsumed());
    auto *all = new QVBoxLayout(ground);
    all->setContentsMargins(theme::widePadding, theme::widePadding, theme::widePadding,
                            theme::widePadding);
    all->setSpacing(theme::widePadding);
    all->addWidget(m_notice);
    all->addWidget(m_body);
    all->addStretch(1);
    setWidget(ground);
}

Card *DesignerView::makeIdentity()
{
    auto *card = new Card(tr("Bounded context"));
    auto *fields = new QWidget;
    auto *rows = new QFormLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(theme::widePadding);
    rows->setVerticalSpacing(theme::padding);
    rows->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("designerTitle"));
    m_title->setTextMargins(theme::grid, 0, theme::grid, 0);
    m_description = new DescriptionField("designerDescription", tr("Description"),
                                         tr("What it does for the company"));
    connect(m_description, &DescriptionField::committed, this, &DesignerView::commitDescription);
    m_id = new QLabel;
    m_id->setObjectName(QStringLiteral("designerId"));
    m_id->setFont(theme::fixedFont());
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("designerFacts"));
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    const auto addRow = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        rows->addRow(label, field);
    };
    addRow(tr("Title"), m_title);
    rows->labelForField(m_title)->setMinimumHeight(m_title->sizeHint().height());
    addRow(tr("Domain id"), m_id);
    addRow(tr("Description"), m_description);
    addRow(tr("Written as"), m_facts);
    connect(m_title, &QLineEdit::editingFinished, this, &DesignerView::commitTitle);
    card->add(fields);
    return card;
}

Card *DesignerView::makeTopics()
{
    m_topicsCard = new Card(tr("Owned topics"));
    const QToolButton *add = m_topicsCard->addDeed("designerAddTopic", "add", tr("Add topic…"));
    QToolButton *access = m_topicsCard->addDeed("designerAccess", "access", tr("Change access…"));
    QToolButton *remove = m_topicsCard->addDeed("designerDeleteTopic", "remove", tr("Delete…"));
    m_topics = new TopicTable(m_deeds);
    m_topicsCard->add(m_topics);
    const auto changeAccess = [this] {
        if (const auto topic = m_topics->current())
            acts::changeAccess(m_session, *topic, this);
    };
    connect(add, &QToolButton::clicked, this,
            [this] { acts::addTopic(m_session, m_form->id, this); });
    connect(access, &QToolButton::clicked, this, changeAccess);
    connect(m_topics, &TopicTable::accessRequested, this, changeAccess);
    connect(remove, &QToolButton::clicked, this, [this] {
        if (const auto topic = m_topics->current())
            acts::deleteTopic(m_session, *topic, this);
    });
    connect(m_topics, &TopicTable::currentChanged, this, [this, access, remove] {
        const auto topic = m_topics->current();
        access->setEnabled(topic.has_value());
        remove->setEnabled(topic.has_value());
        showTopic();
        if (!topic)
            return;
        m_session.select(*topic);
        if (const modelling::FormTopic *known = m_form ? m_form->topic(*topic) : nullptr)
            emit placeChosen(known->place);
    });
    return m_topicsCard;
}

Card *DesignerView::makeConsumed()
{
    auto *card = new Card(tr("Consumed topics"));
    const QToolButton *add = card->addDeed("designerConsume", "add", tr("Consume…"));
    QToolButton *remove = card->addDeed("designerStop", "remove", tr("Stop…"));
    remove->setEnabled(false);
    m_consumed = new ConsumedTable;
    card->add(m_consumed);
    connect(add, &QToolButton::clicked, this,
            [this] { acts::consume(m_session, m_form->id, {}, this); });
    connect(remove, &QToolButton::clicked, this, [this] {
        if (const auto topic = m_consumed->current())
            acts::stopConsuming(m_session, m_form->id, *topic, this);
    });
    connect(m_consumed, &QTreeWidget::currentItemChanged, remove,
            [remove](const QTreeWidgetItem *row) { remove->setEnabled(row != nullptr); });
    connect(m_consumed, &ConsumedTable::placeChosen, this, &DesignerView::placeChosen);
    return card;
}

void DesignerView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void DesignerView::refresh()
{
    const Snapshot &snapshot = m_session.snapshot();
    if (!isVisible() || !snapshot.topology || snapshot.workspace == m_shown)
        return;
    m_shown = snapshot.workspace;
    m_form = modelling::contextForm(*snapshot.topology, m_file);
    m_body->setVisible(m_form.has_value());
    if (!m_form)
        return say(tr("This can't be shown as a form while its text can't be read as AsyncAPI: the "
                      "problems below say what to mend."));
    // An old form would write over what was typed since.
    m_body->setEnabled(!m_form->isOld);
    say(m_form->isOld ? tr("The text has a syntax error. This is what it said before; it can be "
                           "edited again when the error is mended.")
                      : QString());
    showIdentity();
    m_topics->show(*m_form, snapshot.workspace->settings().convention);
    m_topicsCard->setTitle(tr("Owned topics (%1)").arg(m_form->topics.size()));
    m_consumed->show(m_form->consumptions);
    showTopic();
}

void DesignerView::showIdentity()
{
    const QString title = toQt(m_form->title);
    if (!m_title->hasFocus() && m_title->text() != title)
        m_title->setText(title);
    m_description->show(toQt(m_form->description));
    m_id->setText(m_form->id.value.empty() ? tr("none: it owns nothing") : toQt(m_form->id.value));
    m_facts->setText(factsOf(*m_form));
}

void DesignerView::showTopic()
{
    const auto current = m_topics->current();
    const modelling::FormTopic *topic = m_form && current ? m_form->topic(*current) : nullptr;
    m_topic->setVisible(topic != nullptr);
    m_topicName->setVisible(topic != nullptr);
    if (!topic)
        return;
    m_topicName->setText(toQt(topic->name.value));
    m_topicName->setToolTip(toQt(topic->name.value));
    m_topic->show(*topic, modelling::formMessages(*m_session.snapshot().workspace, topic->channel));
}

void DesignerView::commitTitle()
{
    const std::string title = fromQt(m_title->text().trimmed());
    if (m_form && title != m_form->title)
        m_deeds.run(tr("Change title"), [file = m_file, title](const Topology &topology) {
            return modelling::setTitle(topology, file, title);
        });
}

void DesignerView::commitDescription(const QString &text)
{
    m_deeds.run(tr("Describe context"),
                [file = m_file, text = fromQt(text)](const Topology &topology) {
                    return modelling::setDescription(topology, file, text);
                });
}

void DesignerView::followSelection()
{
    const auto *topic = std::get_if<TopicName>(&m_session.selection());
    if (isVisible() && topic && m_form && m_form->topic(*topic))
        m_topics->setCurrent(*topic);
}

void DesignerView::say(const QString &fault)
{
    theme::setInk(*m_notice, theme::Ink::Error);
    m_notice->setText(fault);
    m_notice->setVisible(!fault.isEmpty());
    if (!fault.isEmpty())
        ensureWidgetVisible(m_notice);
}

} // namespace meshwright::ui
