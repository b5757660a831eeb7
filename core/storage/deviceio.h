#pragma once

#include "core/model/result.h"

#include <QByteArray>

class QIODevice;

/// Writes all of `bytes`, however little the device takes at a time. The error is the device's own
/// reason. What a device with a buffer has taken may still be in it.
[[nodiscard]] Result<void> writeAll(QIODevice& device, const QByteArray& bytes);
