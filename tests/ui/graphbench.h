// SPDX-License-Identifier: Apache-2.0
// A company of three in the graph: a campaign with a public and a private topic, a ledger that
// reads the first, and a shop that grants the ledger what it does not read.
#pragma once

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace meshwright::test {

inline constexpr int slow = 30000;

inline const ContextId campaign{"acme.finance.campaign"};
inline const ContextId ledger{"acme.finance.ledger"};
inline const ContextId shop{"acme.retail.shop"};
inline const TopicName sale{"acme.finance.campaign._public.sale"};

inline const std::map<QString, QByteArray> specs = {
    {QStringLiteral("campaign.yaml"), "asyncapi: '2.6.0'\n"
                                      "id: 'urn:acme:finance:campaign'\n"
                                      "info: {title: Campaign, version: '3.2.0'}\n"
                                      "channels:\n"
                                      "  _public.sale: {publish: {}}\n"
                                      "  _private.draft: {publish: {}}\n"},
    {QStringLiteral("ledger.yaml"), "asyncapi: '2.6.0'\n"
                                    "id: 'urn:acme:finance:ledger'\n"
                                    "info: {title: Ledger, version: '1.0.0'}\n"
                                    "channels:\n"
                                    "  acme.finance.campaign._public.sale: {subscribe: {}}\n"
                                    "  _public.posting: {publish: {}}\n"},
    {QStringLiteral("shop.yaml"), "asyncapi: '2.6.0'\n"
                                  "id: 'urn:acme:retail:shop'\n"
                                  "info: {title: Shop, version: '7.0.0'}\n"
                                  "channels:\n"
                                  "  _protected.order:\n"
                                  "    publish:\n"
                                  "      tags: [{name: 'grant-access:acme.finance.ledger'}]\n"},
};

/// Each test has a view of its own on the same folder.
class GraphTest : public QObject
{
protected:
    void writeSpecs()
    {
        qputenv("MESHWRIGHT_LAYOUT",
                qgetenv("MESHWRIGHT_BIN") + QByteArrayLiteral("/meshwright-layout"));
        ui::theme::install(*qApp, ui::theme::Mode::Light);
        for (const auto &[name, text] : specs) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
    }

    void makeView()
    {
        m_session = std::make_unique<ui::Session>();
        m_view = std::make_unique<ui::GraphView>(m_session.get());
        m_view->resize(1000, 640);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void dropView()
    {
        m_view.reset();
        m_session.reset();
    }

    ui::GraphCanvas *canvas() const { return m_view->canvas(); }

    /// Waits for the lasting picture, not only the first grid.
    void open()
    {
        m_session->open(m_folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), slow);
    }

    QRectF boxOf(const ContextId &id) const
    {
        const auto card = canvas()->scene()->cardOf(id);
        return canvas()->frame().toScreen(canvas()->scene()->cards.at(*card).box);
    }

    QPoint centreOf(const ContextId &id) const { return boxOf(id).center().toPoint(); }

    QTemporaryDir m_folder;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::GraphView> m_view;
};

} // namespace meshwright::test
