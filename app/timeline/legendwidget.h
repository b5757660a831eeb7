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

    enum class Note { TakesALine, TakesWhatIsLeft };
    /// A note that only takes what is left has no line of its own, and may not be seen.
    void setContent(const LegendUse& use, const QString& note, Note room = Note::TakesWhatIsLeft);
    [[nodiscard]] QString note() const { return layoutFor(width()).note; }
    [[nodiscard]] std::vector<LegendEntry> entries() const { return layoutFor(width()).entries; }
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] LegendLayout layoutFor(int width) const;

    const TimelineSettings& m_settings;
    LegendUse m_use;
    QString m_note;
    Note m_noteRoom = Note::TakesWhatIsLeft;
};
