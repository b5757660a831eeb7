#include "core/runner/findingwords.h"

#include "core/model/findings.h"
#include "core/runner/runwords.h"
#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"

#include <algorithm>
#include <array>

namespace {

/// The findings of a run by their names.
class Findings {
public:
    explicit Findings(const Recording& run) : m_run(run) {}

    [[nodiscard]] const Finding* find(std::string_view name) const
    {
        const auto& all = m_run.summary.findings;
        const auto found = std::ranges::find(all, name, &Finding::name);
        return found == all.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::int64_t value(std::string_view name) const
    {
        const Finding* const found = find(name);
        return found ? found->value : 0;
    }
    [[nodiscard]] const Recording& run() const noexcept { return m_run; }

private:
    const Recording& m_run;
};

std::string countWords(const Findings& findings)
{
    const Finding* const count = findings.find(finding::count);
    if (!count)
        return {};
    const std::int64_t expected = count->expected.value_or(count->value);
    if (count->value == expected)
        return "every addition counted: " + groupedText(count->value);
    const std::int64_t difference = expected - count->value;
    return "counted " + groupedText(count->value) + " of " + groupedText(expected) + ": " +
           (difference > 0 ? groupedText(difference) + " additions were lost"
                           : groupedText(-difference) + " too many");
}

std::string itemWords(const Findings& findings)
{
    const Finding* const appended = findings.find(finding::itemsInWorkers);
    const Finding* const inParent = findings.find(finding::itemsInParent);
    if (!appended || !inParent)
        return {};
    if (appended->value == 0)
        return "no item appended";
    const std::string size = " (" + bytesText(findings.value(finding::bytesInParent)) + ")";
    const std::string where = inParent->value == 0 ? "none of them in the parent's memory"
                              : inParent->value == appended->value
                                  ? "all of them in the parent's memory" + size
                                  : groupedText(inParent->value) + " in the parent's memory" + size;
    return groupedText(appended->value) + " items appended: " + where;
}

std::string pictureWords(const Findings& findings)
{
    const Finding* const pictures = findings.find(finding::pictures);
    if (!pictures)
        return {};
    const bool isShort = pictures->expected.value_or(pictures->value) != pictures->value;
    return groupedText(pictures->value) +
           (isShort ? " of " + groupedText(*pictures->expected) : "") +
           (pictures->value == 1 && !isShort ? " picture, " : " pictures, ") +
           bytesText(findings.value(finding::pictureBytes));
}

std::string memoryWords(const Findings& findings)
{
    const Finding* const streamed = findings.find(finding::bytesStreamed);
    const double seconds = toMilliseconds(findings.run().wall()) / 1000;
    if (!streamed || streamed->value == 0 || seconds <= 0)
        return {};
    const double rate = static_cast<double>(streamed->value) / seconds;
    return "moved " + bytesText(static_cast<std::int64_t>(rate)) + "/s through memory";
}

std::string deadlockWords(const Findings& findings)
{
    const Finding* const deadlocks = findings.find(finding::deadlocks);
    return deadlocks ? counted(deadlocks->value, "deadlock") : std::string();
}

std::string serverWords(const Findings& findings)
{
    const Finding* const server = findings.find(finding::serverCpu);
    return server ? "the image server took " + durationText(Nanoseconds(server->value)) +
                        " of CPU time, apart from the workers"
                  : std::string();
}

std::string handOverWords(const Findings& findings)
{
    const Finding* const handOver = findings.find(finding::handOver);
    return handOver ? "the lock was handed over on request after " +
                          durationText(Nanoseconds(handOver->value)) + " (median)"
                    : std::string();
}

std::string startWords(const Findings& findings)
{
    const Finding* const start = findings.find(finding::workerStart);
    if (!start)
        return {};
    return durationText(Nanoseconds(start->value)) + " to start a worker" +
           (findings.run().workers.size() > 1 ? " (median)" : "");
}

std::string residentWords(const Findings& findings)
{
    const Finding* const resident = findings.find(finding::residentBytes);
    return resident ? bytesText(resident->value) + " of memory in use at the end" : std::string();
}

constexpr std::array known{finding::count,         finding::itemsInWorkers, finding::itemsInParent,
                           finding::bytesInParent, finding::pictures,       finding::pictureBytes,
                           finding::bytesStreamed, finding::deadlocks,      finding::serverCpu,
                           finding::handOver,      finding::residentBytes,  finding::workerStart};

}  // namespace

std::vector<std::string> findingWords(const Recording& run)
{
    const Findings findings(run);
    std::vector<std::string> words;
    for (std::string& each :
         std::array{countWords(findings), itemWords(findings), pictureWords(findings),
                    memoryWords(findings), deadlockWords(findings), handOverWords(findings),
                    serverWords(findings), startWords(findings), residentWords(findings)}) {
        if (!each.empty())
            words.push_back(std::move(each));
    }
    for (const Finding& each : run.summary.findings) {
        if (std::ranges::find(known, each.name, [](const char* name) {
                return std::string_view(name);
            }) == known.end())
            words.push_back(printable(each.name) + ": " + groupedText(each.value));
    }
    return words;
}

std::string findingText(const Comparison& comparison, const TextStyle& style)
{
    std::string text;
    for (const Recording& run : comparison.runs) {
        const std::vector<std::string> words = findingWords(run);
        if (words.empty())
            continue;
        std::vector<Phrase> phrases;
        for (const std::string& each : words)
            phrases.push_back({phrases.empty() ? titleOf(run.start) + ": " + each : each});
        text += flowed(phrases, " · ", style);
    }
    return inGlyphs(std::move(text), style);
}
