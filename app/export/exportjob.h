#pragma once

#include "core/storage/exportfile.h"

#include <QObject>

#include <memory>
#include <thread>

/// Writes exports on a thread of its own, one at a time, so that a large recording holds up
/// nothing.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);

    /// Waits for a file that is being written.
    ~ExportJob() override;

    /// Ends in `written`, `failed` or `stopped`, after any that was asked for before.
    void write(std::shared_ptr<const Comparison> comparison, const QString& path,
               ExportFormat format);

    /// Stops what is being written: the file stays as it was before.
    void stop() { m_stop.request_stop(); }

Q_SIGNALS:
    void started(const QString& path);
    void written(const QString& path);
    void failed(const QString& message);
    void stopped(const QString& path);

private:
    void deliver(const QString& path, const Result<void>& result, const std::stop_token& stop);

    std::stop_source m_stop;
    std::jthread m_thread;  ///< last member: joined first
};
