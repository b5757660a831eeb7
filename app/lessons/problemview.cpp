#include "app/lessons/problemview.h"

#include "app/lessons/lessonwords.h"

#include <QFileInfo>

namespace {

constexpr int lines = 7;

/// "my-lesson.md:17:1: found the key “taks”; expected tasks"
QString textsOf(const LessonShelf::Entry& entry)
{
    const std::string name = QFileInfo(entry.path).fileName().toStdString();
    QStringList texts;
    for (const lesson::Problem& problem : entry.read.problems)
        texts << textOf(lesson::textOf(problem, name));
    return texts.join(u'\n');
}

}  // namespace

ProblemView::ProblemView(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("lessonProblems"));
    setAccessibleName(tr("What is wrong in this file"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 16);
    hide();
}

void ProblemView::showProblems(const LessonShelf::Entry* entry)
{
    const bool hasProblems = entry && !entry->read.lesson;
    setPlainText(hasProblems ? textsOf(*entry) : QString());
    setToolTip(hasProblems ? entry->path.toHtmlEscaped() : QString());
    setVisible(hasProblems);
}
