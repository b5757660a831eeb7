#pragma once

#include "core/model/frame.h"
#include "core/model/result.h"

#include <QByteArray>

#include <optional>

/// The frame whose payload this is; nothing where its type is unknown, so that later versions can
/// add types. The error says what was found and what was expected.
[[nodiscard]] Result<std::optional<Frame>> decodedFrame(const QByteArray& payload);
