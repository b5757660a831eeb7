#include "app/lessons/programcard.h"

#include "app/lessons/lessonactions.h"
#include "app/shell/textlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

ProgramCard::ProgramCard(const lesson::Program& program, LessonActions& actions, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("program"));
    setRole(this, Role::Card);
    const bool hasCpp = !program.of.empty() || !program.cpp.empty() || !program.cppFile.empty();
    auto* title = textLabel(program.title.empty() ? tr("A program to read")
                                                  : QString::fromStdString(program.title),
                            Role::Strong);
    title->setTextFormat(Qt::PlainText);
    auto* read = new QPushButton(hasCpp ? tr("Read it in Python and C++") : tr("Read it"));
    read->setObjectName(QStringLiteral("readCode"));
    connect(read, &QPushButton::clicked, &actions,
            [&actions, &program] { Q_EMIT actions.programAsked(program); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(textLabel(tr("PROGRAM"), Role::Caption));
    column->addWidget(title);
    column->addWidget(read, 0, Qt::AlignLeft);
}
