#include "app/charts/definitionscard.h"

#include "app/shell/role.h"

#include <QLabel>
#include <QVBoxLayout>

DefinitionsCard::DefinitionsCard(QWidget* parent) : QWidget(parent)
{
    createTexts();
}

void DefinitionsCard::createTexts()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    const auto add = [&](const QString& text, Role role) {
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        setRole(label, role);
        column->addWidget(label);
    };
    add(tr("DEFINITIONS"), Role::Caption);
    add(tr("<b>Concurrency</b>: at least two tasks are in progress in the same period."),
        Role::Text);
    add(tr("<b>Parallelism</b>: at least two are executing at the same instant."), Role::Text);
    add(tr("A run is called concurrent, or parallel, where that holds for at least 5 % of its "
           "time. From 2 % to 10 % it is inconclusive: a wrong verdict is worse than none."),
        Role::Small);
    add(tr("After Sun's Multithreaded Programming Guide: “at least two threads are making "
           "progress”, “at least two threads are executing simultaneously”."),
        Role::Small);
}
