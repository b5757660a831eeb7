#include "app/lessons/coursepages.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct CoursePages {
    Q_DECLARE_TR_FUNCTIONS(CoursePages)
};

}  // namespace

QString questionOn(const lesson::Page& page)
{
    for (const lesson::Block& block : *page.blocks) {
        if (const auto* const asked = std::get_if<lesson::Prediction>(&block))
            return QString::fromStdString(asked->question);
        if (const auto* const asked = std::get_if<lesson::Observation>(&block))
            return QString::fromStdString(asked->question);
    }
    return QString::fromStdString(page.title);
}

std::vector<const lesson::Experiment*> declaredUntil(const std::vector<lesson::Page>& pages,
                                                     std::size_t last)
{
    std::vector<const lesson::Experiment*> declared;
    for (std::size_t i = 0; i <= last; ++i) {
        for (const lesson::Block& block : *pages[i].blocks) {
            if (const auto* const experiment = std::get_if<lesson::Experiment>(&block))
                declared.push_back(experiment);
        }
    }
    return declared;
}

const lesson::Program* programAt(const std::vector<lesson::Page>& pages, std::size_t page)
{
    const lesson::Program* last = nullptr;
    for (std::size_t i = 0; i <= page; ++i) {
        for (const lesson::Block& block : *pages[i].blocks) {
            const auto* const program = std::get_if<lesson::Program>(&block);
            if (program && i == page)
                return program;
            last = program ? program : last;
        }
    }
    return last;
}

QString whereText(const lesson::Lesson& lesson, std::size_t page)
{
    const QString title = QString::fromStdString(lesson.title);
    const std::size_t introductions = lesson::pagesOf(lesson).size() - lesson.steps.size();
    if (page < introductions)
        return CoursePages::tr("%1 · introduction").arg(title);
    const QLocale locale;
    return CoursePages::tr("%1 · step %2 of %3")
        .arg(title, locale.toString(static_cast<int>(page - introductions) + 1),
             locale.toString(static_cast<int>(lesson.steps.size())));
}
