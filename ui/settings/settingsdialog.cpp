// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsdialog.h"

#include "ui/settings/recentfolders.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/wrappingcheck.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace meshwright::ui {

namespace {

constexpr int dialogWidth = 480;
constexpr int percentStep = 10;
constexpr int asTheRest = leastCodePoints - 1; ///< of the editor's size: the box's special value

void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(Languages languages, QWidget *parent)
    : QDialog(parent)
    , m_languages(std::move(languages))
    , m_rows(new QFormLayout)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    makeLook();
    makeEditor();
    makeStart();
    makeLayout();
    fill(readPreferences());
    for (const QComboBox *box : {m_mode, m_codeFamily})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::take);
    for (const QSpinBox *box : {m_text, m_codePoints})
        connect(box, &QSpinBox::valueChanged, this, &SettingsDialog::take);
    for (const QCheckBox *box : {m_motion, m_lastFolder, m_views})
        connect(box, &QCheckBox::toggled, this, &SettingsDialog::take);
    theme::resizeWithinScreen(*this, {dialogWidth, 0});
    m_mode->setFocus();
}

void SettingsDialog::addTitle(const QString &text)
{
    auto *title = new QLabel(text);
    theme::setFont(*title, theme::titleFont);
    if (m_rows->rowCount() > 0)
        title->setContentsMargins(0, theme::padding, 0, 0);
    m_rows->addRow(title);
}

void SettingsDialog::addRow(const QString &label, QWidget *field, const char *name)
{
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    m_rows->addRow(label, field);
    m_rows->labelForField(field)->setMinimumHeight(field->sizeHint().height());
}

QCheckBox *SettingsDialog::addCheck(const QString &text, const char *name)
{
    auto *check = new theme::WrappingCheck(text);
    check->box()->setObjectName(QLatin1String(name));
    m_rows->addRow(QString(), check);
    return check->box();
}

void SettingsDialog::makeLook()
{
    using theme::Mode;
    addTitle(tr("Appearance"));
    m_mode = new QComboBox;
    m_mode->addItem(tr("As the system"), static_cast<int>(Mode::System));
    m_mode->addItem(tr("Light"), static_cast<int>(Mode::Light));
    m_mode->addItem(tr("Dark"), static_cast<int>(Mode::Dark));
    m_mode->addItem(tr("High contrast"), static_cast<int>(Mode::HighContrast));
    addRow(tr("Colours"), m_mode, "settingsMode");
    m_text = new QSpinBox;
    m_text->setRange(leastTextPercent, mostTextPercent);
    m_text->setSingleStep(percentStep);
    m_text->setSuffix(tr(" %"));
    m_text->setKeyboardTracking(false); // 2 on the way to 200 is no size
    addRow(tr("Text size"), m_text, "settingsText");
    m_language = new QComboBox;
    for (const WindowLanguage &language : m_languages.available())
        m_language->addItem(language.name, language.code);
    choose(m_language, m_languages.chosen());
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { m_languages.choose(m_language->currentData().toString()); });
    addRow(tr("Language"), m_language, "settingsLanguage");
    m_motion = addCheck(tr("Reduce motion: nothing blinks or fades"), "settingsMotion");
}

void SettingsDialog::makeEditor()
{
    addTitle(tr("Editor"));
    m_codeFamily = new QComboBox;
    m_codeFamily->addItem(tr("The system's fixed-width font"), QString());
    const QStringList families = QFontDatabase::families();
    for (const QString &family : families)
        if (QFontDatabase::isFixedPitch(family) && !QFontDatabase::isPrivateFamily(family))
            m_codeFamily->addItem(family, family);
    m_codeFamily->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addRow(tr("Font"), m_codeFamily, "settingsCodeFont");
    m_codePoints = new QSpinBox;
    m_codePoints->setRange(asTheRest, mostCodePoints);
    m_codePoints->setSpecialValueText(tr("As the rest of the window"));
    m_codePoints->setSuffix(tr(" pt"));
    m_codePoints->setKeyboardTracking(false);
    addRow(tr("Size"), m_codePoints, "settingsCodePoints");
}

void SettingsDialog::makeStart()
{
    addTitle(tr("Start"));
    m_lastFolder = addCheck(tr("Open the last folder"), "settingsLastFolder");
    m_views =
        addCheck(tr("Bring back a folder's files and views as they were left"), "settingsViews");
    m_recent = new QLabel;
    m_recent->setObjectName(QStringLiteral("settingsRecent"));
    m_forget = new QPushButton(tr("Clear the list"));
    m_forget->setObjectName(QStringLiteral("settingsForget"));
    m_forget->setAutoDefault(false);
    connect(m_forget, &QPushButton::clicked, this, &SettingsDialog::forgetRecent);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::widePadding);
    row->addWidget(m_recent, 1);
    row->addWidget(m_forget);
    m_rows->addRow(tr("Recent folders"), row);
    m_rows->labelForField(row)->setMinimumHeight(m_forget->sizeHint().height());
    describeRecent();
}

void SettingsDialog::makeLayout()
{
    m_rows->setContentsMargins(20, 20, 20, theme::padding);
    m_rows->setHorizontalSpacing(theme::widePadding);
    m_rows->setVerticalSpacing(theme::padding);
    m_rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *page = new QWidget;
    page->setLayout(m_rows);
    auto *reset = new QPushButton(tr("Restore the defaults"));
    reset->setObjectName(QStringLiteral("settingsReset"));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this] {
        fill({});
        take();
    });
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("settingsClose"));
    close->setAutoDefault(false); // Enter takes what is typed in a field, and no more
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, theme::padding, 20, 16);
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new theme::ScrollPage(page), 1);
    all->addLayout(buttons);
}

void SettingsDialog::fill(const Preferences &preferences)
{
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    choose(m_mode, static_cast<int>(preferences.mode));
    m_text->setValue(preferences.textPercent);
    m_motion->setChecked(preferences.reducesMotion);
    choose(m_codeFamily, preferences.codeFamily);
    m_codePoints->setValue(preferences.codePoints > 0 ? preferences.codePoints : asTheRest);
    m_lastFolder->setChecked(preferences.opensLastFolder);
    m_views->setChecked(preferences.restoresViews);
}

Preferences SettingsDialog::chosen() const
{
    Preferences now;
    now.mode = static_cast<theme::Mode>(m_mode->currentData().toInt());
    now.textPercent = m_text->value();
    now.codeFamily = m_codeFamily->currentData().toString();
    now.codePoints = m_codePoints->value() > asTheRest ? m_codePoints->value() : 0;
    now.reducesMotion = m_motion->isChecked();
    now.opensLastFolder = m_lastFolder->isChecked();
    now.restoresViews = m_views->isChecked();
    return now;
}

void SettingsDialog::take()
{
    if (!m_isFilling)
        setPreferences(chosen());
}

void SettingsDialog::describeRecent()
{
    const auto count = static_cast<int>(recentFolders().size());
    m_recent->setText(count == 0 ? tr("None") : tr("%n folder(s)", nullptr, count));
    m_forget->setEnabled(count > 0);
}

void SettingsDialog::forgetRecent()
{
    forgetRecentFolders();
    describeRecent();
    emit recentFoldersForgotten();
}

} // namespace meshwright::ui
