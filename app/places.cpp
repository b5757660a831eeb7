#include "app/places.h"

#include "app/lab/labhistory.h"
#include "app/lab/labpane.h"
#include "app/lessons/lessonplace.h"
#include "app/observe/observepane.h"
#include "app/shell/command.h"
#include "app/study/studypane.h"

#include <QFocusEvent>
#include <QSettings>

namespace {

const QString key = QStringLiteral("window/place");

}  // namespace

Places::Places(LabHistory& history, const LessonSetup& lessons, QSettings& memory, QWidget* parent)
    : QStackedWidget(parent),
      m_memory(memory),
      m_lab(new LabPane(history)),
      m_observe(new ObservePane(memory)),
      m_study(new StudyPane(memory, history.machineCores())),
      m_lessons(new LessonPlace(lessons, memory))
{
    addWidget(m_lab);  // in the order of WindowPlace
    addWidget(m_observe);
    addWidget(m_study);
    addWidget(m_lessons);
    setCurrentIndex(qBound(0, m_memory.value(key).toInt(), placeCount - 1));
}

WindowPlace Places::place() const
{
    return static_cast<WindowPlace>(currentIndex());
}

void Places::goTo(WindowPlace place)
{
    setCurrentIndex(static_cast<int>(place));
    m_memory.setValue(key, currentIndex());
    Q_EMIT placeChanged(place);
}

void Places::focusInEvent(QFocusEvent* event)
{
    currentWidget()->setFocus(event->reason());  // not by a proxy, which Tab would follow
}

void Places::setActivity(Activity activity)
{
    m_lab->setActivity(activity);
    m_observe->setActivity(activity);
    m_study->setActivity(activity);
}

Command commandOf(WindowPlace place)
{
    switch (place) {
    case WindowPlace::Lab:
        return Command::GoToLab;
    case WindowPlace::Observe:
        return Command::GoToObserve;
    case WindowPlace::Study:
        return Command::GoToStudy;
    case WindowPlace::Lessons:
        break;
    }
    return Command::GoToLessons;
}

QString invitationOf(WindowPlace place)
{
    switch (place) {
    case WindowPlace::Observe:
        return Places::tr("Name a program and press Return to watch its threads on the cores of "
                          "this machine.");
    case WindowPlace::Lessons:
        return Places::tr("What a lesson runs is shown here, live.");
    case WindowPlace::Lab:
    case WindowPlace::Study:
        break;
    }
    return Places::tr("Press Space or Run all to watch the tasks run on the cores of this "
                      "machine.");
}
