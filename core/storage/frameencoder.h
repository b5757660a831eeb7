#pragma once

#include "core/model/frame.h"

#include <QByteArray>

/// One frame as it stands in the stream. Texts that are too long are cut. Requires at most
/// maxEventsInFrame events.
[[nodiscard]] QByteArray encodedFrame(const Frame& frame);
