#pragma once

#include "core/model/event.h"

#include <QByteArray>

#include <span>
#include <vector>

/// The events as they stand in files: 32 bytes each, little-endian, fields in the order of Event.
[[nodiscard]] QByteArray eventBytes(std::span<const Event> events);

/// The events in `bytes`, unchecked. Requires whole events: a multiple of 32 bytes.
[[nodiscard]] std::vector<Event> eventsFromBytes(const QByteArray& bytes);
