#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;
struct Comparison;

/// The window's status bar: what is under the pointer, how far a run is, where what is shown comes
/// from and what recording cost.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// What is under the pointer; empty for nothing.
    void showHover(const QString& text);

    /// What happened last; it stays until something else happens.
    void showNews(const QString& text);

    void showProgress(const Comparison& comparison, int expectedRuns);
    /// Something goes on that the user may stop.
    void showBusy(const QString& text);
    void hideProgress();

    /// Where `comparison` comes from; null for none.
    void showEvidence(const Comparison* comparison);

Q_SIGNALS:
    /// The user stops what keeps the window busy.
    void stopAsked();
    /// The user asks why the evidence is not exact, which `note` says.
    void noteAsked(const QString& note);

private:
    void createParts();
    void createEvidence();
    void updateText();

    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_stop = nullptr;
    QLabel* m_evidence = nullptr;
    QToolButton* m_why = nullptr;
    QString m_hover;
    QString m_news;
};
