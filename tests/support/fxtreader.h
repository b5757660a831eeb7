#pragma once

#include <QByteArray>
#include <QStringList>

/// Reads a file in the Fuchsia Trace Format, a line for each record but for those of strings; times
/// are in milliseconds. What it does not know or what is cut off becomes a line that says so. It
/// shares nothing with what writes such files.
///
///   process 2 NAME                            core 0 at 1003: 50001 ready > 50002
///   thread 50001 NAME of 2                    span 2/50001 CATEGORY NAME 1000-1004 lock=3
///   begin 2/2 CATEGORY NAME 1000 id 1         end 2/2 CATEGORY NAME 1009 id 1
[[nodiscard]] QStringList fxtText(const QByteArray& trace);
