#include "core/program/pythonprogram.h"

#include "core/program/imports.h"
#include "core/program/pythonframe.h"
#include "core/program/pythonnet.h"
#include "core/program/pythonwork.h"

namespace {

/// Which means the frame needs: a pool that maps, workers of our own, something to share.
void setFrameFlags(Filling& filling, const PythonWork& work)
{
    const bool isCrew = filling.has("queue") && !filling.has("loop");
    const bool isPool =
        isCrew && filling.has("processes") && filling.has("shared") && !filling.has("split");
    filling.set("pool", isPool);
    filling.set("worker", isCrew && !isPool);
    const bool sharesWork = !work.shared.empty() || filling.has("serial");
    filling.set("share", sharesWork && filling.has("processes"));
}

/// The words of what processes share: Python makes it in main() and hands it to each.
void setSharedWords(Filling& filling, const PythonWork& work)
{
    std::string names(work.shared.empty() ? "serial_lock" : work.shared);
    std::string values(work.shared.empty() ? "multiprocessing.Lock()" : work.sharedValues);
    std::string known = names + "=" + names;
    if (filling.has("increment") && filling.has("shared-lock")) {
        names += ", lock";
        known += ", lock=lock";
        values += ", multiprocessing.Lock()";
        filling.word("sharedValues", "(" + values + ")");
    } else {
        filling.word("sharedValues", "(" + values + ",)");
    }
    filling.word("names", names);
    filling.word("known", known);
    filling.word("value", filling.has("atomic") ? "" : ", lock=False");
}

/// The words for the tasks: numbers, or addresses.
void setTaskWords(Filling& filling)
{
    const bool isNet = filling.has("net");
    filling.word("item", isNet ? "url" : "task");
    filling.word("all", isNet ? "urls" : "range(1, TASKS + 1)");
    filling.word("count", isNet ? "len(urls)" : "TASKS");
    filling.word("stolen", isNet ? "urls[shares[2 * own] - 1]" : "shares[2 * own]");
}

/// The words for where a worker takes its tasks from.
void setSourceWords(Filling& filling)
{
    const bool isStolen = filling.has("stealing");
    const bool isStatic = filling.has("static");
    const bool isProcess = filling.has("processes");
    const bool needsUrls = isStolen && isProcess && filling.has("net");
    filling.set("urls", needsUrls);
    filling.word("source", isStatic ? "tasks" : isStolen ? "own, shares" : "tasks");
    const std::string urls = needsUrls ? ", urls" : "";
    filling.word("next", isStatic   ? "tasks"
                         : isStolen ? "iter(lambda: next_task(own, shares" + urls + "), None)"
                                    : "iter(tasks.get, None)");
    const std::string results = isProcess ? "finished" : "results";
    const std::string shared = filling.has("share") ? ", shared" : "";
    filling.word("arguments", (isStatic   ? "share, " + results
                               : isStolen ? "n, shares, " + results
                                          : "tasks, " + results) +
                                  urls + shared);
    filling.word("number", isStatic ? "share" : isStolen ? "n" : "_");
    filling.word("numbers", isStatic ? "shares" : "range(WORKERS)");
    filling.word("urlsParameter", urls);
    filling.word("sharedParameter", shared);
}

/// The words for what does the work.
void setMeansWords(Filling& filling)
{
    const bool isProcess = filling.has("processes");
    const bool isLoop = filling.has("loop");
    const std::string executor = isProcess ? "ProcessPoolExecutor(" : "ThreadPoolExecutor(";
    const std::string initial =
        filling.has("share") ? ", initializer=share, initargs=shared)" : ")";
    filling.word("team", executor + "SPLIT" + initial);
    filling.word("pool", executor + "WORKERS" + initial);
    filling.word("add", isProcess ? "put" : "append");
    filling.word("queues", isProcess ? "multiprocessing" : "queue");
    filling.word("locks", isProcess ? "multiprocessing" : "threading");
    filling.word("kind", isProcess ? "multiprocessing.Process" : "threading.Thread");
    filling.word("flush", isProcess ? ", flush=True" : "");
    filling.word("def", isLoop ? "async def" : "def");
    filling.word("await", isLoop ? "await " : "");
    filling.word("with", isLoop ? "async with" : "with");
    filling.word("sleep", isLoop ? "await asyncio.sleep" : "time.sleep");
    filling.word("part", filling.has("split") ? ", part" : "");
}

void setWorkWords(Filling& filling, const PythonWork& work)
{
    filling.word("function", std::string(work.function));
    filling.word("unit", std::string(work.unit));
    filling.word("kernel", std::string(work.kernel));
    filling.word("AMOUNT", std::string(work.amount));
    filling.word("doc", std::string(work.doc));
}

/// The functions that do the work of a task.
std::string workOf(const PythonWork& work, const Filling& filling)
{
    const bool isWhole = !filling.has("split") && !filling.has("serial") && !work.whole.empty();
    if (isWhole)
        return filled(work.whole, filling);
    const std::string_view amount = work.amount.empty() ? "" : pythonFrame().amount;
    return joined({filled(work.functions, filling), filled(amount, filling)}, "\n\n\n");
}

/// Templates leave holes where a piece is left out: at most two blank lines follow each other.
std::string withoutHoles(std::string text)
{
    for (auto at = text.find("\n\n\n\n"); at != std::string::npos; at = text.find("\n\n\n\n", at))
        text.erase(at, 1);
    return text;
}

}  // namespace

std::string pythonProgram(Filling filling)
{
    const PythonWork& work = pythonWorkOf(filling);
    const PythonFrame& frame = pythonFrame();
    setFrameFlags(filling, work);
    setSharedWords(filling, work);
    setTaskWords(filling);
    setSourceWords(filling);
    setMeansWords(filling);
    setWorkWords(filling, work);
    const std::string constants =
        joined({filled(frame.constants, filling), filled(work.constants, filling)}, "\n");
    const std::string main =
        joined({filled(frame.start, filling), filled(work.report, filling)}, "\n");
    const std::string body =
        joined({constants, filling.has("net") ? filled(pythonNet().fetching, filling) : "",
                workOf(work, filling), filled(frame.tools, filling), filled(frame.workers, filling),
                main, filling.has("local") ? filled(pythonNet().server, filling) : "",
                filled(frame.end, filling)},
               "\n\n\n");
    return withoutHoles(joined({filled(frame.head, filling), importsFor(body), body}, "\n\n") +
                        "\n");
}
