#include "tests/support/eventtext.h"

#include "tests/support/recordingparser.h"
#include "tests/support/timetext.h"

namespace {

EventKind kindNamed(const std::string& name)
{
    for (int i = 1; i <= eventKindCount; ++i) {
        if (nameOf(static_cast<EventKind>(i)) == name)
            return static_cast<EventKind>(i);
    }
    badTestText("no kind of event", name);
}

std::uint8_t detailNamed(const std::string& name)
{
    for (std::uint8_t i = 0; i < waitReasonCount; ++i) {
        if (nameOf(static_cast<WaitReason>(i)) == name)
            return i;
    }
    for (const auto outcome : {Outcome::Done, Outcome::Failed, Outcome::Cancelled}) {
        if (nameOf(outcome) == name)
            return static_cast<std::uint8_t>(outcome);
    }
    badTestText("neither a reason nor an outcome", name);
}

std::int64_t valueFrom(EventKind kind, const std::string& text)
{
    if (kind == EventKind::Lost)
        return std::stoll(text);
    return (lengthFrom(text) +
            (kind == EventKind::Gap || kind == EventKind::Suspend ? testOrigin : Nanoseconds{}))
        .count();
}

void readWord(const std::string& word, Event& event)
{
    if (word.front() == '@')
        event.core = static_cast<std::int16_t>(std::stoi(word.substr(1)));
    else if (word.front() == 'T')
        parseWork(word, event.task, event.part);
    else if (word.front() == '#')
        event.value = packed(heldLockNamed(word.substr(1)));
    else if (word.front() >= '0' && word.front() <= '9')
        event.value = valueFrom(event.kind, word);
    else
        event.detail = detailNamed(word);
}

Event eventFrom(const std::string& text)
{
    const auto words = split(text, " \n");
    if (words.size() < 3 || words[1].front() != 'W')
        badTestText("no event such as 0 W1 alive", text);
    Event event;
    event.time = testOrigin + lengthFrom(words[0]);
    event.worker = static_cast<WorkerId>(std::stoul(words[1].substr(1)));
    event.kind = kindNamed(words[2]);
    for (std::size_t i = 3; i < words.size(); ++i)
        readWord(words[i], event);
    return event;
}

}  // namespace

std::vector<Event> eventsFrom(std::string_view text)
{
    std::vector<Event> events;
    for (const std::string& part : split(text, ";")) {
        if (part.find_first_not_of(" \n") != std::string::npos)
            events.push_back(eventFrom(part));
    }
    return events;
}
