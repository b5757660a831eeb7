#include "core/storage/frameformat.h"

std::string_view nameOf(RunEnd end) noexcept
{
    switch (end) {
    case RunEnd::NotYet:
        return "not-yet";
    case RunEnd::Done:
        return "done";
    case RunEnd::Failed:
        return "failed";
    case RunEnd::Interrupted:
        return "interrupted";
    }
    return {};
}

std::optional<RunEnd> runEndNamed(std::string_view name) noexcept
{
    for (const auto end : {RunEnd::NotYet, RunEnd::Done, RunEnd::Failed, RunEnd::Interrupted}) {
        if (nameOf(end) == name)
            return end;
    }
    return std::nullopt;
}
