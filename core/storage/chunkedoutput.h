#pragma once

#include "core/model/result.h"

#include <QByteArray>

class QIODevice;

/// Bytes on their way to a device, handed over in large pieces.
class ChunkedOutput {
public:
    /// `device` is borrowed and open for writing.
    explicit ChunkedOutput(QIODevice& device) : m_device(device) {}

    /// Once the device has refused something, the rest is dropped.
    void add(QByteArrayView bytes);

    /// False once the device has refused something.
    [[nodiscard]] bool goesOn() const noexcept { return m_written.has_value(); }

    /// Hands over what is left. The error is the first that the device gave.
    [[nodiscard]] Result<void> flush();

private:
    QIODevice& m_device;
    QByteArray m_waiting;
    Result<void> m_written;
};
