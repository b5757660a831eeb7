#include "app/charts/sidepane.h"

#include "app/charts/definitionscard.h"
#include "app/charts/differencecard.h"
#include "app/charts/timescard.h"

#include <QVBoxLayout>

SidePane::SidePane(QWidget* parent)
    : QScrollArea(parent),
      m_difference(new DifferenceCard),
      m_times(new TimesCard)
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("sideContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(22);
    column->addWidget(m_difference);
    column->addWidget(m_times);
    column->addWidget(new DefinitionsCard);
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}
