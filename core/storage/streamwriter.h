#pragma once

#include "core/model/frame.h"
#include "core/model/result.h"

class QIODevice;

/// Writes frames to a device as the CBOR sequence that is both the live stream and the file format.
class StreamWriter {
public:
    /// `device` is borrowed and open for writing.
    explicit StreamWriter(QIODevice& device) : m_device(device) {}

    /// Writes one frame whole; a batch that is too large for one, as several. A device with a
    /// buffer is the caller's to flush. The error names the device's own reason.
    [[nodiscard]] Result<void> write(const Frame& frame);

private:
    Result<void> writeWhole(const Frame& frame);
    Result<void> writeParts(const EventBatch& batch);

    QIODevice& m_device;
};
