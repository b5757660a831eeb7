#include "app/lab/tabletexts.h"

#include <QtGlobal>

#include <array>

namespace {

// The tables are core's, which knows of no translators: each of their texts stands here once more.
constexpr std::array tableTexts{
    QT_TRANSLATE_NOOP("WorkloadWords", "compute"),
    QT_TRANSLATE_NOOP("WorkloadWords", "append"),
    QT_TRANSLATE_NOOP("WorkloadWords", "download"),
    QT_TRANSLATE_NOOP("WorkloadWords", "sleep"),
    QT_TRANSLATE_NOOP("WorkloadWords", "mixed"),
    QT_TRANSLATE_NOOP("WorkloadWords", "memory"),
    QT_TRANSLATE_NOOP("WorkloadWords", "tree"),
    QT_TRANSLATE_NOOP("WorkloadWords", "increment"),
    QT_TRANSLATE_NOOP("WorkloadWords", "philosophers"),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Computes: each task keeps one core busy and waits for nothing."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Appends random numbers without repetition to a list in memory."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Downloads pictures: each task waits for a server most of the time."),
    QT_TRANSLATE_NOOP("WorkloadWords", "Sleeps: each task only waits, and needs no core to do so."),
    QT_TRANSLATE_NOOP("WorkloadWords", "Downloads a picture, then decodes, blurs and encodes it."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Streams through arrays too large for the caches: memory is the limit."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Walks trees of very different sizes: hard to share out evenly."),
    QT_TRANSLATE_NOOP("WorkloadWords", "Adds one to a shared counter, again and again."),
    QT_TRANSLATE_NOOP("WorkloadWords", "Takes two locks, each of which a neighbour needs too."),
    QT_TRANSLATE_NOOP("WorkloadWords", "How many items each task handles."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "The part of each task that only one worker at a time can do."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "How the tasks come to the workers: in shares, from one queue, or by "
                      "stealing."),
    QT_TRANSLATE_NOOP("WorkloadWords", "How long the server takes to answer, give or take a half."),
    QT_TRANSLATE_NOOP("WorkloadWords", "How fast the server sends on each connection."),
    QT_TRANSLATE_NOOP("WorkloadWords", "The port of the server; 0 stands for a free one."),
    QT_TRANSLATE_NOOP("WorkloadWords", "After what time a download is given up."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "What protects the counter: nothing, a lock per worker, one lock, or the "
                      "processor."),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "Whether neighbours take their two locks in opposite or in the same order."),
    QT_TRANSLATE_NOOP("WorkloadWords", "How often each task takes its locks."),
    QT_TRANSLATE_NOOP("WorkloadWords", "ms"),
    QT_TRANSLATE_NOOP("WorkloadWords", "%"),
    QT_TRANSLATE_NOOP("WorkloadWords", "KB/s"),
    QT_TRANSLATE_NOOP("WorkloadWords", "MB"),
    QT_TRANSLATE_NOOP("WorkloadWords",
                      "How much memory the run may use; 0 stands for half of what is free."),
};

}  // namespace

std::span<const char* const> knownTableTexts() noexcept
{
    return tableTexts;
}
