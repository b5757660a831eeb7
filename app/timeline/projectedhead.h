#pragma once

#include <QStringList>
#include <QWidget>

#include <cstddef>

struct Comparison;
struct PanelPage;
struct TimelineSettings;

/// The line above projected panels: what ran, on what, and which of the panels are shown.
class ProjectedHead : public QWidget {
    Q_OBJECT

public:
    /// Settings are borrowed.
    ProjectedHead(const TimelineSettings& settings, QWidget* parent);

    /// `comparison` is needed for the call only, and may be null; `total` panels are on all pages.
    void setContent(const Comparison* comparison, const PanelPage& page, std::size_t total);
    [[nodiscard]] QString left() const { return m_left; }
    [[nodiscard]] QString right() const;
    /// What of right() has room in `width` pixels: rather fewer words than half of one.
    [[nodiscard]] QString rightIn(double width) const;
    /// In logical pixels.
    [[nodiscard]] int neededHeight() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const TimelineSettings& m_settings;
    QString m_left;
    QStringList m_right;  ///< the first and the last say most
};
