// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/access/accessreviewer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace meshwright::ui {

class AccessAnswers;
class AccessMatrix;
class EmptyState;

/// The access dock: which principal may do what with which topic, by the specs, a cluster, or both.
/// A click on a topic asks who can read or write it, one on a principal what it reaches; each
/// answer names the rule and the line that asks for it.
class AccessView : public QWidget
{
    Q_OBJECT

public:
    AccessView(Session &session, AccessReviewer &reviewer, QWidget *parent = nullptr);

    QTableView *matrix() const { return m_table; }

    QTreeView *answers() const { return m_answersView; }

    /// Who can read or write it.
    void askTopic(const std::string &topic);
    /// What it can read and write.
    void askPrincipal(const std::string &principal);
    /// All rules of which there is something to say.
    void askAll();

    /// The answers, by the suffix of the file: .csv or .html, .json.
    Result<void> exportTo(const QString &path) const;

signals:
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Question { Nothing, Topic, Principal, All };

    QWidget *makeBar();
    void makeMatrix();
    void makeAnswers();
    void retranslate();
    void refresh();
    void filter();
    void answer();
    void fitColumns();
    void askCell(const QModelIndex &index);
    void followSelection();
    void goTo(const QModelIndex &index);
    void chooseExport();

    Session &m_session;
    AccessReviewer &m_reviewer;
    AccessMatrix *m_matrix;
    AccessAnswers *m_answers;
    QComboBox *m_source = nullptr;
    QLineEdit *m_topics = nullptr;
    QLineEdit *m_principals = nullptr;
    QToolButton *m_review = nullptr;
    QToolButton *m_read = nullptr;
    QToolButton *m_export = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_question = nullptr;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QTreeView *m_answersView;
    EmptyState *m_empty;
    MadeReviewPtr m_shown;
    Question m_asked = Question::Nothing;
    std::string m_subject;
};

} // namespace meshwright::ui
