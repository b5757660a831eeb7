#pragma once

#include "core/storage/recordingfile.h"

#include <QObject>

#include <memory>
#include <thread>

/// Reads recordings on a thread of its own, one at a time, so that a large one holds up nothing.
class RecordingOpener : public QObject {
    Q_OBJECT

public:
    explicit RecordingOpener(QObject* parent = nullptr);

    /// Gives up the file that is being read.
    ~RecordingOpener() override;

    /// Ends in `opened`, `failed` or `stopped`, unless another file is asked for first.
    void open(const QString& path);

    /// Gives up the file that is being read, if any.
    void stop();

    [[nodiscard]] bool isOpening() const noexcept { return m_isOpening; }

Q_SIGNALS:
    void started(const QString& path);
    void opened(const QString& path, std::shared_ptr<OpenedRecording> recording);
    void failed(const QString& path, const QString& message);
    void stopped(const QString& news);

private:
    using Opened = std::shared_ptr<Result<OpenedRecording>>;

    void deliver(quint32 request, const QString& path, const Opened& result);

    quint32 m_request = 0;  ///< what older ones deliver is dropped
    bool m_isOpening = false;
    QString m_path;  ///< that is being read, or was last
    std::stop_source m_stop;
    std::jthread m_thread;  ///< last member: joined first
};
