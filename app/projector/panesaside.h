#pragma once

#include <QByteArray>
#include <QWidget>

class QSplitter;

/// Takes the panes of a splitter but its first out of sight and gives them back as they were. What
/// shows and hides them meanwhile is obeyed once they are back.
class PanesAside : public QWidget {
    Q_OBJECT

public:
    /// `splitter` is borrowed and outlives it, unless the panes are never given back.
    explicit PanesAside(QSplitter* splitter, QWidget* parent = nullptr);

    void setAside(bool areAside);

private:
    void take();
    void giveBack();

    QSplitter* const m_splitter;
    QList<QWidget*> m_panes;  ///< children meanwhile
    QByteArray m_sizes;
};
