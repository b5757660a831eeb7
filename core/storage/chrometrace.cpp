#include "core/storage/chrometrace.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>

namespace {

constexpr std::uint32_t coresProcess = 1;
constexpr std::uint32_t firstCoreThread = 10'001;

TraceThread rowOf(int core)
{
    return {coresProcess, firstCoreThread + static_cast<std::uint32_t>(core)};
}

void appendEscaped(QByteArray& text, char c)
{
    const auto code = static_cast<unsigned char>(c);
    constexpr unsigned char firstPrintable = 0x20;
    if (c == '"' || c == '\\')
        text.append('\\').append(c);
    else if (code < firstPrintable)
        text.append("\\u00").append(QByteArray::number(code, 16).rightJustified(2, '0'));
    else
        text.append(c);
}

/// As a JSON string with its quotes. What is not UTF-8 becomes replacement characters.
QByteArray quoted(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    QByteArray result("\"");
    for (const char c : QString::fromUtf8(bytes).toUtf8())
        appendEscaped(result, c);
    return result.append('"');
}

/// In microseconds, exact to the nanosecond.
QByteArray micros(Nanoseconds time)
{
    constexpr int decimals = 3;
    const bool isNegative = time < Nanoseconds::zero();
    QByteArray digits = QByteArray::number(isNegative ? 0 - static_cast<quint64>(time.count())
                                                      : static_cast<quint64>(time.count()));
    digits = digits.rightJustified(decimals + 1, '0');
    digits.insert(digits.size() - decimals, '.');
    return isNegative ? digits.prepend('-') : digits;
}

/// `"key":value` pairs, each value as it stands.
QByteArray fieldsOf(std::initializer_list<std::pair<const char*, QByteArray>> fields)
{
    QByteArray text;
    for (const auto& [key, value] : fields)
        text.append(text.isEmpty() ? "\"" : ",\"").append(key).append("\":").append(value);
    return text;
}

QByteArray argumentsOf(const TraceSpan& span)
{
    QByteArray text;
    for (const TraceArgument& argument : span.arguments)
        text.append(text.isEmpty() ? "" : ",")
            .append(quoted(argument.name))
            .append(':')
            .append(QByteArray::number(static_cast<qlonglong>(argument.value)));
    return text.isEmpty() ? text : ",\"args\":{" + text + '}';
}

QByteArray spanFields(TraceThread row, const TraceSpan& span)
{
    return fieldsOf({{"ph", "\"X\""},
                     {"pid", QByteArray::number(row.process)},
                     {"tid", QByteArray::number(row.thread)},
                     {"ts", micros(span.time.start)},
                     {"dur", micros(span.time.length())},
                     {"cat", quoted(span.category)},
                     {"name", quoted(span.name)}}) +
           argumentsOf(span);
}

}  // namespace

ChromeTrace::ChromeTrace(QIODevice& device, std::string_view producer, std::string_view machine)
    : m_output(device)
{
    m_output.add("{\"displayTimeUnit\":\"ns\",\"otherData\":{" +
                 fieldsOf({{"producer", quoted(producer)}, {"machine", quoted(machine)}}) +
                 "},\"traceEvents\":[\n");
}

void ChromeTrace::addCore(int core)
{
    if (m_stays.empty())
        addProcess(coresProcess, "Cores");
    m_stays.try_emplace(core);
    nameRow("thread_name", rowOf(core), "Core " + std::to_string(core));
}

void ChromeTrace::addProcess(std::uint32_t process, std::string_view name)
{
    nameRow("process_name", {process, 0}, name);
    addEvent(fieldsOf({{"ph", "\"M\""},
                       {"pid", QByteArray::number(process)},
                       {"name", "\"process_sort_index\""},
                       {"args", "{\"sort_index\":" + QByteArray::number(process) + '}'}}));
}

void ChromeTrace::addThread(TraceThread thread, std::string_view name)
{
    nameRow("thread_name", thread, name);
}

void ChromeTrace::addSpan(TraceThread thread, const TraceSpan& span)
{
    addEvent(spanFields(thread, span));
}

void ChromeTrace::addRunning(TraceThread thread, const TraceSpan& span, int core)
{
    const TraceArgument onCore{"core", core};
    TraceSpan running = span;
    if (core >= 0)
        running.arguments = {&onCore, 1};
    addSpan(thread, running);
}

void ChromeTrace::addOverlapping(std::uint32_t process, const TraceSpan& span, std::uint64_t id)
{
    for (const auto& [phase, time] :
         {std::pair("\"b\"", span.time.start), std::pair("\"e\"", span.time.end)})
        addEvent(fieldsOf({{"ph", phase},
                           {"pid", QByteArray::number(process)},
                           {"tid", QByteArray::number(process)},
                           {"id", QByteArray::number(static_cast<qulonglong>(id))},
                           {"ts", micros(time)},
                           {"cat", quoted(span.category)},
                           {"name", quoted(span.name)}}));
}

void ChromeTrace::addChange(const CoreChange& change)
{
    if (change.out != TraceThread{})
        endStay(change);
    if (change.in != TraceThread{})
        m_stays[change.core] = {change.time, std::string(change.name)};
}

Result<void> ChromeTrace::finish()
{
    m_output.add("\n]}\n");
    return m_output.flush();
}

void ChromeTrace::addEvent(const QByteArray& fields)
{
    m_output.add((m_hasEvents ? ",\n{" : "{") + fields + '}');
    m_hasEvents = true;
}

void ChromeTrace::nameRow(const char* what, TraceThread row, std::string_view name)
{
    addEvent(fieldsOf({{"ph", "\"M\""},
                       {"pid", QByteArray::number(row.process)},
                       {"tid", QByteArray::number(row.thread)},
                       {"name", quoted(what)},
                       {"args", "{\"name\":" + quoted(name) + '}'}}));
}

void ChromeTrace::endStay(const CoreChange& change)
{
    const Stay& stay = m_stays[change.core];
    const TraceArgument worker{"worker_row", change.out.thread};
    addSpan(rowOf(change.core), {"core", stay.name, {stay.since, change.time}, {&worker, 1}});
}
