#include "core/storage/fxttrace.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

using fxt::field;
using fxt::Record;
using fxt::RecordType;

namespace {

constexpr std::uint64_t magic = 0x0016'5478'4604'0010;
constexpr std::uint64_t ticksPerSecond = 1'000'000'000;
constexpr std::uint64_t providerInfo = 1;  // kinds of metadata
constexpr std::uint64_t providerSection = 2;
constexpr std::uint64_t provider = 1;
constexpr std::uint64_t durationComplete = 4;  // kinds of events
constexpr std::uint64_t asyncBegin = 5;
constexpr std::uint64_t asyncEnd = 7;
constexpr std::uint64_t processObject = 1;  // kinds of kernel objects
constexpr std::uint64_t threadObject = 2;
constexpr std::uint64_t contextSwitch = 1;
constexpr std::uint64_t int32Argument = 1;  // kinds of arguments
constexpr std::uint64_t int64Argument = 3;
constexpr std::uint64_t koidArgument = 8;
/// By its weight an idle thread is told from others.
constexpr auto idleWeight = static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::min());

std::uint64_t ticks(Nanoseconds time)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, time.count()));
}

/// A thread's state after it was taken from its core.
std::uint64_t stateOf(LeftAs leftAs)
{
    switch (leftAs) {
    case LeftAs::Ready:
        return 1;
    case LeftAs::Blocked:
        return 3;
    case LeftAs::Ended:
        return 5;
    }
    return 0;
}

/// A thread with no process and a weight of its own stands for a core's idle time.
std::uint64_t weightWord(std::uint64_t name, TraceThread thread)
{
    const std::uint64_t weight = thread == TraceThread{} ? idleWeight : 0;
    return int32Argument | field(1, 4) | field(name, 16) | field(weight, 32);
}

}  // namespace

FxtTrace::FxtTrace(QIODevice& device) : m_output(device)
{
    constexpr std::string_view name = "coreogram";
    constexpr std::array inEveryTrace{"process", "outgoing_weight", "incoming_weight"};
    write(Record(RecordType::Metadata, magic));
    write(Record(RecordType::Metadata,
                 field(providerInfo, 16) | field(provider, 20) | field(name.size(), 52))
              .addBytes(name));
    write(Record(RecordType::Metadata, field(providerSection, 16) | field(provider, 20)));
    write(Record(RecordType::Initialization, 0).add(ticksPerSecond));
    for (const char* const text : inEveryTrace)  // while the table has room
        std::ignore = m_strings.refer(text);
}

void FxtTrace::addCore(int) {}

void FxtTrace::addProcess(std::uint32_t process, std::string_view name)
{
    const std::string text = fxt::limited(name);
    const fxt::StringRef ref = fxt::inlined(text);
    write(Record(RecordType::KernelObject, field(processObject, 16) | field(ref.field, 24))
              .add(process)
              .addBytes(ref.inlined));
}

void FxtTrace::addThread(TraceThread thread, std::string_view name)
{
    const std::string text = fxt::limited(name);
    const fxt::StringRef ref = fxt::inlined(text);
    const std::uint64_t process = m_strings.refer("process").field;
    write(Record(RecordType::KernelObject,
                 field(threadObject, 16) | field(ref.field, 24) | field(1, 40))
              .add(thread.thread)
              .addBytes(ref.inlined)
              .add(koidArgument | field(2, 4) | field(process, 16))
              .add(thread.process));
}

void FxtTrace::addSpan(TraceThread thread, const TraceSpan& span)
{
    writeEvent(durationComplete, thread, span, span.time.start,
               ticks(std::max(span.time.start, span.time.end)));
}

void FxtTrace::addRunning(TraceThread thread, const TraceSpan& span, int core)
{
    if (core < 0)  // else the scheduling records tell it
        addSpan(thread, span);
}

void FxtTrace::addOverlapping(std::uint32_t process, const TraceSpan& span, std::uint64_t id)
{
    writeEvent(asyncBegin, {process, process}, span, span.time.start, id);
    writeEvent(asyncEnd, {process, process}, span, span.time.end, id);
}

void FxtTrace::addChange(const CoreChange& change)
{
    const std::uint64_t outgoing = m_strings.refer("outgoing_weight").field;
    const std::uint64_t incoming = m_strings.refer("incoming_weight").field;
    write(Record(RecordType::Scheduling,
                 field(2, 16) | field(static_cast<std::uint64_t>(change.core), 20) |
                     field(stateOf(change.leftAs), 36) | field(contextSwitch, 60))
              .add(ticks(change.time))
              .add(change.out.thread)
              .add(change.in.thread)
              .add(weightWord(outgoing, change.out))
              .add(weightWord(incoming, change.in)));
}

Result<void> FxtTrace::finish()
{
    return m_output.flush();
}

/// `last` is the word that an event of this type ends with.
void FxtTrace::writeEvent(std::uint64_t type, TraceThread thread, const TraceSpan& span,
                          Nanoseconds time, std::uint64_t last)
{
    const fxt::StringRef category = m_strings.refer(span.category);
    const fxt::StringRef name = m_strings.refer(span.name);
    Record record(RecordType::Event, field(type, 16) | field(span.arguments.size(), 20) |
                                         field(category.field, 32) | field(name.field, 48));
    record.add(ticks(time)).add(thread.process).add(thread.thread);
    record.addBytes(category.inlined).addBytes(name.inlined);
    for (const TraceArgument& argument : span.arguments) {
        const fxt::StringRef key = m_strings.refer(argument.name);
        record.add(int64Argument | field(2 + fxt::wordsOf(key), 4) | field(key.field, 16))
            .addBytes(key.inlined)
            .add(static_cast<std::uint64_t>(argument.value));
    }
    write(record.add(last));
}
