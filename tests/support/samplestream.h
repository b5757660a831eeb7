#pragma once

#include "core/model/frame.h"

#include <QByteArray>

#include <vector>

/// A small stream with every type of frame: bookmarks, a sequential run that is done and a parallel
/// one with a worker process that was killed, and a foreign program that was observed.
[[nodiscard]] std::vector<Frame> sampleFrames();

/// The frames as they stand in a file.
[[nodiscard]] QByteArray streamBytes(const std::vector<Frame>& frames);

/// What the frames build. Aborts where they contradict each other.
[[nodiscard]] Comparison built(const std::vector<Frame>& frames);
