// SPDX-License-Identifier: Apache-2.0
// Looks at every text of a window: whether it fits where it stands, and whether it was translated.
#pragma once

#include "ui/access/nameheader.h"
#include "ui/pseudotranslator.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace meshwright::test {

class TextInspector
{
public:
    /// Texts that are spec text, or of the core, and stay as they are: the whole, or a part of it.
    void allow(const QString &text) { m_allowed += text.simplified() + QLatin1Char('\n'); }

    void allow(const QSet<QString> &texts)
    {
        for (const QString &each : texts)
            m_exact.insert(plain(each));
    }

    /// A label that shows what the core says.
    void allowIn(const QString &objectName) { m_ofCore.insert(objectName); }

    /// Only whether texts fit, in a language that people speak.
    void setChecksTranslation(bool checks) { m_checksTranslation = checks; }

    /// All that is shown of `window`; `where` is for the reader of a fault.
    void look(const QWidget &window, const QString &where)
    {
        m_where = where;
        const QSize most(1280, 800);
        if (window.isWindow() && (window.width() > most.width() || window.height() > most.height()))
            blame(window, QStringLiteral("larger than the window may be"),
                  QStringLiteral("%1 x %2").arg(window.width()).arg(window.height()));
        check(window);
        for (const QWidget *each : window.findChildren<QWidget *>())
            if (each->isVisibleTo(&window) && each->window() == &window)
                check(*each);
    }

    QStringList faults() const { return m_faults.values(); }

private:
    void check(const QWidget &widget)
    {
        read(widget, widget.windowTitle());
        read(widget, widget.toolTip());
        read(widget, widget.accessibleName());
        read(widget, widget.accessibleDescription());
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            checkLabel(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            checkButton(*button);
        else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            read(widget, field->placeholderText());
        else if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            checkComboBox(*box);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            checkTabs(*tabs);
        else if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
            checkHeader(*header);
        else if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            checkMenu(*menu);
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            readRows(*view, {}, 0);
        else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            read(widget, group->title());
        checkPlace(widget);
    }

    /// Qt keeps docks behind other tabs out of the window, as large as they were made.
    static bool isBehind(const QWidget &widget)
    {
        for (const QWidget *each = &widget; each; each = each->parentWidget())
            if (qobject_cast<const QDockWidget *>(each) && each->geometry().right() < 0)
                return true;
        return false;
    }

    void checkLabel(const QLabel &label)
    {
        read(label, label.text());
        if (label.text().isEmpty() || isBehind(label))
            return;
        const QSize room = label.size();
        if (label.wordWrap()) {
            if (label.heightForWidth(room.width()) > room.height())
                blame(label, QStringLiteral("too low for its lines"), label.text());
        } else if (label.sizeHint().width() > room.width() ||
                   label.sizeHint().height() > room.height()) {
            blame(label, QStringLiteral("too narrow"), label.text());
        }
    }

    void checkButton(const QAbstractButton &button)
    {
        read(button, button.text());
        const auto *tool = qobject_cast<const QToolButton *>(&button);
        const bool isSign = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (button.text().isEmpty() || (isSign && !button.icon().isNull()))
            return;
        const int words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
        const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
        const int indicator = qobject_cast<const QCheckBox *>(&button) ? 16 : 0;
        if (words + icon + indicator + 4 > button.width())
            blame(button, QStringLiteral("too narrow"), button.text());
    }

    /// Names of files and topics may be cut; what we say may not.
    bool isOurs(const QString &text) const
    {
        return m_checksTranslation ? PseudoTranslator::isTranslated(text) : !isAllowed(text);
    }

    void checkComboBox(const QComboBox &box)
    {
        for (int i = 0; i < std::min(box.count(), 50); ++i)
            read(box, box.itemText(i));
        const QString text = box.currentText();
        if (isOurs(text) && !box.isEditable() &&
            box.fontMetrics().horizontalAdvance(text) + 24 > box.width())
            blame(box, QStringLiteral("too narrow"), text);
    }

    void checkTabs(const QTabBar &tabs)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            read(tabs, tabs.tabText(i));
            read(tabs, tabs.tabToolTip(i));
            const int words =
                tabs.fontMetrics().size(Qt::TextShowMnemonic, tabs.tabText(i)).width();
            const int icon = tabs.tabIcon(i).isNull() ? 0 : tabs.iconSize().width() + 4;
            if (isOurs(tabs.tabText(i)) && !isBehind(tabs) &&
                (words + icon + 4 > tabs.tabRect(i).width() ||
                 !tabs.rect().contains(tabs.tabRect(i).adjusted(2, 2, -2, -2))))
                blame(tabs, QStringLiteral("a tab is too narrow"), tabs.tabText(i));
        }
    }

    void checkHeader(const QHeaderView &header)
    {
        if (qobject_cast<const ui::NameHeader *>(&header))
            return; // it has nothing but names, and shortens them
        if (!header.model() || header.orientation() == Qt::Vertical)
            return;
        for (int i = 0; i < header.count(); ++i) {
            if (header.isSectionHidden(i))
                continue;
            const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
            read(header, text);
            const int margin =
                header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
            if (!isBehind(header) &&
                header.fontMetrics().horizontalAdvance(text) + margin > header.sectionSize(i))
                blame(header, QStringLiteral("a section is too narrow"), text);
        }
    }

    void checkMenu(const QMenu &menu)
    {
        for (QAction *action : menu.actions()) {
            read(menu, action->text());
            read(menu, action->toolTip());
            const QRect place = menu.actionGeometry(action);
            const int words = menu.fontMetrics().size(Qt::TextShowMnemonic, action->text()).width();
            if (menu.isVisible() && action->isVisible() && words > place.width())
                blame(menu, QStringLiteral("an entry is too wide"), action->text());
        }
    }

    void readRows(const QAbstractItemView &view, const QModelIndex &parent, int depth)
    {
        const QAbstractItemModel *model = view.model();
        if (!model || depth > 3)
            return;
        const int rows = std::min(model->rowCount(parent), 60);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column)
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    read(view, model->index(row, column, parent).data(role).toString());
            readRows(view, model->index(row, 0, parent), depth + 1);
        }
    }

    /// Layouts that run out of room push what is in them out of what it is in.
    void checkPlace(const QWidget &widget)
    {
        const QWidget *parent = widget.parentWidget();
        const bool isBare = !qobject_cast<const QLabel *>(&widget) &&
                            !qobject_cast<const QAbstractButton *>(&widget) &&
                            !qobject_cast<const QLineEdit *>(&widget);
        if (!parent || widget.isWindow() || isBare)
            return;
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
            area && area->viewport() == parent)
            return;
        if (!parent->rect().contains(widget.geometry().adjusted(1, 1, -1, -1)))
            blame(widget, QStringLiteral("stands outside of what it is in"), textOf(widget));
    }

    void read(const QWidget &widget, const QString &text)
    {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{2}"));
        if (!m_checksTranslation || m_passed.contains(text))
            return;
        bool passes = true;
        for (const QString &line : plain(text).split(QLatin1Char('\n')))
            if (line.contains(word) && !m_ofCore.contains(widget.objectName()) &&
                !PseudoTranslator::isTranslated(line) && !isAllowed(line))
                passes = blame(widget, QStringLiteral("not translated"), line);
        if (passes && !m_ofCore.contains(widget.objectName()))
            m_passed.insert(text);
    }

    /// Elided text shows two parts of what is allowed; places and lists join several.
    bool isAllowed(const QString &line) const
    {
        static const QRegularExpression joint(
            QStringLiteral("…|, | · | → |[*?<>\\x{2066}\\x{2069}]|:\\d+(:\\d+)?\\b|^\\w+: "));
        static const QRegularExpression keys(
            QStringLiteral("^((Ctrl|Alt|Shift|Meta)\\+)+[^ ]+$|^F\\d+$"));
        if (m_exact.contains(line) || keys.match(line).hasMatch())
            return true;
        const QStringList parts = line.split(joint, Qt::SkipEmptyParts);
        return std::all_of(parts.begin(), parts.end(), [this](const QString &part) {
            return m_allowed.contains(part.simplified());
        });
    }

    static QString plain(QString text)
    {
        if (Qt::mightBeRichText(text)) {
            QTextDocument document;
            document.setHtml(text);
            text = document.toPlainText();
        }
        return text.remove(QLatin1Char('&'));
    }

    static QString textOf(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            return button->text();
        return widget.accessibleName();
    }

    /// False, for who asks whether all is well.
    bool blame(const QWidget &widget, const QString &fault, const QString &text)
    {
        QString name;
        for (const QWidget *each = &widget; each && name.isEmpty(); each = each->parentWidget())
            name = each->objectName();
        const QString key =
            QStringLiteral("%1 %2 – %3: '%4'")
                .arg(QLatin1String(widget.metaObject()->className()), name, fault, text);
        if (!m_faults.contains(key))
            m_faults.insert(key, QStringLiteral("%1: %2").arg(m_where, key));
        return false;
    }

    bool m_checksTranslation = true;
    QString m_where;
    QString m_allowed;
    QSet<QString> m_exact;
    QSet<QString> m_passed;
    QSet<QString> m_ofCore;
    QMap<QString, QString> m_faults;
};

} // namespace meshwright::test
