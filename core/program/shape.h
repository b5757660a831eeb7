#pragma once

#include "core/program/program.h"
#include "core/program/template.h"

/// What the templates of both languages are filled with: the workload and the plan as flags, the
/// amounts as words.
///
/// Flags: the workload's name; `plain` (one task after another) or `queue`; `split`; how it is
/// done: `threads`, `gil` (threads too: a model of a global lock, in C++ only), `processes` or
/// `loop`; `shared`, `static` or `stealing`; `serial`; `limit` (fewer cores than workers);
/// `none`, `own`, `shared-lock` or `atomic`; `opposite` or `same`; `net` (it downloads), `local`
/// (from its own server) or `file` (addresses from a file).
[[nodiscard]] Filling shapeOf(const Experiment& experiment, const Plan& plan, Language language);
