#pragma once

#include <QWidget>

#include <optional>

/// A bar whose end is dragged to where it is expected, under one that is known. Lengths are shares
/// of that one.
class DrawingBar : public QWidget {
    Q_OBJECT

public:
    static constexpr double longest = 1.5;  ///< times the known bar

    /// What stands beside the two bars.
    DrawingBar(QString known, QString drawn, QWidget* parent = nullptr);

    void setDrawn(std::optional<double> length);
    [[nodiscard]] std::optional<double> drawn() const noexcept { return m_drawn; }
    /// What it was, in the same measure, below what was drawn; nothing while that is not known.
    void setMeasured(std::optional<double> length, const QString& figure);
    void setFixed(bool isFixed);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(double length);
    /// The bar was let go of, or moved by a key.
    void drawnTo(double length);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Row {
        QString name;
        std::optional<double> length;
        QColor fill;
        bool isOutlined = false;
        QString figure;
    };
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRectF barRect(int row, double length) const;
    [[nodiscard]] double lengthAt(double x) const;
    void paintRow(QPainter& painter, int row, const Row& look) const;
    void moveTo(double length);
    void tell();

    const QString m_knownName;
    const QString m_drawnName;
    std::optional<double> m_drawn;
    std::optional<double> m_measured;
    QString m_figure;
    bool m_isFixed = false;
};
