#pragma once

#include <QAbstractButton>

class PanelStack;
class PanelWidget;
struct TimelineSettings;

/// The small × in the corner of a panel that is pointed at or has the focus, which hides it. Keys
/// and menus do the same.
class PanelCloser : public QAbstractButton {
    Q_OBJECT

public:
    /// `panel` owns it; all are borrowed.
    PanelCloser(PanelWidget& panel, const PanelStack& stack, const TimelineSettings& settings);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Shows itself where it is wanted.
    void offer();

    PanelWidget& m_panel;
    const PanelStack& m_stack;
    const TimelineSettings& m_settings;
};
