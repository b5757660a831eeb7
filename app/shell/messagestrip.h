#pragma once

#include <QFrame>

class QLabel;
class QToolButton;
struct Theme;

/// A message in place, below the top bar, until it is dismissed or there is another.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    enum class Level { Information, Warning, Error };

    explicit MessageStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// Shows `text` in place of what was shown. An error that is still shown is kept above it.
    void showMessage(Level level, const QString& text);
    void dismiss();

    /// Offers, beside the message that is shown, to copy `text`, by a button named `name`.
    void offerCopy(const QString& name, const QString& text);

    [[nodiscard]] QString text() const;
    [[nodiscard]] Level level() const noexcept { return m_level; }

private:
    void createLayout();
    void updateLook();

    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_copy;
    QToolButton* m_dismiss;
    QString m_toCopy;
    Level m_level = Level::Information;
    QColor m_ink;
    QColor m_accent;
    QColor m_danger;
    QColor m_ground;
};
