#pragma once

#include <QCoreApplication>

/// Translates the texts of free functions: ReplayWords::tr("…").
struct ReplayWords {
    Q_DECLARE_TR_FUNCTIONS(Replay)
};
