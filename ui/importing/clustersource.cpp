// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/clustersource.h"

#include "ui/environment/formfields.h"
#include "ui/environment/guardsign.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <set>

namespace meshwright::ui {

ClusterSource::ClusterSource(Session &session, Connections connections, const QString &environment,
                             QWidget *parent)
    : ImportSource(parent)
    , m_session(session)
    , m_connections(std::move(connections))
{
    makeFields();
    setFocusProxy(m_environment);
    fillEnvironments();
    m_environment->setCurrentIndex(std::max(0, m_environment->findData(environment)));
    connect(&m_session, &Session::snapshotChanged, this, &ClusterSource::fillEnvironments);
    connect(m_environment, &QComboBox::currentIndexChanged, this, &ClusterSource::forget);
    connect(m_scope, &QComboBox::activated, this, &ImportSource::changed);
    connect(m_scope->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_reading && m_scope->lineEdit()->isModified())
            emit changed();
        m_scope->lineEdit()->setModified(false);
    });
    connect(m_read, &QPushButton::clicked, this, &ClusterSource::read);
}

void ClusterSource::makeFields()
{
    m_environment = new QComboBox(this);
    m_environment->setObjectName(QStringLiteral("importEnvironment"));
    m_environment->setAccessibleName(tr("Connection"));
    m_read = new QPushButton(theme::icon("refresh"), tr("Read the cluster"), this);
    m_read->setObjectName(QStringLiteral("importRead"));
    m_read->setAutoDefault(false);
    m_read->setToolTip(tr("Reads its topics, access rules and schemas. Nothing is written there."));
    auto *add = new QPushButton(theme::icon("add"), tr("Add connection…"), this);
    add->setObjectName(QStringLiteral("importAddConnection"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &ClusterSource::connectionWanted);
    m_scope = new QComboBox(this);
    m_scope->setObjectName(QStringLiteral("importScope"));
    m_scope->setAccessibleName(tr("Domain or context"));
    m_scope->setEditable(true);
    m_scope->setInsertPolicy(QComboBox::NoInsert);
    m_scope->setFont(theme::fixedFont());
    m_scope->lineEdit()->setAccessibleName(m_scope->accessibleName());
    m_scope->lineEdit()->setPlaceholderText(tr("all that the cluster holds"));
    auto *connection = new theme::WrapLayout;
    connection->setContentsMargins(0, 0, 0, 0);
    connection->setSpacing(theme::padding);
    connection->addWidget(m_environment, 1);
    connection->addWidget(m_read);
    connection->addWidget(add);
    auto *rows = form::newRows();
    setLayout(rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addRow(tr("Connection"), connection);
    rows->addRow(tr("Domain or context"), m_scope);
    for (int row = 0; row < rows->rowCount(); ++row)
        rows->itemAt(row, QFormLayout::LabelRole)->widget()->setMinimumHeight(theme::formRowHeight);
}

/// The chosen one stays chosen; where it is described anew, what was read is another cluster's.
void ClusterSource::fillEnvironments()
{
    if (!m_session.isOpen())
        return;
    const auto chosen = m_environment->currentData();
    {
        const QSignalBlocker blocker(m_environment);
        m_environment->clear();
        for (const auto &each : m_session.snapshot().workspace->settings().environments) {
            const auto sign = signOf(each);
            m_environment->addItem(theme::icon(sign.icon, sign.ink), toQt(each.name),
                                   toQt(each.name));
        }
        m_environment->setCurrentIndex(std::max(0, m_environment->findData(chosen)));
    }
    if (m_reading && environment() != m_reading->environment)
        forget();
}

void ClusterSource::forget()
{
    m_isWanted = false;
    m_reading.reset();
    m_scope->clear();
    emit changed();
}

void ClusterSource::read()
{
    m_isWanted = true;
    m_reading.reset();
    emit changed();
}

std::optional<Environment> ClusterSource::environment() const
{
    const auto &settings = m_session.snapshot().workspace->settings();
    const auto *found = settings.environment(fromQt(m_environment->currentData().toString()));
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string ClusterSource::scope() const
{
    return fromQt(m_scope->currentText().trimmed());
}

ImportSource::Job ClusterSource::job() const
{
    if (!m_isWanted || !m_session.isOpen() || !environment())
        return {};
    return [workspace = m_session.snapshot().workspace, target = *environment(),
            connector = m_connections.find(environment()->connector), known = m_reading,
            scope = scope()](const std::stop_token &stop) -> Result<ImportsPtr> {
        if (known)
            return importsFrom(workspace, known, scope);
        const auto reading = readForImport(workspace, target, connector, stop);
        if (!reading)
            return tl::unexpected(reading.error());
        return importsFrom(workspace, *reading, scope);
    };
}

QString ClusterSource::progress() const
{
    return m_reading ? tr("Making specs …") : tr("Reading %1 …").arg(m_environment->currentText());
}

QString ClusterSource::hint() const
{
    return tr("Read the cluster: its topics and access rules tell which contexts there are, and a "
              "spec is made for each. Nothing is written there.");
}

QString ClusterSource::suggestedFolder() const
{
    return m_session.rootPath();
}

/// The domains and contexts that it holds, to choose from.
void ClusterSource::take(const Imports &imports)
{
    if (m_reading == imports.reading)
        return;
    m_reading = imports.reading;
    std::set<std::string> names;
    for (const auto &context : m_reading->contexts) {
        names.insert(context.value);
        for (auto dot = context.value.find('.'); dot != std::string::npos;
             dot = context.value.find('.', dot + 1))
            names.insert(context.value.substr(0, dot));
    }
    const QSignalBlocker blocker(m_scope);
    const auto typed = m_scope->currentText();
    m_scope->clear();
    m_scope->addItem(QString());
    for (const auto &name : names)
        m_scope->addItem(toQt(name));
    m_scope->setEditText(typed);
}

} // namespace meshwright::ui
