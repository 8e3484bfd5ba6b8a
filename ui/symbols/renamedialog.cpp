// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/renamedialog.h"

#include "ui/session/session.h"
#include "ui/symbols/editpreview.h"
#include "ui/symbols/symbollookup.h"
#include "ui/symbols/symboltexts.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr std::size_t mostLines = 2000; // shown; all are changed
constexpr QSize firstSize(760, 560);
constexpr int pauseMs = 120;

QString andMore(int lines)
{
    return RenameDialog::tr("… and %n line(s) more", nullptr, lines);
}

void addPreview(QPlainTextEdit &view, const std::vector<PreviewLine> &lines)
{
    const theme::Tokens &t = theme::tokens();
    const auto shown = std::min(lines.size(), mostLines);
    view.clear();
    QTextCursor cursor(view.document());
    cursor.beginEditBlock();
    for (std::size_t i = 0; i < shown; ++i) {
        const PreviewLine &line = lines[i];
        const bool isFile = line.kind == PreviewLine::Kind::File;
        const bool isAdded = line.kind == PreviewLine::Kind::Added;
        QTextCharFormat format;
        format.setForeground(isFile ? t.text : isAdded ? t.good : t.error);
        if (isFile)
            format.setFontWeight(QFont::DemiBold);
        if (i > 0)
            cursor.insertBlock();
        if (isFile && i > 0)
            cursor.insertBlock();
        const QString sign = isAdded ? QStringLiteral("+") : QStringLiteral("−");
        cursor.insertText(
            isFile ? line.text : QStringLiteral("%1 %2 %3").arg(line.line, 5).arg(sign, line.text),
            format);
    }
    if (shown < lines.size()) {
        QTextCharFormat format;
        format.setForeground(t.muted);
        cursor.insertBlock();
        cursor.insertText(andMore(static_cast<int>(lines.size() - shown)), format);
    }
    cursor.endEditBlock();
    view.moveCursor(QTextCursor::Start);
}

} // namespace

RenameDialog::RenameDialog(Session &session, SymbolLookup &lookup, symbols::SymbolIndexPtr index,
                           std::vector<symbols::Symbol> symbols, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_lookup(lookup)
    , m_index(std::move(index))
    , m_symbols(std::move(symbols))
{
    setObjectName(QStringLiteral("renameDialog"));
    setWindowTitle(tr("Rename"));
    makeFields();
    makeLayout();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RenameDialog::startComputing);
    connect(&m_computing, &QFutureWatcherBase::finished, this, &RenameDialog::takeComputed);
    connect(m_what, &QComboBox::currentIndexChanged, this, &RenameDialog::chooseSymbol);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_apply->setEnabled(false);
        m_pause.start();
    });
    connect(&m_session, &Session::snapshotChanged, this, &RenameDialog::followTexts);
    theme::resizeWithinScreen(*this, firstSize);
    chooseSymbol();
}

void RenameDialog::makeFields()
{
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("renameWhat"));
    m_what->setAccessibleName(tr("What to rename"));
    for (const auto &each : m_symbols)
        m_what->addItem(theme::icon(symbolIconName(each.kind), theme::Ink::Muted),
                        symbolTitle(each));
    m_what->setEnabled(m_symbols.size() > 1);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("renameName"));
    m_name->setAccessibleName(tr("New name"));
    m_name->setFont(theme::fixedFont());
    m_name->setTextMargins(theme::grid, 0, theme::grid, 0);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("renameMessage"));
    m_effects = new QLabel(this);
    m_effects->setObjectName(QStringLiteral("renameEffects"));
    m_effects->hide();
    for (QLabel *label : {m_message, m_effects}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    m_preview = new QPlainTextEdit(this);
    m_preview->setObjectName(QStringLiteral("renamePreview"));
    m_preview->setAccessibleName(tr("The lines that change"));
    m_preview->setPlaceholderText(m_preview->accessibleName());
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(theme::fixedFont());
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    theme::keepLeftToRight(*m_preview);
}

void RenameDialog::makeLayout()
{
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(theme::widePadding);
    rows->setVerticalSpacing(theme::padding);
    rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->addRow(tr("Rename"), m_what);
    rows->addRow(tr("New name"), m_name);
    for (QWidget *field : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_name)})
        rows->labelForField(field)->setMinimumHeight(theme::formRowHeight);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("renameCancel"));
    cancel->setAutoDefault(false);
    m_apply = new QPushButton(tr("Rename everywhere"), this);
    m_apply->setObjectName(QStringLiteral("renameApply"));
    m_apply->setProperty("primary", true);
    m_apply->setDefault(true);
    m_apply->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &RenameDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(20, 20, 20, 16);
    all->setSpacing(theme::widePadding);
    all->addLayout(rows);
    all->addWidget(m_message);
    all->addWidget(m_effects);
    all->addWidget(m_preview, 1);
    all->addLayout(buttons);
    m_name->setFocus();
}

const symbols::Symbol &RenameDialog::symbol() const
{
    return m_symbols[static_cast<std::size_t>(m_what->currentIndex())];
}

std::string RenameDialog::typed() const
{
    return fromQt(m_name->text().trimmed());
}

void RenameDialog::chooseSymbol()
{
    const QString name = toQt(symbol().name);
    m_name->setText(name);
    // The last part is what changes most.
    const auto dot = static_cast<int>(name.lastIndexOf(QLatin1Char('.')));
    m_name->setSelection(dot + 1, static_cast<int>(name.size()) - dot - 1);
    m_pause.stop();
    startComputing();
}

void RenameDialog::startComputing()
{
    m_apply->setEnabled(false);
    m_computing.setFuture(QtConcurrent::run([index = m_index, symbol = symbol(), name = typed()] {
        Answer answer{name, symbols::renameEdits(*index, symbol, name), {}};
        if (answer.edit && !answer.edit->isEmpty())
            answer.effects = effectsOf(*index->topology, *answer.edit);
        return answer;
    }));
}

void RenameDialog::takeComputed()
{
    const Answer answer = m_computing.result();
    if (m_pause.isActive() || answer.name != typed())
        return; // a newer name is on its way
    if (isVisible())
        m_session.setPreview(answer.effects.after);
    if (!answer.edit)
        return showFault(toQt(answer.edit.error().message));
    showEdit(*answer.edit);
    showEffects(answer.effects);
}

void RenameDialog::showEffects(const Effects &effects)
{
    QStringList texts{effectsText({}, effects.impact),
                      costText(effects.cost, m_index->topology->workspace->settings())};
    texts.removeAll(QString());
    m_effects->setText(texts.join(QLatin1Char('\n')));
    m_effects->setVisible(!texts.isEmpty());
}

void RenameDialog::say(const QString &message, bool isFault)
{
    theme::setInk(*m_message, isFault ? theme::Ink::Error : theme::Ink::Muted);
    m_message->setText(message);
}

void RenameDialog::showFault(const QString &message)
{
    m_edit = {};
    m_preview->clear();
    m_effects->hide();
    m_apply->setEnabled(false);
    say(tr("✕ %1").arg(message), true);
}

void RenameDialog::showEdit(const WorkspaceEdit &edit)
{
    m_edit = edit;
    m_apply->setEnabled(!edit.isEmpty());
    if (edit.isEmpty()) {
        m_preview->clear();
        const auto usages = symbols::usagesOf(*m_index, symbol());
        return say(tr("It stands at %n place(s). Type the new name to see what changes.", nullptr,
                      static_cast<int>(usages.size())),
                   false);
    }
    const auto lines = previewOf(*m_index->topology->workspace, edit);
    const auto isAdded = [](const PreviewLine &line) {
        return line.kind == PreviewLine::Kind::Added;
    };
    const auto changed = static_cast<int>(std::count_if(lines.begin(), lines.end(), isAdded));
    say(tr("It changes %1 in %2. One step of undo takes it all back, saved or not.")
            .arg(tr("%n line(s)", nullptr, changed),
                 tr("%n file(s)", nullptr, static_cast<int>(edit.files.size()))),
        false);
    addPreview(*m_preview, lines);
}

/// The texts changed under the dialog (on the disk, say): everything is computed from the new ones.
void RenameDialog::followTexts()
{
    if (m_index->topology == m_session.snapshot().topology)
        return;
    m_apply->setEnabled(false);
    m_lookup.ask(this, [this](const symbols::SymbolIndexPtr &index) {
        for (auto &each : m_symbols)
            if (const auto now = sameSymbol(*index, each))
                each = *now;
        m_index = index;
        startComputing();
    });
}

void RenameDialog::hideEvent(QHideEvent *event)
{
    m_session.setPreview(nullptr);
    QDialog::hideEvent(event);
}

void RenameDialog::accept()
{
    if (!m_apply->isEnabled())
        return; // Enter, while the answer is on its way or is no
    if (!m_session.isUpToDate() || m_index->topology != m_session.snapshot().topology)
        return;
    const QString old = toQt(symbol().name);
    const auto done = m_session.perform(m_edit, tr("Rename %1").arg(old));
    if (!done)
        return showFault(toQt(done.error().message));
    emit renamed(tr("%1 is %2 now, in %3.")
                     .arg(old, toQt(typed()),
                          tr("%n file(s)", nullptr, static_cast<int>(m_edit.files.size()))));
    QDialog::accept();
}

} // namespace meshwright::ui
