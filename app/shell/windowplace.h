#pragma once

/// Where the user is: what the column on the left is for.
enum class WindowPlace { Lab, Observe, Study };

inline constexpr int placeCount = static_cast<int>(WindowPlace::Study) + 1;
