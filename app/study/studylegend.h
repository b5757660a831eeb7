#pragma once

#include "app/theme/theme.h"
#include "core/model/plan.h"

#include <QPen>
#include <QWidget>

#include <optional>
#include <vector>

/// What the signs of all charts of a study mean: only those that are there.
class StudyLegend : public QWidget {
    Q_OBJECT

public:
    explicit StudyLegend(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// The height of its letters in pixels; its signs grow with them.
    void setLetters(int pixels);

    enum class Law { Fitted, NotFitted };
    enum class Ideal { Drawn, NotDrawn };
    void setKinds(const std::vector<WorkerKind>& kinds, Law law, Ideal ideal = Ideal::Drawn);

    /// In one line; where there is less room, entries go on in another one.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, lineHeight()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// One sign with its words: a marker on its line, or a line alone.
    struct Entry {
        QString text;
        QPen pen;
        std::optional<WorkerKind> marker;
    };
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] int widthOf(const Entry& entry) const;
    void paintMarker(QPainter& painter, QPointF centre, WorkerKind kind) const;

    /// The entries line by line, as many in each as fit.
    [[nodiscard]] std::vector<std::vector<Entry>> linesIn(int width) const;
    void paintLine(QPainter& painter, const std::vector<Entry>& line, double middle) const;
    [[nodiscard]] int widthOf(const std::vector<Entry>& line) const;
    [[nodiscard]] QFont letters() const;
    [[nodiscard]] double unit() const noexcept;
    [[nodiscard]] int lineHeight() const noexcept;

    Theme m_theme;
    int m_letters;  ///< pixels
    std::vector<WorkerKind> m_kinds;
    Law m_law = Law::NotFitted;
    Ideal m_ideal = Ideal::Drawn;
};
