#include "app/code/codetabs.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace {

constexpr int timelineTab = 0;
constexpr int codeTab = 1;

}  // namespace

CodeTabs::CodeTabs(QWidget* timelines, QWidget* code, QWidget* parent)
    : QWidget(parent),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("codeTabs"));
    m_tabs->setAccessibleName(tr("What is shown of the plan"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Timeline"));
    m_tabs->setTabToolTip(timelineTab, tr("What the workers did, as it was recorded."));
    m_tabs->addTab(tr("Code"));
    m_tabs->setTabToolTip(codeTab, tr("The plan as a program, to read and to run."));
    m_pages->addWidget(timelines);
    m_pages->addWidget(code);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &CodeTabs::follow);
}

bool CodeTabs::isCodeShown() const
{
    return m_tabs->currentIndex() == codeTab;
}

void CodeTabs::showCode(bool isShown)
{
    m_tabs->setCurrentIndex(isShown ? codeTab : timelineTab);
}

void CodeTabs::setOffered(bool isOffered)
{
    if (!isOffered)
        showCode(false);
    m_isOffered = isOffered;
    m_tabs->setVisible(m_isOffered && !m_isProjected);
}

void CodeTabs::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    m_tabs->setVisible(m_isOffered && !m_isProjected);
}

void CodeTabs::follow()
{
    const QWidget* const focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_pages->isAncestorOf(focus);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    Q_EMIT codeShown(isCodeShown());
    if (hadFocus)
        Q_EMIT focusLost();
}
