#include "app/lessoncode.h"

#include "app/code/codepane.h"
#include "app/lessons/coursepages.h"
#include "app/lessons/lessonlinks.h"
#include "app/lessons/lessonplace.h"
#include "app/places.h"
#include "app/workspace.h"

#include <QDir>
#include <QFile>

namespace {

constexpr qint64 longestProgram = 200'000;  ///< bytes that are shown

}  // namespace

LessonCode::LessonCode(LessonPlace& place, Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_place(place),
      m_workspace(workspace)
{
    for (const auto change : {&LessonCourse::opened, &LessonCourse::reloaded, &LessonCourse::closed,
                              &LessonCourse::pageChanged})
        connect(&place.course(), change, this, &LessonCode::offer);
    connect(&workspace.places(), &Places::placeChanged, this, &LessonCode::offer);
    offer();
}

void LessonCode::showProgram(const lesson::Program& program)
{
    if (!program.of.empty())
        return showPlan(program.of);
    load(program);
    m_workspace.showCode(true);
}

void LessonCode::showPlan(const std::string& of, Language first)
{
    if (loadPlan(of, first))
        m_workspace.showCode(true);
    else
        Q_EMIT failed(tr("This machine has no run “%1”.").arg(QString::fromStdString(of)));
}

void LessonCode::showSource(const QString& file)
{
    m_workspace.code().setTexts(read(file.toStdString()), {});
    m_workspace.showCode(true);
}

void LessonCode::offer()
{
    if (m_workspace.places().place() != WindowPlace::Lessons)
        return;
    const LessonCourse& course = m_place.course();
    CodePane& code = m_workspace.code();
    if (!course.isOpen())
        return code.setNothing(tr("The programs of a lesson are shown here."));
    const lesson::Program* const program = programAt(course.pages(), course.page());
    if (!program)
        return code.setNothing(tr("Up to this page, the lesson has no program to read."));
    load(*program);
}

void LessonCode::load(const lesson::Program& program)
{
    if (!program.of.empty()) {
        if (!loadPlan(program.of, Language::Python))
            m_workspace.code().setNothing(
                tr("This machine has no run “%1”.").arg(QString::fromStdString(program.of)));
        return;
    }
    const QString python =
        program.python.empty() ? read(program.pythonFile) : QString::fromStdString(program.python);
    const QString cpp =
        program.cpp.empty() ? read(program.cppFile) : QString::fromStdString(program.cpp);
    m_workspace.code().setTexts(python, cpp);
}

bool LessonCode::loadPlan(const std::string& of, Language first)
{
    const LessonCourse& course = m_place.course();
    const auto target = targetOf({.run = of}, course.lesson(), nullptr, course.equipment().machine);
    if (!target)
        return false;
    const lesson::Experiment& experiment = *target->experiment;
    if (const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how)) {
        m_workspace.code().setTexts(read(program->file), {});
        return true;
    }
    const auto planned = lesson::plannedRuns(experiment, course.equipment().machine);
    ::Experiment work = experiment.work;
    work.with = planned[target->run].plan.with;
    m_workspace.code().setPlanInBoth(work, planned[target->run].plan, first);
    return true;
}

QString LessonCode::read(const std::string& file)
{
    if (file.empty())
        return {};
    QFile source(QDir(m_place.course().folder()).filePath(QString::fromStdString(file)));
    if (!source.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 could not be read: %2").arg(source.fileName(), source.errorString()));
        return {};
    }
    return QString::fromUtf8(source.read(longestProgram));
}
