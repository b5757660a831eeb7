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

    /// Ends in `written` or `failed`, after any that was asked for before.
    void write(std::shared_ptr<const Comparison> comparison, const QString& path,
               ExportFormat format);

Q_SIGNALS:
    void started(const QString& path);
    void written(const QString& path);
    void failed(const QString& message);

private:
    void deliver(const QString& path, const Result<void>& result);

    std::jthread m_thread;  ///< last member: joined first
};
