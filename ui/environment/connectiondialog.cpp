// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/connectiondialog.h"

#include "ui/environment/guardsign.h"
#include "ui/session/derivation.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include "meshwright/text/textfile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

constexpr int dialogWidth = 560;

Result<ClusterInfo> probe(const Connector &connector, const Environment &environment,
                          const std::stop_token &stop)
{
    auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    return (*cluster)->info(stop);
}

QComboBox *choice(QWidget *parent, const char *objectName, const QStringList &values)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    for (const auto &value : values)
        box->addItem(value, value);
    return box;
}

void choose(QComboBox *box, const QString &value)
{
    if (box->findData(value) < 0) // what the file says stays, even where we don't know it
        box->addItem(value, value);
    box->setCurrentIndex(box->findData(value));
}

std::string chosen(const QComboBox *box)
{
    return fromQt(box->currentData().toString());
}

std::string typed(const QLineEdit *field)
{
    return fromQt(field->text().trimmed());
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
    for (const auto *box : {m_connector, m_guard, m_protocol})
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateVisible);
    connect(&m_testing, &QFutureWatcherBase::finished, this, &ConnectionDialog::takeTest);
    theme::resizeWithinScreen(*this, {dialogWidth, 0});
}

ConnectionDialog::~ConnectionDialog()
{
    m_stop.request_stop();
}

QLineEdit *ConnectionDialog::addField(const char *objectName, const QString &label,
                                      const QString &hint)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->setFont(theme::fixedFont());
    field->setTextMargins(theme::grid, 0, theme::grid, 0);
    m_rows->addRow(label, field);
    m_rows->labelForField(field)->setMinimumHeight(theme::formRowHeight);
    return field;
}

void ConnectionDialog::makeFields()
{
    m_rows = new QFormLayout;
    m_rows->setHorizontalSpacing(theme::widePadding);
    m_rows->setVerticalSpacing(theme::padding);
    m_rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addChoice = [this](const QString &label, QComboBox *box) {
        box->setAccessibleName(label);
        m_rows->addRow(label, box);
        m_rows->labelForField(box)->setMinimumHeight(theme::formRowHeight);
        return box;
    };
    m_name = addField("environmentName", tr("Name"), tr("staging"));
    m_connector = addChoice(tr("Cluster"), choice(this, "environmentConnector", {}));
    for (const auto &connector : m_connections.connectors())
        m_connector->addItem(toQt(connector->title()), toQt(connector->id()));
    m_guard = addChoice(tr("Guard"), choice(this, "environmentGuard", {}));
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
    m_bootstrap = addField("environmentBootstrap", tr("Brokers"), tr("broker-1.example:9092"));
    const QStringList protocols{QStringLiteral("PLAINTEXT"), QStringLiteral("SSL"),
                                QStringLiteral("SASL_PLAINTEXT"), QStringLiteral("SASL_SSL")};
    m_protocol = addChoice(tr("Security"), choice(this, "environmentProtocol", protocols));
    m_protocol->insertItem(0, tr("left to the client (PLAINTEXT)"), QString());
    const QStringList mechanisms{QStringLiteral("PLAIN"), QStringLiteral("SCRAM-SHA-256"),
                                 QStringLiteral("SCRAM-SHA-512")};
    m_mechanism = addChoice(tr("Login"), choice(this, "environmentMechanism", mechanisms));
    m_mechanism->insertItem(0, tr("choose…"), QString());
    m_username = addField("environmentUsername", tr("User"), QStringLiteral("${env:KAFKA_USER}"));
    m_password =
        addField("environmentPassword", tr("Password"), QStringLiteral("${env:KAFKA_PASSWORD}"));
    m_ca = addField("environmentCa", tr("CA file"), tr("the system's certificates"));
}

void ConnectionDialog::makeLayout()
{
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
    parts->addLayout(m_rows);
    parts->addWidget(m_answer);
    parts->addStretch();
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
    choose(m_connector, toQt(form.connector));
    m_guard->setCurrentIndex(m_guard->findData(static_cast<int>(form.guard)));
    m_bootstrap->setText(toQt(form.bootstrap));
    choose(m_protocol, toQt(form.protocol));
    choose(m_mechanism, toQt(form.mechanism));
    m_username->setText(toQt(form.username));
    m_password->setText(toQt(form.password));
    m_ca->setText(toQt(form.ca));
    m_readOnly->setChecked(m_isNew || form.isReadOnly);
    updateVisible();
    say(Tone::Neutral, tr("Secrets stay out of <code>meshwright.yaml</code>: write where one is, "
                          "<nobr><code>${env:NAME}</code></nobr> or "
                          "<nobr><code>${file:PATH}</code></nobr>."));
    (m_isNew ? m_name : m_bootstrap)->setFocus();
}

ConnectionForm ConnectionDialog::form() const
{
    ConnectionForm form;
    form.name = typed(m_name);
    form.connector = chosen(m_connector);
    form.guard = static_cast<Guard>(m_guard->currentData().toInt());
    form.bootstrap = typed(m_bootstrap);
    form.protocol = chosen(m_protocol);
    form.mechanism = chosen(m_mechanism);
    form.username = typed(m_username);
    form.password = typed(m_password);
    form.ca = typed(m_ca);
    form.isReadOnly = m_readOnly->isChecked();
    return form;
}

QString ConnectionDialog::environmentName() const
{
    return m_name->text().trimmed();
}

void ConnectionDialog::updateVisible()
{
    const auto now = form();
    const auto showRow = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        m_rows->labelForField(field)->setVisible(isShown);
    };
    m_readOnly->setVisible(now.usesKafka());
    showRow(m_bootstrap, now.usesKafka());
    showRow(m_protocol, now.usesKafka());
    showRow(m_mechanism, now.usesPassword());
    showRow(m_username, now.usesPassword());
    showRow(m_password, now.usesPassword());
    showRow(m_ca, now.usesCertificates());
    m_sign->setText(guardSign(now.guard).meaning);
    theme::growWithinScreen(*this);
}

QWidget *ConnectionDialog::fieldOf(FormFault::Field field) const
{
    switch (field) {
    case FormFault::Field::Name:
        return m_name;
    case FormFault::Field::Bootstrap:
        return m_bootstrap;
    case FormFault::Field::Mechanism:
        return m_mechanism;
    case FormFault::Field::Username:
        return m_username;
    case FormFault::Field::Password:
        break;
    }
    return m_password;
}

bool ConnectionDialog::refuse()
{
    const auto fault = faultOf(form());
    if (!fault)
        return false;
    say(Tone::Error, toQt(fault->message).toHtmlEscaped());
    fieldOf(fault->field)->setFocus();
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
    const auto result = m_testing.result();
    if (!result)
        return say(Tone::Error, toQt(result.error().message).toHtmlEscaped());
    const QString brokers = tr("%Ln broker(s)", nullptr, result->brokers);
    say(Tone::Good,
        tr("<b>Connected.</b> Cluster <code>%1</code>, %2, version %3.")
            .arg(toQt(result->clusterId).toHtmlEscaped(), brokers,
                 result->version.empty() ? tr("unknown") : toQt(result->version).toHtmlEscaped()));
}

void ConnectionDialog::say(Tone tone, const QString &text)
{
    const auto &t = theme::tokens();
    const QColor color = tone == Tone::Error ? t.error : tone == Tone::Good ? t.good : t.muted;
    const QString sign = tone == Tone::Error  ? QStringLiteral("✕ ")
                         : tone == Tone::Good ? QStringLiteral("✓ ")
                                              : QString();
    m_answer->setText(
        QStringLiteral("<span style=\"color:%1\">%2%3</span>").arg(color.name(), sign, text));
}

} // namespace meshwright::ui
