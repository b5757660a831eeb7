#pragma once

#include <QPointer>
#include <QWidget>

/// Black over all of a window, until any key or button is pressed. Takes the focus meanwhile.
class BlankScreen : public QWidget {
    Q_OBJECT

public:
    /// Covers `window`, which owns it, at once.
    explicit BlankScreen(QWidget* window);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void bringBack();

    const QPointer<QWidget> m_focusBefore;
};
