#pragma once

#include <QCoreApplication>

/// Translates the texts of free functions: TimelineWords::tr("…").
struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};
