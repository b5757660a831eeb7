#include "core/model/frame.h"

std::optional<RunId> runOf(const Frame& frame)
{
    return std::visit(
        [](const auto& each) -> std::optional<RunId> {
            if constexpr (requires { each.run; })
                return each.run;
            else if constexpr (requires { each.start.id; })
                return each.start.id;
            else
                return std::nullopt;
        },
        frame);
}
