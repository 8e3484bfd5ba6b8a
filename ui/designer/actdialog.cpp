// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/actdialog.h"

#include "ui/diff/diffview.h"
#include "ui/text/text.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"
#include "ui/theme/wrappingcheck.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

constexpr int dialogWidth = 640;
constexpr int previewLines = 12;
constexpr int pauseMs = 80; // an act reads its own result again: not at each key of a burst
constexpr int patienceMs = 200;
constexpr int listRows = 5;

/// As soon as a snapshot may have it.
void selectLater(Session &session, const Selection &subject)
{
    auto *once = new QObject(&session);
    QObject::connect(&session, &Session::opened, once, [once] { delete once; });
    QObject::connect(&session, &Session::snapshotChanged, once, [&session, once, subject] {
        if (!session.isUpToDate())
            return;
        once->deleteLater();
        session.select(subject);
    });
}

} // namespace

ActDialog::ActDialog(Session &session, const QString &title, const QString &deed, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_rows(new QFormLayout)
    , m_word(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_cost(new QLabel(this))
    , m_preview(new DiffView(this))
    , m_do(new QPushButton(deed, this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_rows->setHorizontalSpacing(theme::widePadding);
    m_rows->setVerticalSpacing(theme::padding);
    m_rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QLabel *label : {m_word, m_meaning, m_cost}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    m_word->setObjectName(QStringLiteral("actWord"));
    m_meaning->setObjectName(QStringLiteral("actMeaning"));
    m_cost->setObjectName(QStringLiteral("actCost"));
    m_meaning->hide();
    m_cost->hide();
    m_preview->setObjectName(QStringLiteral("actPreview"));
    m_preview->setAccessibleName(tr("What will be written"));
    m_preview->setPlaceholderText(m_preview->accessibleName());
    m_preview->setTabChangesFocus(true);
    m_preview->setMinimumHeight(m_preview->fontMetrics().lineSpacing() * previewLines);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("actCancel"));
    cancel->setAutoDefault(false);
    m_do->setObjectName(QStringLiteral("actDo"));
    m_do->setProperty("primary", true);
    m_do->setDefault(true);
    m_do->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &ActDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(20, 20, 20, 0);
    parts->setSpacing(theme::widePadding);
    parts->addLayout(m_rows);
    parts->addWidget(m_word);
    parts->addWidget(m_meaning);
    parts->addWidget(m_cost);
    parts->addWidget(m_preview, 1);
    buttons->setContentsMargins(20, 0, 20, 16);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::widePadding);
    all->addWidget(new theme::ScrollPage(page), 1);
    all->addLayout(buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_pause, &QTimer::timeout, this, &ActDialog::refresh);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { say(tr("Working out what that changes…"), false); });
    connect(&m_answering, &QFutureWatcherBase::finished, this, &ActDialog::takeAnswer);
    connect(&m_session, &Session::snapshotChanged, this, &ActDialog::followTexts);
}

void ActDialog::showEvent(QShowEvent *event)
{
    theme::resizeWithinScreen(*this, {dialogWidth, 0});
    QDialog::showEvent(event);
}

void ActDialog::addRow(const QString &label, QWidget *field, const char *name)
{
    m_hasFields = true;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    m_rows->addRow(new QLabel(label, this), field);
    m_rows->labelForField(field)->setMinimumHeight(theme::formRowHeight);
}

QLineEdit *ActDialog::addLine(const char *name, const QString &label, const QString &hint)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(hint);
    field->setTextMargins(theme::grid, 0, theme::grid, 0);
    addRow(label, field, name);
    connect(field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    return field;
}

QComboBox *ActDialog::addChoice(const char *name, const QString &label, bool isOpen)
{
    auto *box = new QComboBox(this);
    box->setEditable(isOpen);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (isOpen) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
    addRow(label, box, name);
    if (isOpen)
        box->lineEdit()->setAccessibleName(label);
    else // what is too long for it is there to be read
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
    connect(box, &QComboBox::currentTextChanged, &m_pause, qOverload<>(&QTimer::start));
    return box;
}

QCheckBox *ActDialog::addCheck(const char *name, const QString &label)
{
    auto *check = new theme::WrappingCheck(label, this);
    QCheckBox *box = check->box();
    box->setObjectName(QLatin1String(name));
    if (m_hasFields) // below the fields, not below their labels
        m_rows->addRow(QString(), check);
    else
        m_rows->addRow(check);
    connect(box, &QCheckBox::toggled, &m_pause, qOverload<>(&QTimer::start));
    return box;
}

QLabel *ActDialog::addRemark(const char *name)
{
    auto *remark = new QLabel(this);
    remark->setObjectName(QLatin1String(name));
    remark->setWordWrap(true);
    theme::setFont(*remark, theme::detailFont);
    remark->setForegroundRole(QPalette::PlaceholderText);
    m_rows->addRow(QString(), remark);
    return remark;
}

QTreeWidget *ActDialog::addList(const char *name, const QString &label)
{
    auto *list = new QTreeWidget(this);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setMinimumHeight(listRows * theme::rowHeight);
    addRow(label, list, name);
    connect(list, &QTreeWidget::itemChanged, &m_pause, qOverload<>(&QTimer::start));
    return list;
}

void ActDialog::setAct(std::function<QString()> lacks, std::function<Propose()> act)
{
    m_lacks = std::move(lacks);
    m_act = std::move(act);
    refresh();
}

void ActDialog::say(const QString &text, bool isFault)
{
    theme::setInk(*m_word, isFault ? theme::Ink::Error : theme::Ink::Muted);
    m_word->setText(text);
    theme::growWithinScreen(*this);
}

ActDialog::Answer ActDialog::answer(const TopologyPtr &topology, const Propose &propose)
{
    Result<Proposal> proposal = propose(topology);
    Effects effects;
    if (proposal && !proposal->edit.isEmpty())
        effects = effectsOf(*topology, proposal->edit);
    return {topology, std::move(proposal), std::move(effects)};
}

void ActDialog::followTexts()
{
    if (m_answered != m_session.snapshot().topology)
        refresh();
}

void ActDialog::refresh()
{
    if (!m_act || !m_session.isOpen() || !m_session.isUpToDate())
        return; // the next snapshot is on its way
    const QString lacks = m_lacks();
    if (!lacks.isEmpty())
        return refuse(lacks, false);
    m_answering.setFuture(QtConcurrent::run(answer, m_session.snapshot().topology, m_act()));
    m_patience.start();
}

void ActDialog::takeAnswer()
{
    m_patience.stop();
    if (m_pause.isActive() || !m_lacks().isEmpty())
        return; // what was typed since is judged next
    const Answer newest = m_answering.result();
    m_answered = newest.topology;
    if (!newest.proposal)
        return refuse(toQt(newest.proposal.error().message), true);
    if (newest.proposal->edit.isEmpty())
        return refuse(tr("The specs say that already."), false);
    showEdit(newest.proposal->edit);
    const QString meaning = effectsText(newest.proposal->notes, newest.effects.impact);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    const QString cost = costText(newest.effects.cost, newest.topology->workspace->settings());
    m_cost->setText(cost);
    m_cost->setVisible(!cost.isEmpty());
    theme::growWithinScreen(*this);
    m_edit = newest.proposal->edit;
    if (isVisible())
        m_session.setPreview(newest.effects.after);
    m_do->setEnabled(true);
    if (std::exchange(m_isAccepting, false))
        accept();
}

/// There is nothing to be done as things stand.
void ActDialog::refuse(const QString &why, bool isFault)
{
    m_patience.stop();
    m_isAccepting = false;
    m_edit.reset();
    m_session.setPreview(nullptr);
    m_do->setEnabled(false);
    m_meaning->hide();
    m_cost->hide();
    m_preview->setSentence({});
    say(why, isFault);
}

void ActDialog::showEdit(const WorkspaceEdit &edit)
{
    std::vector<FileTexts> texts;
    for (const auto &[file, edits] : edit.files) {
        const Text before = m_session.text(file);
        const auto after = before ? applyEdits(*before, edits) : Result<Text>(Text());
        if (after && *after)
            texts.push_back({toQt(file), before->bytes(), (*after)->bytes()});
    }
    for (const auto &[file, content] : edit.created)
        texts.push_back({tr("%1 (new)").arg(toQt(file)), {}, content.bytes});
    for (const std::string &file : edit.removed)
        if (const Text before = m_session.text(file))
            texts.push_back({tr("%1 (removed)").arg(toQt(file)), before->bytes(), {}});
    m_preview->setFiles(texts);
    say(texts.size() == 1 ? tr("This changes %1:").arg(texts.front().title)
                          : tr("This changes %n file(s):", nullptr, static_cast<int>(texts.size())),
        false);
}

void ActDialog::hideEvent(QHideEvent *event)
{
    m_session.setPreview(nullptr);
    QDialog::hideEvent(event);
}

void ActDialog::accept()
{
    const bool isAnswered = m_session.isUpToDate() && !m_pause.isActive() &&
                            m_answering.isFinished() && m_answered == m_session.snapshot().topology;
    if (!isAnswered) {
        m_isAccepting = true; // what was typed last is judged first
        return;
    }
    if (!m_edit)
        return; // what stands against it is said already
    const Selection result = m_result ? m_result() : Selection();
    if (const Result<void> done = m_session.perform(*m_edit, windowTitle()); !done)
        return say(toQt(done.error().message), true);
    if (m_result)
        selectLater(m_session, result);
    QDialog::accept();
}

} // namespace meshwright::ui
