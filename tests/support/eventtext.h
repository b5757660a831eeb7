#pragma once

#include "core/model/event.h"

#include <string_view>
#include <vector>

/// Events as text: `;` ends each, times are milliseconds from testOrigin.
///
///   0 W1 worker-start @0; 0 W1 task-start T1; 0 W1 part-start T1.1; 4 W1 gap 2;
///   5 W1 wait-begin io; 8 W1 wait-end io @1; 9 W1 part-stop T1.1; 9 W1 task-stop T1 failed;
///   9 W1 alive; 9 W1 lost 5; 10 W1 worker-stop 7
///
/// A gap is given its start, a stop of a worker its CPU time; a task that stops is done unless it
/// says otherwise. `@1` is the core. Aborts with a message where the text is wrong.
[[nodiscard]] std::vector<Event> eventsFrom(std::string_view text);
