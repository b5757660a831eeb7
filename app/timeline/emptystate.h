#pragma once

#include <QWidget>

struct TimelineSettings;

/// What stands where the timeline will be: what to press.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    /// Settings are borrowed.
    EmptyState(const TimelineSettings& settings, QWidget* parent);

    /// One sentence that says what to press.
    void setInvitation(const QString& invitation);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const TimelineSettings& m_settings;
    QString m_headline;
    QString m_invitation;
};
