#pragma once

/// Where the user is: what the column on the left is for.
enum class WindowPlace { Lab, Observe, Study, Lessons };

inline constexpr int placeCount = static_cast<int>(WindowPlace::Lessons) + 1;
