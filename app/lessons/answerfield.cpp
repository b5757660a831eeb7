#include "app/lessons/answerfield.h"

#include "app/lessons/choicefield.h"
#include "app/lessons/drawingfield.h"
#include "app/lessons/numberfield.h"

void AnswerField::setFixed(bool isFixed)
{
    m_isFixed = isFixed;
    refresh();
}

AnswerField* answerFieldFor(const Question& question, LessonCourse& course, bool isForClass)
{
    if (question.options)
        return new ChoiceField(question, course, isForClass);
    if (question.number)
        return new NumberField(question, course);
    return new DrawingField(question, course);
}
