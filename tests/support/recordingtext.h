#pragma once

#include "core/model/recording.h"

#include <string>
#include <string_view>

// Recordings as text. Lines end with a line break or `;`, times are milliseconds from the origin.
//
//   T1[0-30] T2[5-20]failed T3[8-]        tasks; T3 has not stopped
//   W1: T1 run 0-10@0 ready 10-20 run 20-30@1 - queue 30-35
//   W2: T2.1 run 5-20                     part 1 of task 2; `-` stands for no task
//   S: T1 io 5-20 ready 20-               stretches in which task 1 was suspended
//   with event-loop                       what the plan runs tasks with; otherwise threads
//   known 40                              knownUntil; otherwise the end of all that is there
//   evidence exact                        otherwise inferred
//   lost 3                                lost records
//   observed                              a foreign program, without tasks
//
// A wait is named by its reason; `unseen` is none, but time of which nothing is known. `@1` is the
// core of a slice, not known where it is missing; `lock 5-9#3T2` waits for lock 3, held by task 2.
// A task without an entry of its own lasts as long as its parts and is done. A worker lives from
// the beginning of its first interval to the end of its last.

/// Builds the recording. Aborts with a message where the text is wrong.
[[nodiscard]] Recording recordingFrom(std::string_view text);

/// Tasks in one line, then a line for each worker; as above.
[[nodiscard]] std::string textOf(const Recording& recording);

/// "T1[0-30] T2[5-20]failed T3[8-] T4[]".
[[nodiscard]] std::string tasksText(const Recording& recording);

/// "T1 run 0-10@0 ready 10-20"
[[nodiscard]] std::string intervalsText(const Worker& worker, Nanoseconds origin);

/// "T1[0-20] T2.1[20-30]"
[[nodiscard]] std::string partsText(const Worker& worker, Nanoseconds origin);
