#include "app/lessoncode.h"

#include "app/code/codepane.h"
#include "app/lessons/lessonlinks.h"
#include "app/lessons/lessonplace.h"
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
{}

void LessonCode::showProgram(const lesson::Program& program)
{
    if (!program.of.empty())
        return showPlan(program.of);
    const QString python =
        program.python.empty() ? read(program.pythonFile) : QString::fromStdString(program.python);
    const QString cpp =
        program.cpp.empty() ? read(program.cppFile) : QString::fromStdString(program.cpp);
    m_workspace.code().setTexts(python, cpp);
    m_workspace.showCode(true);
}

void LessonCode::showPlan(const std::string& of, Language first)
{
    const LessonCourse& course = m_place.course();
    const auto target = targetOf({.run = of}, course.lesson(), nullptr, course.equipment().machine);
    if (!target)
        return Q_EMIT failed(tr("This machine has no run “%1”.").arg(QString::fromStdString(of)));
    const lesson::Experiment& experiment = *target->experiment;
    if (const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how))
        return showSource(QString::fromStdString(program->file));
    const auto planned = lesson::plannedRuns(experiment, course.equipment().machine);
    ::Experiment work = experiment.work;
    work.with = planned[target->run].plan.with;
    m_workspace.code().setPlanInBoth(work, planned[target->run].plan, first);
    m_workspace.showCode(true);
}

void LessonCode::showSource(const QString& file)
{
    m_workspace.code().setTexts(read(file.toStdString()), {});
    m_workspace.showCode(true);
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
