#pragma once

#include "core/model/recording.h"

#include <QJsonObject>

/// The comparison as "coreogram-result/1" (cli.md).
[[nodiscard]] QJsonObject resultJson(const Comparison& comparison);
