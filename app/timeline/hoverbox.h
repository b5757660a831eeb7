#pragma once

#include "app/timeline/hovertext.h"

#include <QWidget>

struct TimelineSettings;

/// What lies under the pointer, in a box beside it. The mouse does not notice it.
class HoverBox : public QWidget {
    Q_OBJECT

public:
    /// Settings are borrowed.
    HoverBox(const TimelineSettings& settings, QWidget* parent);

    /// Shows `text` near `position` (of the parent), within the parent.
    void showText(const HoverText& text, QPoint position);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The size of a text that is wrapped where it is too wide.
    [[nodiscard]] QSizeF sizeOf(const QString& text, const QFont& font) const;
    [[nodiscard]] QSize sizeFor(const HoverText& text) const;

    const TimelineSettings& m_settings;
    HoverText m_text;
};
