// SPDX-License-Identifier: Apache-2.0
#include "ui/everywhere/searchpopup.h"

#include "ui/everywhere/indexer.h"
#include "ui/everywhere/searchrow.h"
#include "ui/text/actionname.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace meshwright::ui {

namespace {

using search::Entry;
using search::Kind;

constexpr QSize firstSize(680, 440);
constexpr int top = 72; ///< below the tool bar
constexpr std::size_t mostRows = 60;
constexpr int pageStep = 10;

struct KindLook
{
    const char *icon;
    const char *name;
};

KindLook lookOf(Kind kind)
{
    switch (kind) {
    case Kind::Context:
        return {"context", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "context")};
    case Kind::Domain:
        return {"domain", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "domain")};
    case Kind::Topic:
        return {"topic", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "topic")};
    case Kind::File:
        return {"spec", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "file")};
    case Kind::Message:
        return {"schema", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "message")};
    case Kind::Principal:
        return {"access", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "principal")};
    case Kind::Field:
        return {"schema", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "field")};
    case Kind::Term:
        return {"info", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "glossary")};
    case Kind::Rule:
        return {"check", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "rule")};
    case Kind::Setting:
        return {"settings", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "setting")};
    case Kind::Action:
        return {"palette", QT_TRANSLATE_NOOP("meshwright::ui::SearchPopup", "action")};
    }
    return {"info", ""};
}

search::IndexPtr indexOf(const QList<QAction *> &actions)
{
    std::vector<Entry> entries;
    for (const QAction *action : actions) {
        entries.push_back({Kind::Action,
                           fromQt(nameOf(*action)),
                           fromQt(action->shortcut().toString(QKeySequence::NativeText)),
                           {},
                           {},
                           fromQt(action->objectName())});
    }
    return std::make_shared<const search::Index>(std::move(entries));
}

} // namespace

SearchPopup::SearchPopup(Indexer &indexer, const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_indexer(indexer)
    , m_actions(actions)
    , m_actionIndex(indexOf(actions))
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_hint(new QLabel)
{
    setObjectName(QStringLiteral("searchPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Search everywhere"));
    makeParts();
    resize((firstSize * theme::textScale()).boundedTo(parent->size() - QSize(0, top)));
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, top)));
    connect(m_field, &QLineEdit::textChanged, this, &SearchPopup::search);
    connect(m_list, &QListWidget::itemClicked, this, &SearchPopup::open);
    connect(&m_indexer, &Indexer::indexChanged, this, &SearchPopup::search);
    connect(&m_indexer, &Indexer::fellBehind, this, [this] { m_indexer.refresh(); });
    m_indexer.refresh();
    search(); // in what is known already
    m_field->setFocus();
}

void SearchPopup::makeParts()
{
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setPlaceholderText(tr("Search contexts, topics, fields, files, actions …"));
    m_field->setAccessibleName(tr("Search everywhere"));
    theme::dressSearchField(*m_field, "find");
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(tr("Hits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new SearchRow(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({theme::iconSize(), theme::iconSize()});
    m_hint->setObjectName(QStringLiteral("searchHint"));
    m_hint->setWordWrap(true);
    theme::setFont(*m_hint, theme::detailFont);
    theme::setInk(*m_hint, theme::Ink::Muted);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme::padding, theme::padding, theme::padding, theme::padding);
    rows->addWidget(m_field);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_hint);
}

/// The workspace's names and the window's actions, merged by how well they fit.
void SearchPopup::search()
{
    const search::Query query = search::readQuery(fromQt(m_field->text()));
    const auto &names = m_indexer.index();

    struct Found
    {
        int score;
        const Entry *entry;
        QAction *action;
    };

    std::vector<Found> found;
    for (const search::Hit &hit : search::find(*names, query, mostRows))
        found.push_back({hit.score, &names->entries()[hit.entry], nullptr});
    for (const search::Hit &hit : search::find(*m_actionIndex, query, mostRows))
        found.push_back({hit.score, &m_actionIndex->entries()[hit.entry],
                         m_actions[static_cast<qsizetype>(hit.entry)]});
    std::ranges::stable_sort(found, std::greater{}, &Found::score);
    found.resize(std::min(found.size(), mostRows));
    m_list->clear();
    m_shown.clear();
    for (const Found &each : found)
        addRow(*each.entry, each.action);
    m_list->setCurrentRow(0);
    m_hint->setText(m_shown.empty()
                        ? whyNothing(query)
                        : tr("t: topics · d: domains and contexts · f: fields · p: principals · "
                             "m: messages · r: rules · s: settings · a: actions"));
}

void SearchPopup::addRow(const Entry &entry, QAction *action)
{
    const KindLook look = lookOf(entry.kind);
    auto *item =
        new QListWidgetItem(theme::icon(look.icon, theme::Ink::Muted), toQt(entry.name), m_list);
    const QString kind = tr(look.name);
    item->setData(SearchRow::DetailRole, toQt(entry.detail));
    item->setData(SearchRow::KindRole, kind);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(toQt(entry.name), kind));
    item->setToolTip(entry.detail.empty()
                         ? toQt(entry.name)
                         : toQt(entry.name) + QLatin1Char('\n') + toQt(entry.detail));
    if (action && !action->isEnabled())
        item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    m_shown.push_back(entry);
}

QString SearchPopup::whyNothing(const search::Query &query) const
{
    const auto isTerm = [](const Entry &entry) { return entry.kind == Kind::Term; };
    const auto &entries = m_indexer.index()->entries();
    const bool wantsTerms = query.kinds == std::vector{Kind::Term};
    if (m_indexer.isBehind())
        return tr("The workspace is still being read.");
    if (wantsTerms && std::ranges::none_of(entries, isTerm))
        return tr("There is no glossary here: it is written as 'glossary' in meshwright.yaml.");
    return tr("Nothing here has such a name.");
}

void SearchPopup::open()
{
    const int row = m_list->currentRow();
    if (row < 0 || !(m_list->item(row)->flags() & Qt::ItemIsEnabled))
        return;
    const Entry entry = m_shown[static_cast<std::size_t>(row)];
    close();
    emit chosen(entry);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto go = [this](int step) {
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
        return true;
    };
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        return go(1);
    case Qt::Key_Up:
        return go(-1);
    case Qt::Key_PageDown:
        return go(pageStep);
    case Qt::Key_PageUp:
        return go(-pageStep);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace meshwright::ui
