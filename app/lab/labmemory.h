#pragma once

#include "app/lab/labsettings.h"

class QSettings;

/// Keeps the Lab's settings from one session to the next.
void remember(const LabSettings& settings, QSettings& memory);

/// The settings that were remembered; a value that is missing, or cannot be on a machine with
/// `machineCores` cores, is the initial one.
[[nodiscard]] LabSettings recall(const QSettings& memory, int machineCores);
