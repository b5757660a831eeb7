#pragma once

#include "app/timeline/legendpicture.h"

#include <QWidget>

struct TimelineSettings;

/// The meaning of everything that is on screen, and where it was measured.
class LegendWidget : public QWidget {
    Q_OBJECT

public:
    /// Settings are borrowed.
    LegendWidget(const TimelineSettings& settings, QWidget* parent);

    void setContent(const LegendUse& use, const QString& note);
    [[nodiscard]] std::vector<LegendEntry> entries() const { return layoutFor(width()).entries; }
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] LegendLayout layoutFor(int width) const;

    const TimelineSettings& m_settings;
    LegendUse m_use;
    QString m_note;
};
