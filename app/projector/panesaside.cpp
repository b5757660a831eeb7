#include "app/projector/panesaside.h"

#include <QSplitter>

PanesAside::PanesAside(QSplitter* splitter, QWidget* parent) : QWidget(parent), m_splitter(splitter)
{
    hide();
}

void PanesAside::setAside(bool areAside)
{
    if (areAside && m_panes.isEmpty())
        take();
    else if (!areAside)
        giveBack();
}

void PanesAside::take()
{
    m_sizes = m_splitter->saveState();
    while (m_splitter->count() > 1) {
        QWidget* const pane = m_splitter->widget(1);
        pane->setParent(this);  // hidden as it is, it shows none of them
        m_panes << pane;
    }
}

void PanesAside::giveBack()
{
    for (QWidget* const pane : m_panes)
        m_splitter->addWidget(pane);
    if (!m_panes.isEmpty())
        m_splitter->restoreState(m_sizes);
    m_panes.clear();
}
