#pragma once

#include <QComboBox>

#include <memory>

class QLabel;

/// A list to choose from that a screen reader calls by its name, on each system, and that cuts a
/// choice for which it has no room with "…".
class Chooser : public QComboBox {
    Q_OBJECT

public:
    explicit Chooser(const QString& name, QWidget* parent = nullptr);
    ~Chooser() override;

    /// As wide as its longest choice, within reason; it may become much narrower.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// On Linux, Qt tells a list's choice in place of its name; a label beside it is told as well.
    std::unique_ptr<QLabel> m_name;
};
