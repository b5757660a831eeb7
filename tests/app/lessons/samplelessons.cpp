#include "tests/app/lessons/samplelessons.h"

#include "core/lesson/lessonreader.h"

#include <QFile>

namespace {

constexpr auto head = R"(---
name: %NAME%
title: %TITLE%
order: %ORDER%
minutes: 12
misconception: Waiting is work.
outcomes: [Tell waiting from working., Say what <b>concurrent</b> means.]
---

Some waits.

```{experiment}
name: two
workload: sleep
tasks: 2
task-ms: 20
workers: 2
runs: [sequential, concurrent]
```

)";

constexpr auto steps = R"(## Predict

```{predict}
name: length
question: How long will both take?
number: {unit: ms, from: 0, to: 100, measured: wall(two.concurrent)}
```

```{predict}
name: bar
question: Draw it.
drawing: {of: two.concurrent, scale: two.sequential}
```

```{predict}
name: why
question: Why <i>so</i>?
options:
  - Waits use the core.
  - text: Waits overlap.
    right-if: overlap
explanation: |
  A wait needs **no** core. <script>alert(1)</script>
```

## Run and look

```{observe}
name: seen
question: What did you see?
several: true
options:
  - text: Two tasks in progress.
    right-if: overlap
  - Two workers running.
```

```{check}
name: overlap
claim: Two waits take as long as one.
holds-if: wall(two.concurrent) <= 30 ms
explanation: They overlap.
```
)";

}  // namespace

QByteArray lessonText(const QByteArray& name, const QByteArray& title, int order)
{
    QByteArray text = head;
    text.replace("%NAME%", name);
    text.replace("%TITLE%", title);
    text.replace("%ORDER%", QByteArray::number(order));
    return text + steps;
}

lesson::Lesson lessonFrom(const QByteArray& text)
{
    const lesson::ReadLesson read = lesson::parseLesson(text.toStdString(), "L");
    for (const lesson::Problem& problem : read.problems)
        qFatal("%s", textOf(problem, "L").c_str());
    return *read.lesson;
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    return file.readAll();
}
