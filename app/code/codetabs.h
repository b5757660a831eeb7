#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

/// The middle of the window: what the runs looked like, or the plan as a program.
class CodeTabs : public QWidget {
    Q_OBJECT

public:
    /// Takes over both widgets.
    CodeTabs(QWidget* timelines, QWidget* code, QWidget* parent = nullptr);

    [[nodiscard]] bool isCodeShown() const;
    void showCode(bool isShown);

    /// Where there is no plan, there is no choice: the timelines are shown.
    void setOffered(bool isOffered);
    /// Without the tabs themselves, which the command still switches.
    void setProjected(bool isProjected);

Q_SIGNALS:
    void codeShown(bool isShown);
    void focusLost();  ///< the page that had it is no longer in front

private:
    void follow();

    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    bool m_isOffered = true;
    bool m_isProjected = false;
};
