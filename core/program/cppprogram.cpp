#include "core/program/cppprogram.h"

#include "core/program/cppcrew.h"
#include "core/program/cppframe.h"
#include "core/program/cppnet.h"
#include "core/program/cpptools.h"
#include "core/program/cppwork.h"
#include "core/program/imports.h"

namespace {

/// Which tools the frame needs.
void setFrameFlags(Filling& filling, const CppWork& work)
{
    const bool isLoop = filling.has("loop");
    filling.set("crew", filling.has("queue") && !isLoop);
    filling.set("awaited", isLoop && !work.awaited.empty());
    const bool hasLock = filling.has("serial") || filling.has("philosophers") ||
                         (filling.has("increment") && filling.has("shared-lock"));
    filling.set("politely", filling.has("gil") && hasLock);
    filling.set("mutexes", filling.has("processes") && (hasLock || filling.has("stealing")));
    const bool hasTimes = filling.has("sleep") || filling.has("philosophers") ||
                          filling.has("local") || (isLoop && !filling.has("net"));
    filling.set("milliseconds", hasTimes);
    const bool waits = isLoop && work.awaited.empty();
    const bool isPatient = filling.has("philosophers");
    filling.set("time", waits || isPatient || filling.has("gil"));
}

/// The words for what is named otherwise where workers share it.
void setSharedWords(Filling& filling)
{
    const bool isAlone = filling.has("alone");
    const bool isProcess = filling.has("processes");
    filling.word("s", isAlone ? "" : "shared.");
    filling.word("indent", isAlone ? "" : "    ");
    filling.word("mutex", isProcess ? "SharedMutex" : "std::mutex");
    filling.word("timedMutex", isProcess ? "SharedMutex" : "std::timed_mutex");
    filling.word("means", isProcess ? "processes" : "threads");
}

/// The words for how a task is done; a parameter that is not used has no name.
void setCallWords(Filling& filling, const CppWork& work)
{
    const bool isSplit = filling.has("split");
    const bool isLoop = filling.has("loop");
    const std::string function(work.function);
    const std::string task = filling.has("net") ? "urls[task - 1]" : "task";
    filling.word("call", !isSplit ? function + "(" + task + ")"
                         : isLoop ? function + "(task, part)"
                                  : "run_in_parts(task)");
    const bool namesTask =
        !isSplit || filling.has("compute") || filling.has("append") || filling.has("tree");
    filling.word("nameOfTask", namesTask ? " task" : "");
    filling.word("part", !isSplit ? "" : filling.has("sleep") ? ", int" : ", int part");
    filling.word("nameOfPart", filling.has("awaited") ? "" : " part");
    filling.word("nameOfNumber", filling.has("shared") ? "" : " number");
    filling.word("ownerParameter", isLoop ? ", void* owner" : "");
    filling.word("list", isSplit ? "lists[task * split + part]" : "lists[task]");
}

void setWorkWords(Filling& filling, const CppWork& work)
{
    filling.word("function", std::string(work.function));
    filling.word("unit", std::string(work.unit));
    filling.word("kernel", std::string(work.kernel));
    filling.word("AMOUNT", std::string(work.amount));
    filling.word("with", std::string(work.with));
    filling.word("doc", std::string(work.doc));
    const std::string awaited = joined({filled(work.awaited, filling)}, "\n");
    filling.word("awaitedWork", awaited);
}

/// What all share: in memory that all processes see, or plain variables of the only worker.
std::string sharedOf(const CppWork& work, const Filling& filling)
{
    const std::string fields =
        joined({filled(cppFrame().fields, filling), filled(work.fields, filling)}, "\n");
    if (filling.has("alone"))
        return fields;
    const std::string shared =
        "/// What all workers share.\nstruct Shared {\n" + fields + "\n};\n\n";
    if (!filling.has("processes"))
        return shared + "Shared shared;";
    return shared + "// In memory that this process and its children have in common.\n"
                    "Shared& shared = *new (mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,\n"
                    "                            MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Shared;";
}

std::string summaryComment(std::string text)
{
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        text.insert(at + 1, at + 1 < text.size() && text[at + 1] == '\n' ? "//" : "// ");
    return "// " + text;
}

/// Templates leave holes where a piece is left out: at most one blank line follows another.
std::string withoutHoles(std::string text)
{
    for (auto at = text.find("\n\n\n"); at != std::string::npos; at = text.find("\n\n\n", at))
        text.erase(at, 1);
    return text;
}

/// The functions that do the work of a task.
std::string workOf(const CppWork& work, const Filling& filling)
{
    const bool isWhole = work.amount.empty() ||
                         (filling.has("tree") && !filling.has("split") && !filling.has("serial"));
    return joined(
        {filled(work.functions, filling), isWhole ? "" : filled(cppFrame().amount, filling)},
        "\n\n");
}

/// What is needed besides, in the order in which one builds on the other.
std::string toolsOf(const Filling& filling)
{
    const CppTools& tools = cppTools();
    const CppNet& net = cppNet();
    const bool isLoop = filling.has("loop");
    const bool isNet = filling.has("net");
    const auto wanted = [&](bool isWanted, std::string_view text) {
        return isWanted ? filled(text, filling) : std::string();
    };
    return joined({wanted(filling.has("gil"), tools.globalLock),
                   wanted(filling.has("mutexes"), tools.sharedMutex), wanted(isNet, net.fetching),
                   wanted(isLoop, tools.coroutine), wanted(isLoop && !isNet, tools.eventLoop),
                   wanted(isLoop && isNet, net.fetchLoop)},
                  "\n\n");
}

}  // namespace

std::string cppProgram(Filling filling)
{
    const CppWork& work = cppWorkOf(filling);
    const CppFrame& frame = cppFrame();
    setFrameFlags(filling, work);
    setSharedWords(filling);
    setCallWords(filling, work);
    setWorkWords(filling, work);
    filling.word("comment", summaryComment(filling.words["summary"]));
    const std::string constants =
        joined({filled(frame.constants, filling), filled(work.constants, filling)}, "\n");
    const std::string main =
        joined({filled(frame.start, filling), filled(work.report, filling)}, "\n") + "\n}";
    const std::string body =
        joined({constants, toolsOf(filling), filled(frame.share, filling), sharedOf(work, filling),
                workOf(work, filling), filled(cppCrew().workers, filling),
                filling.has("loop") ? filled(cppCrew().loop, filling) : "",
                filling.has("local") ? filled(cppNet().server, filling) : "", main},
               "\n\n");
    return withoutHoles(joined({filled(frame.head, filling), includesFor(body), body}, "\n\n") +
                        "\n");
}
