#include "app/lessons/nextlesson.h"

#include "app/lessons/lessonshelf.h"
#include "app/lessons/progressstore.h"

#include <algorithm>

QString lessonToGoOnWith(const LessonShelf& shelf, ProgressStore& store, const QString& path)
{
    std::vector<const LessonShelf::Entry*> lessons;
    for (const LessonShelf::Entry& entry : shelf.entries()) {
        if (entry.read.lesson)
            lessons.push_back(&entry);
    }
    if (lessons.empty())
        return {};
    const auto isAt = [&](const LessonShelf::Entry* each) { return each->path == path; };
    const auto at = std::ranges::find_if(lessons, isAt);
    if (at != lessons.end())
        std::ranges::rotate(lessons, at);  // now it is the first
    const auto open = std::ranges::find_if(lessons, [&](const LessonShelf::Entry* each) {
        return !store.progressOf(*each->read.lesson).isFinished();
    });
    if (open != lessons.end())
        return (*open)->path;
    const bool isAfter = at != lessons.end() && lessons.size() > 1;
    return lessons[isAfter ? 1 : 0]->path;
}
