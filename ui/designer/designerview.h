// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/designer/deeds.h"

#include "meshwright/modelling/contextform.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;

namespace meshwright::ui {

class Card;
class ConsumedTable;
class DescriptionField;
class TopicPanel;
class TopicTable;

/// A spec as a form: who the bounded context is, the topics that it owns and consumes, and all that
/// is said of the chosen one. What is edited goes through the modelling acts, so the text keeps all
/// that the form doesn't know; what is chosen asks for its text.
class DesignerView : public QScrollArea
{
    Q_OBJECT

public:
    DesignerView(Session &session, const std::string &file, QWidget *parent = nullptr);
    ~DesignerView() override;

    /// What it shows; nothing while the file can't be read as a spec.
    const std::optional<modelling::ContextForm> &form() const { return m_form; }

signals:
    void placeChosen(const meshwright::asyncapi::Place &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Card *makeIdentity();
    Card *makeTopics();
    Card *makeConsumed();
    void makeBody();
    void refresh();
    void showIdentity();
    void showTopic();
    void commitTitle();
    void commitDescription(const QString &text);
    void followSelection();
    void say(const QString &fault);

    Session &m_session;
    std::string m_file;
    Deeds m_deeds;
    std::optional<modelling::ContextForm> m_form;
    WorkspacePtr m_shown; ///< the snapshot that the form was made of
    QWidget *m_body = nullptr;
    QLabel *m_notice = nullptr;
    QLabel *m_id = nullptr;
    QLabel *m_facts = nullptr;
    QLineEdit *m_title = nullptr;
    DescriptionField *m_description = nullptr;
    Card *m_topicsCard = nullptr;
    TopicTable *m_topics = nullptr;
    QLabel *m_topicName = nullptr;
    TopicPanel *m_topic = nullptr;
    ConsumedTable *m_consumed = nullptr;
};

} // namespace meshwright::ui
