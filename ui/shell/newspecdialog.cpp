// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/newspecdialog.h"

#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include "meshwright/modelling/contextacts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace meshwright::ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int previewLines = 14;

/// What most contexts' ids begin with, so that only the new part is typed: `acme.`.
QString usualStart(const Workspace &workspace)
{
    const std::string &organisation = workspace.settings().convention.organisation;
    if (!organisation.empty())
        return toQt(organisation) + QLatin1Char('.');
    std::map<std::string, int> starts;
    for (const auto &spec : workspace.specs()) {
        const std::string id = spec->id ? contextIdFrom(spec->id->value).value : std::string();
        if (const auto dot = id.find('.'); dot != std::string::npos)
            ++starts[id.substr(0, dot + 1)];
    }
    const auto most =
        std::max_element(starts.begin(), starts.end(),
                         [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == starts.end() ? QString() : toQt(most->first);
}

std::string typed(const QLineEdit *field)
{
    return fromQt(field->text().trimmed());
}

} // namespace

NewSpecDialog::NewSpecDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_rows(new QFormLayout)
{
    setObjectName(QStringLiteral("newSpecDialog"));
    setWindowTitle(tr("New bounded context"));
    makeFields();
    makeLayout();
    m_id->setText(usualStart(*m_session.snapshot().workspace));
    for (QLineEdit *field : {m_id, m_title, m_type, m_file})
        connect(field, &QLineEdit::textChanged, this, &NewSpecDialog::refresh);
    connect(m_id, &QLineEdit::textEdited, this, &NewSpecDialog::suggest);
    for (QComboBox *box : {m_version, m_access})
        connect(box, &QComboBox::currentIndexChanged, this, &NewSpecDialog::refresh);
    suggest();
    refresh();
    theme::resizeWithinScreen(*this, {dialogWidth, 0});
}

QLineEdit *NewSpecDialog::addField(const char *objectName, const QString &label,
                                   const QString &hint)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->setTextMargins(theme::grid, 0, theme::grid, 0);
    m_rows->addRow(new QLabel(label, this), field);
    m_rows->labelForField(field)->setMinimumHeight(theme::formRowHeight);
    return field;
}

QComboBox *NewSpecDialog::addChoice(const char *objectName, const QString &label,
                                    const QStringList &values)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(label);
    box->addItems(values);
    m_rows->addRow(label, box);
    m_rows->labelForField(box)->setMinimumHeight(theme::formRowHeight);
    return box;
}

void NewSpecDialog::makeFields()
{
    m_rows->setHorizontalSpacing(theme::widePadding);
    m_rows->setVerticalSpacing(theme::padding);
    m_rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_id = addField("newSpecId", tr("Domain id"), QStringLiteral("acme.finance.sales"));
    m_title = addField("newSpecTitle", tr("Title"), {});
    m_version = addChoice("newSpecVersion", tr("AsyncAPI"),
                          {QStringLiteral("3.0.0"), QStringLiteral("2.6.0")});
    const Convention &convention = m_session.snapshot().workspace->settings().convention;
    m_access = addChoice("newSpecAccess", tr("First topic"), {});
    for (const Access access : {Access::Public, Access::Protected, Access::Private})
        m_access->addItem(toQt(convention.keyword(access)), static_cast<int>(access));
    m_type = addField("newSpecType", QString(), tr("sale (may stay empty)"));
    m_type->setAccessibleName(tr("Type of the first topic"));
    m_file = addField("newSpecFile", tr("File"), {});
    for (QLineEdit *field : {m_id, m_type, m_file})
        field->setFont(theme::fixedFont());
}

void NewSpecDialog::makeLayout()
{
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("newSpecFault"));
    m_fault->setWordWrap(true);
    m_fault->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_fault->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_preview = new QPlainTextEdit(this);
    theme::keepLeftToRight(*m_preview);
    m_preview->setObjectName(QStringLiteral("newSpecPreview"));
    m_preview->setAccessibleName(tr("The spec as it will be written"));
    m_preview->setPlaceholderText(m_preview->accessibleName());
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(theme::fixedFont());
    m_preview->setMinimumHeight(m_preview->fontMetrics().lineSpacing() * previewLines);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("newSpecCancel"));
    cancel->setAutoDefault(false);
    m_create = new QPushButton(tr("Create spec"), this);
    m_create->setObjectName(QStringLiteral("newSpecCreate"));
    m_create->setProperty("primary", true);
    m_create->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewSpecDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(20, 20, 20, 0);
    parts->setSpacing(theme::widePadding);
    parts->addLayout(m_rows);
    parts->addWidget(m_fault);
    parts->addWidget(m_preview, 1);
    buttons->setContentsMargins(20, 0, 20, 16);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::widePadding);
    all->addWidget(new theme::ScrollPage(page), 1);
    all->addLayout(buttons);
}

modelling::NewSpec NewSpecDialog::wanted() const
{
    modelling::NewSpec spec;
    spec.file = typed(m_file);
    spec.asyncapi = fromQt(m_version->currentText());
    spec.id = contextIdFrom(typed(m_id));
    spec.title = typed(m_title);
    spec.access = static_cast<Access>(m_access->currentData().toInt());
    spec.type = typed(m_type);
    return spec;
}

/// The file and the title follow the id until they are typed over.
void NewSpecDialog::suggest()
{
    const ContextId id = contextIdFrom(typed(m_id));
    const bool isWhole = !id.value.empty() && !id.value.ends_with('.');
    m_title->setPlaceholderText(isWhole ? toQt(modelling::titleFor(id)) : tr("Sales"));
    if (!m_file->isModified())
        m_file->setText(isWhole ? toQt(modelling::fileFor(*m_session.snapshot().workspace, id))
                                : QString());
}

void NewSpecDialog::refresh()
{
    const ContextId id = contextIdFrom(typed(m_id));
    const bool isStarted = !id.value.empty() && !id.value.ends_with('.');
    const auto text = isStarted ? newSpecText(m_session.snapshot().workspace, wanted())
                                : Result<std::string>(std::string());
    m_create->setEnabled(isStarted && text);
    m_preview->setPlainText(text ? toQt(*text) : QString());
    theme::setInk(*m_fault, text ? theme::Ink::Muted : theme::Ink::Error);
    if (!text)
        m_fault->setText(toQt(text.error().message));
    else if (isStarted)
        m_fault->setText(tr("This is what will be written:"));
    else
        m_fault->setText(tr("The id names the bounded context, its principal and all its topics: "
                            "domain and service, by what they do."));
}

/// The beginning of the id is there: what is typed goes on behind it.
void NewSpecDialog::open()
{
    QDialog::open();
    m_id->end(false);
}

void NewSpecDialog::accept()
{
    const modelling::NewSpec spec = wanted();
    const auto edit = modelling::addContext(*m_session.snapshot().topology, spec);
    const auto done = edit ? m_session.perform(*edit, tr("New bounded context"))
                           : Result<void>(tl::unexpected(edit.error()));
    if (!done) {
        m_fault->setText(toQt(done.error().message));
        return;
    }
    emit created(spec.file);
    QDialog::accept();
}

} // namespace meshwright::ui
