#pragma once

#include "app/timeline/legend.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;
struct Comparison;
struct Theme;
struct TimelineStyle;

/// One sample with its words. What it is a sample of is the one field that is set.
struct LegendEntry {
    QString text;
    std::optional<WorkState> state{};
    std::optional<LegendExtra> extra{};
    TaskId task = TaskId::None;
    bool operator==(const LegendEntry&) const = default;
};

/// Few words are for a wall.
enum class LegendWords { Full, Few };

/// The words for everything in `use`, and for nothing else.
[[nodiscard]] std::vector<LegendEntry> legendEntries(const LegendUse& use,
                                                     LegendWords words = LegendWords::Full);

/// "inferred evidence · observer 1.4 % of the time": where the picture comes from.
[[nodiscard]] QString provenanceOf(const Comparison& comparison);

/// Entries in lines that fit a width.
struct LegendLayout {
    std::vector<LegendEntry> entries;
    std::vector<QRectF> rects;
    QString note;
    QRectF noteRect;
    double height = 0;
};

[[nodiscard]] LegendLayout layOutLegend(const LegendUse& use, const QString& note, double width,
                                        const TimelineStyle& style);

void paintLegend(QPainter& painter, const LegendLayout& layout, ColourBy colourBy,
                 const Theme& theme, const TimelineStyle& style);
