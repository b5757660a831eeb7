#include "app/shell/placepane.h"

#include <QScrollArea>
#include <QVBoxLayout>

PlacePane::PlacePane(QWidget* parent) : QWidget(parent)
{
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("placeScroll"));
    scroll->setWidget(createContent());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(createFooter());
}

QWidget* PlacePane::createContent()
{
    auto* widget = new QWidget;
    widget->setObjectName(QStringLiteral("placeContent"));
    m_content = new QVBoxLayout(widget);
    m_content->setContentsMargins(20, 16, 16, 16);
    m_content->setSpacing(8);
    return widget;
}

QWidget* PlacePane::createFooter()
{
    auto* widget = new QWidget;
    widget->setObjectName(QStringLiteral("placeFooter"));
    m_footer = new QVBoxLayout(widget);
    m_footer->setContentsMargins(20, 10, 16, 12);
    m_footer->setSpacing(8);
    return widget;
}
