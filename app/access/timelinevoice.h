#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class ComparisonView;
class PanelWidget;

/// Tells screen readers where in the timelines the keyboard is, and what lies there: a row that was
/// gone to, and what the cursor comes upon in it.
class TimelineVoice : public QObject {
    Q_OBJECT

public:
    /// Watches `view`, which owns it.
    explicit TimelineVoice(ComparisonView& view);

Q_SIGNALS:
    void rowEntered(PanelWidget* panel, int row);
    /// The row with the focus shows something else at the cursor.
    void said(const QString& text);
    /// So that readers speak it at once: a key asked for it.
    void described(const QString& text);

private:
    /// Keys ask to hear it at once; a replay does not.
    enum class Cause { Key, Cursor };

    void watch(PanelWidget* panel);
    void follow(Cause cause);
    void enterRow(PanelWidget& panel, int row);
    void say(PanelWidget& panel, Cause cause);

    ComparisonView& m_view;
    QPointer<PanelWidget> m_panel;  ///< the one that was last spoken of
    int m_row = -1;
    QString m_text;
    QString m_described;
};
