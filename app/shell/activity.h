#pragma once

/// What goes on, as far as buttons show it.
enum class Activity { Idle, Running, Stopping };
