// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/connectiondialog.h"

#include "ui/environment/formfields.h"
#include "ui/environment/guardsign.h"
#include "ui/environment/registryfields.h"
#include "ui/environment/secretfield.h"
#include "ui/environment/securityfields.h"
#include "ui/session/derivation.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include "meshwright/text/textfile.h"
#include "meshwright/workspace/keychain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

constexpr int dialogWidth = 560;

enum Tab { ClusterTab, RegistryTab };

Result<ClusterInfo> probeCluster(const Connector &connector, const Environment &environment,
                                 const std::stop_token &stop)
{
    auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    return (*cluster)->info(stop);
}

std::optional<Result<std::size_t>> probeRegistry(const Connector &connector,
                                                 const Environment &environment,
                                                 const std::stop_token &stop)
{
    if (!environment.registry)
        return std::nullopt;
    auto registry = openRegistry(connector, environment);
    if (!registry)
        return tl::unexpected(registry.error());
    if (!*registry)
        return std::nullopt;
    const auto subjects = (*registry)->readSubjects(stop);
    if (!subjects)
        return tl::unexpected(subjects.error());
    return subjects->size();
}

Probe probe(const Connector &connector, const Environment &environment, const std::stop_token &stop)
{
    return {probeCluster(connector, environment, stop),
            probeRegistry(connector, environment, stop)};
}

} // namespace

ConnectionDialog::ConnectionDialog(Session *session, Connections connections, const QString &name,
                                   QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_connections(std::move(connections))
    , m_isNew(name.isEmpty())
{
    setObjectName(QStringLiteral("connectionDialog"));
    if (m_session->isOpen()) {
        const auto &settings = m_session->snapshot().workspace->settings();
        if (const auto *known = settings.environment(fromQt(name)))
            m_base = *known;
    }
    setWindowTitle(m_isNew ? tr("Add environment") : tr("Connection of %1").arg(name));
    makeFields();
    makeLayout();
    m_before = m_isNew ? ConnectionForm() : formOf(m_base);
    fill(formOf(m_base));
    for (const auto *box : {m_connector, m_guard})
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateVisible);
    connect(m_security, &SecurityFields::choiceChanged, this, &ConnectionDialog::updateVisible);
    connect(&m_testing, &QFutureWatcherBase::finished, this, &ConnectionDialog::takeTest);
    connect(&m_keeping, &QFutureWatcherBase::finished, this, &ConnectionDialog::takeKept);
    for (auto *field : findChildren<SecretField *>())
        connect(field, &SecretField::keepRequested, this, [this, field] { keep(*field); });
    theme::resizeWithinScreen(*this, {dialogWidth, 0});
}

ConnectionDialog::~ConnectionDialog()
{
    m_stop.request_stop();
}

void ConnectionDialog::makeFields()
{
    m_rows = form::newRows();
    m_name = form::addLine(*m_rows, "environmentName", tr("Name"), tr("staging"));
    m_connector = form::addChoice(*m_rows, "environmentConnector", tr("Cluster"), {});
    for (const auto &connector : m_connections.connectors())
        m_connector->addItem(toQt(connector->title()), toQt(connector->id()));
    m_guard = form::addChoice(*m_rows, "environmentGuard", tr("Guard"), {});
    for (const auto guard : {Guard::Dev, Guard::Confirm, Guard::Prod}) {
        const auto sign = guardSign(guard);
        m_guard->addItem(theme::icon(sign.icon, sign.ink), sign.title, static_cast<int>(guard));
    }
    m_sign = new QLabel(this);
    theme::setFont(*m_sign, theme::detailFont);
    m_sign->setForegroundRole(QPalette::PlaceholderText);
    auto muted = palette();
    muted.setColor(QPalette::PlaceholderText, theme::tokens().muted);
    m_sign->setPalette(muted);
    m_rows->addRow(QString(), m_sign);
    m_readOnly = new QCheckBox(tr("Read only: never write there"), this);
    m_readOnly->setObjectName(QStringLiteral("environmentReadOnly"));
    m_rows->addRow(QString(), m_readOnly);
    m_bootstrap =
        form::addLine(*m_rows, "environmentBootstrap", tr("Brokers"), tr("broker-1.example:9092"));
    m_security = new SecurityFields(m_rows, this);
}

void ConnectionDialog::makeTabs()
{
    auto *cluster = new QWidget;
    m_rows->setContentsMargins(0, theme::widePadding, 0, 0);
    cluster->setLayout(m_rows);
    m_registry = new RegistryFields;
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("connectionTabs"));
    m_tabs->setAccessibleName(tr("Parts of the connection"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(cluster, tr("Cluster"));
    m_tabs->addTab(m_registry, tr("Schema registry"));
    connect(m_registry, &RegistryFields::rowsChanged, this,
            [this] { theme::growWithinScreen(*this); });
}

void ConnectionDialog::makeLayout()
{
    makeTabs();
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("connectionAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::RichText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_answer->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_test = new QPushButton(theme::icon("test-connection"), tr("Test connection"), this);
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_test->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelConnection"));
    cancel->setAutoDefault(false);
    auto *save = new QPushButton(m_isNew ? tr("Add environment") : tr("Save"), this);
    save->setObjectName(QStringLiteral("saveConnection"));
    save->setProperty("primary", true);
    save->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::testConnection);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ConnectionDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(20, 20, 20, 0);
    parts->setSpacing(theme::widePadding);
    parts->addWidget(m_tabs, 1); // its rows come and go
    parts->addWidget(m_answer);
    buttons->setContentsMargins(20, 0, 20, 16);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::widePadding);
    all->addWidget(new theme::ScrollPage(page), 1);
    all->addLayout(buttons);
}

void ConnectionDialog::fill(const ConnectionForm &form)
{
    m_name->setText(toQt(form.name));
    m_name->setReadOnly(!m_isNew);
    m_name->setEnabled(m_isNew);
    form::choose(*m_connector, toQt(form.connector));
    m_guard->setCurrentIndex(m_guard->findData(static_cast<int>(form.guard)));
    m_bootstrap->setText(toQt(form.bootstrap));
    m_security->fill(form.security);
    m_readOnly->setChecked(m_isNew || form.isReadOnly);
    m_registry->fill(form.registry);
    updateVisible();
    say(Tone::Neutral, tr("Secrets stay out of <code>meshwright.yaml</code>: write where one is, "
                          "<nobr><code>${env:NAME}</code></nobr> or "
                          "<nobr><code>${file:PATH}</code></nobr>; or type it, and let the "
                          "button in the field keep it in the keychain."));
    (m_isNew ? m_name : m_bootstrap)->setFocus();
}

ConnectionForm ConnectionDialog::form() const
{
    ConnectionForm now;
    now.name = form::typed(*m_name);
    now.connector = form::chosen(*m_connector);
    now.guard = static_cast<Guard>(m_guard->currentData().toInt());
    now.bootstrap = form::typed(*m_bootstrap);
    now.security = m_security->form();
    now.isReadOnly = m_readOnly->isChecked();
    now.registry = m_registry->form();
    return now;
}

QString ConnectionDialog::environmentName() const
{
    return m_name->text().trimmed();
}

void ConnectionDialog::updateVisible()
{
    const auto now = form();
    m_readOnly->setVisible(now.usesKafka());
    form::showRow(*m_rows, *m_bootstrap, now.usesKafka());
    m_security->showRows(now.usesKafka());
    m_tabs->setTabVisible(RegistryTab, now.usesKafka());
    m_sign->setText(guardSign(now.guard).meaning);
    theme::growWithinScreen(*this);
}

QWidget *ConnectionDialog::fieldOf(FormFault::Field field) const
{
    if (QWidget *found = m_registry->fieldOf(field))
        return found;
    if (QWidget *found = m_security->fieldOf(field))
        return found;
    return field == FormFault::Field::Name ? m_name : m_bootstrap;
}

bool ConnectionDialog::refuse()
{
    const auto fault = faultOf(form());
    if (!fault)
        return false;
    say(Tone::Error, toQt(fault->message).toHtmlEscaped());
    QWidget *field = fieldOf(fault->field);
    m_tabs->setCurrentIndex(m_registry->isAncestorOf(field) ? RegistryTab : ClusterTab);
    field->setFocus();
    return true;
}

void ConnectionDialog::accept()
{
    if (refuse())
        return;
    const auto after = form();
    if (const auto written = write(after); !written)
        return say(Tone::Error, toQt(written.error().message).toHtmlEscaped());
    stopTest();
    emit environmentSaved(toQt(after.name));
    QDialog::accept();
}

Result<void> ConnectionDialog::write(const ConnectionForm &after)
{
    const auto current = m_session->text(settingsFileName);
    const auto text = withConnection(current, m_before, after);
    if (!text)
        return tl::unexpected(text.error());
    const QString title = m_isNew ? tr("Add environment %1").arg(toQt(after.name))
                                  : tr("Connection of %1").arg(toQt(after.name));
    if (!current)
        return create(*text, title);
    if ((*text)->bytes() == current->bytes())
        return {};
    const bool wasSaved = !m_session->isModified(settingsFileName);
    WorkspaceEdit edit;
    edit.files[settingsFileName] = difference(*current, **text);
    auto done = m_session->perform(edit, title);
    if (!done || !wasSaved) // what else was typed there and not saved stays the user's to save
        return done;
    return m_session->save(settingsFileName);
}

Result<void> ConnectionDialog::create(const Text &text, const QString &title)
{
    if (!m_session->isOpen())
        return tl::unexpected(Error{Error::Code::NotFound, fromQt(tr("Open a folder first.")), {}});
    const std::string file = settingsFileName;
    std::error_code ignored;
    if (std::filesystem::exists(pathFromQt(m_session->rootPath()) / file, ignored))
        return tl::unexpected(
            Error{Error::Code::Conflict,
                  fromQt(tr("There is a file %1 already, and it stays.").arg(toQt(file))), file});
    WorkspaceEdit edit;
    edit.created[file] = {text->bytes(), Encoding::Utf8};
    auto done = m_session->perform(edit, title);
    return done ? m_session->save(file) : done;
}

void ConnectionDialog::testConnection()
{
    if (m_testing.isRunning())
        return stopTest();
    if (!refuse())
        startTest();
}

void ConnectionDialog::startTest()
{
    const auto now = form();
    const auto environment = environmentFrom(now, m_base);
    const auto connector = m_connections.find(now.connector);
    m_stop = std::stop_source();
    m_testing.setFuture(QtConcurrent::run(m_connections.threads(),
                                          [connector, environment, stop = m_stop.get_token()] {
                                              return probe(connector, environment, stop);
                                          }));
    showTesting(true);
    say(Tone::Neutral, now.usesKafka() ? tr("Asking %1 …").arg(toQt(now.bootstrap).toHtmlEscaped())
                                       : tr("Opening …"));
}

void ConnectionDialog::stopTest()
{
    m_stop.request_stop();
    m_testing.setFuture({}); // whatever is answered now, nobody listens
    showTesting(false);
    say(Tone::Neutral, tr("Stopped. Nothing is known about the connection."));
}

void ConnectionDialog::showTesting(bool isTesting)
{
    m_test->setText(isTesting ? tr("Stop") : tr("Test connection"));
    m_test->setIcon(theme::icon(isTesting ? "cancel" : "test-connection"));
}

void ConnectionDialog::takeTest()
{
    if (m_testing.isCanceled()) // stopped: there is no answer
        return;
    showTesting(false);
    const Probe found = m_testing.result();
    QStringList lines{clusterLine(found.cluster)};
    if (found.subjects)
        lines.append(registryLine(*found.subjects));
    m_answer->setText(lines.join(QStringLiteral("<br>")));
}

QString ConnectionDialog::clusterLine(const Result<ClusterInfo> &cluster)
{
    if (!cluster)
        return marked(Tone::Error, toQt(cluster.error().message).toHtmlEscaped());
    const QString brokers = tr("%Ln broker(s)", nullptr, cluster->brokers);
    return marked(Tone::Good,
                  tr("<b>Connected.</b> Cluster <code>%1</code>, %2, version %3.")
                      .arg(toQt(cluster->clusterId).toHtmlEscaped(), brokers,
                           cluster->version.empty() ? tr("unknown")
                                                    : toQt(cluster->version).toHtmlEscaped()));
}

QString ConnectionDialog::registryLine(const Result<std::size_t> &subjects)
{
    if (!subjects)
        return marked(
            Tone::Error,
            tr("Schema registry: %1").arg(toQt(subjects.error().message).toHtmlEscaped()));
    return marked(Tone::Good,
                  tr("Schema registry: %Ln subject(s).", nullptr, static_cast<int>(*subjects)));
}

void ConnectionDialog::keep(SecretField &field)
{
    if (environmentName().isEmpty()) {
        say(Tone::Error, tr("Name the environment first: the secret is kept under its name."));
        return m_name->setFocus();
    }
    if (m_keeping.isRunning())
        return;
    m_kept = &field;
    // With a word of chance, so that it stands in nobody's way: a keychain is for all folders.
    m_keptName = QStringLiteral("%1.%2.%3")
                     .arg(environmentName(), field.setting(),
                          QString::number(QRandomGenerator::system()->generate(), 36));
    field.setBusy(true);
    say(Tone::Neutral, tr("Asking the keychain … It may want to be unlocked."));
    m_keeping.setFuture(QtConcurrent::run(
        m_connections.threads(), [name = fromQt(m_keptName), secret = fromQt(field.text())] {
            return keychain::write(name, secret);
        }));
}

void ConnectionDialog::takeKept()
{
    m_kept->setBusy(false);
    const auto kept = m_keeping.result();
    if (!kept)
        return say(Tone::Error, toQt(kept.error().message).toHtmlEscaped());
    m_kept->setText(QStringLiteral("${keychain:%1}").arg(m_keptName));
    say(Tone::Good, tr("Kept in the keychain. The settings only refer to it."));
}

void ConnectionDialog::say(Tone tone, const QString &text)
{
    m_answer->setText(marked(tone, text));
}

QString ConnectionDialog::marked(Tone tone, const QString &text)
{
    const auto &t = theme::tokens();
    const QColor color = tone == Tone::Error ? t.error : tone == Tone::Good ? t.good : t.muted;
    const QString sign = tone == Tone::Error  ? QStringLiteral("✕ ")
                         : tone == Tone::Good ? QStringLiteral("✓ ")
                                              : QString();
    return QStringLiteral("<span style=\"color:%1\">%2%3</span>").arg(color.name(), sign, text);
}

} // namespace meshwright::ui
