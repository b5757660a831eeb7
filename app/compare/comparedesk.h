#pragma once

#include "app/shell/recordingopener.h"

#include <QObject>

class ComparisonView;
class QWidget;

/// Opens a second recording, whose runs are then drawn below those of the same that are shown.
class CompareDesk : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed and outlive the desk; `window` is what dialogs belong to.
    CompareDesk(ComparisonView& view, QWidget* window);

    /// Gives back what the view has borrowed.
    ~CompareDesk() override;

    /// Offers the files beside the one at `nearby`, which may be empty.
    void askWhatToCompareWith(const QString& nearby);
    void open(const QString& path);
    void stopOpening() { m_opener.stop(); }
    /// Draws nothing of a second recording any more.
    void stop();

    [[nodiscard]] bool isComparing() const noexcept { return m_before != nullptr; }

Q_SIGNALS:
    void opening(const QString& path);
    /// Which runs have one of the same to be compared with.
    void compared(const QString& news);
    void stopped();
    void stoppedOpening(const QString& news);
    void failed(const QString& message);

private:
    void take(const QString& path, const std::shared_ptr<OpenedRecording>& recording);

    ComparisonView& m_view;
    QWidget* const m_window;
    RecordingOpener m_opener;
    std::unique_ptr<Comparison> m_before;
    QString m_name;  ///< that it has in the timelines
};
