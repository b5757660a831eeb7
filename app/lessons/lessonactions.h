#pragma once

#include "core/lesson/lesson.h"

#include <QObject>
#include <QUrl>

/// What a learner can ask for on the pages of a lesson, for whoever can do it.
class LessonActions : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// That experiment of the lesson.
    void runAsked(const QString& experiment);
    void stopAsked();
    /// Shows the timelines of an experiment that was run.
    void timelinesAsked(const QString& experiment);
    void labAsked(const QString& experiment);
    /// A shipped recording, in the lesson's folder.
    void recordingAsked(const QString& file);
    /// Begins with lesson::timelineScheme.
    void linkAsked(const QString& link);
    void programAsked(const lesson::Program& program);
    /// The files of a program of the lesson, to be read before it is run.
    void sourceAsked(const QString& file);
    void interpreterAsked();
    void pageAsked(const QUrl& address);
};
