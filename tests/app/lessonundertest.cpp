#include "tests/app/lessonundertest.h"

#include "app/lessons/lessonplace.h"
#include "app/lessons/steppage.h"
#include "app/mainwindow.h"
#include "app/timeline/comparisonview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTest>

const QByteArray waitingLesson = R"(---
name: waits
title: Waits
minutes: 3
---

Tasks that wait.

```{experiment}
name: waits
title: Two waits
workload: sleep
tasks: 2
task-ms: 20
workers: 2
runs: [sequential, concurrent]
```

## Predict

```{predict}
name: longer
question: Which is shorter?
options:
  - The first.
  - text: The second.
    right-if: shorter
explanation: Waits overlap.
```

## Look

```{observe}
name: seen
question: What was there?
options:
  - text: Two in progress.
    right-if: shorter
  - Nothing.
```

## Measured

```{check}
name: shorter
claim: The second run is shorter.
holds-if: wall(waits.concurrent) < 0.9 * wall(waits.sequential)
explanation: See [the wait](timeline:zoom?run=waits.concurrent&from=0ms&to=10ms).
```
)";

const QByteArray studyLesson = R"(---
name: sweep
title: A sweep
minutes: 3
---

## Run

```{experiment}
name: sweep
title: One task, by 1 and 2 workers
workload: compute
tasks: 1
task-ms: 4
serial: 25
study: {max-workers: 2}
```

```{check}
name: gain
claim: Two workers take their time.
holds-if: [wall(sweep.threads-2) > 0 ms, tasks(sweep.threads-2) = 1]
```

## Think

```{predict}
name: transfer
question: Do three workers bring less than nothing?
options:
  - They do.
  - text: They do not.
    right: yes
explanation: They bring something.
confidence: false
lock: false
```

```{observe}
name: several
question: Which of them are numbers?
several: true
options:
  - text: One.
    right: yes
  - Red.
  - text: Two.
    right: yes
```
)";

LessonUnderTest::LessonUnderTest() : m_ui(QStringLiteral(RUNNER_PATH)) {}

LessonUnderTest::~LessonUnderTest() = default;

LessonPlace& LessonUnderTest::place() const
{
    return *m_ui.window().findChild<LessonPlace*>();
}

LessonCourse& LessonUnderTest::course() const
{
    return place().course();
}

ComparisonView& LessonUnderTest::view() const
{
    return *m_ui.window().findChild<ComparisonView*>();
}

void LessonUnderTest::open(const QByteArray& text)
{
    write("waits.md", text);
    m_ui.drop(file());
    QApplication::processEvents();
}

void LessonUnderTest::write(const char* name, const QByteArray& bytes) const
{
    QFile out(m_ui.path(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("could not write a file of the test");
}

QString LessonUnderTest::file() const
{
    return m_ui.path("waits.md");
}

bool LessonUnderTest::hasButton(const char* name) const
{
    return find(name) != nullptr;
}

QAbstractButton* LessonUnderTest::button(const char* name) const
{
    if (!QTest::qWaitFor([&] { return hasButton(name); }))
        qFatal("the page has no button %s", name);
    return find(name);
}

QAbstractButton* LessonUnderTest::find(const char* name) const
{
    for (const StepPage* const page : m_ui.window().findChildren<StepPage*>()) {
        if (!page->isVisible())
            continue;
        if (auto* const found = page->findChild<QAbstractButton*>(QString::fromLatin1(name)))
            return found;
    }
    return nullptr;
}

void LessonUnderTest::click(const char* name) const
{
    QAbstractButton* found = nullptr;
    const auto isThere = [&] {  // a page that comes is shown in its own time
        found = find(name);
        if (!found)
            found = m_ui.window().findChild<QAbstractButton*>(QString::fromLatin1(name));
        return found && found->isVisible() && found->isEnabled();
    };
    QVERIFY2(QTest::qWaitFor(isThere), name);
    QTest::mouseClick(found, Qt::LeftButton);
    QApplication::processEvents();
}

QString LessonUnderTest::label(const char* name) const
{
    for (const StepPage* const page : m_ui.window().findChildren<StepPage*>()) {
        const auto* const found = page->findChild<QLabel*>(QString::fromLatin1(name));
        if (page->isVisible() && found && found->isVisible())
            return found->text();
    }
    return {};
}

void LessonUnderTest::setHasPython(bool hasPython) const
{
    lesson::Equipment equipment = course().equipment();
    equipment.hasPython = hasPython;
    course().setEquipment(equipment);
}

bool LessonUnderTest::waitUntilMeasured(const char* experiment) const
{
    return QTest::qWaitFor([&] { return course().isMeasured(experiment); }, 60'000);
}
