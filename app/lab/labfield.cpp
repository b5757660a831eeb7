#include "app/lab/labfield.h"

#include "app/shell/role.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace {

constexpr int narrowestControl = 100;
constexpr int narrowestBelow = 56;  // of several, side by side
constexpr int nameShare = 2;
constexpr int controlShare = 3;  // so that controls are alike, whatever is in them

/// Lets the wheel scroll the pane rather than change a number that just passes by, and undo take
/// back settings rather than what was typed.
class ControlGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* control = qobject_cast<QWidget*>(watched);
        if (!control || !isForOthers(*control, event))
            return false;
        event->ignore();
        return true;
    }

private:
    static bool isForOthers(const QWidget& control, QEvent* event)
    {
        if (event->type() == QEvent::Wheel)
            return !control.hasFocus();
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
    }
};

}  // namespace

LabField::LabField(const QString& name, const QString& sentence, QWidget* control, Shape shape,
                   QWidget* parent)
    : QWidget(parent),
      m_control(control)
{
    if (m_control->focusPolicy() == Qt::WheelFocus)
        m_control->setFocusPolicy(Qt::StrongFocus);
    m_control->installEventFilter(new ControlGuard(this));
    m_control->setAccessibleName(name);
    createLayout(name, shape);
    setSentence(sentence);
}

void LabField::setSentence(const QString& sentence)
{
    m_control->setAccessibleDescription(sentence);
    setStatusTip(sentence);
}

void LabField::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void LabField::createLayout(const QString& name, Shape shape)
{
    m_name = new QLabel(name, this);
    m_name->setBuddy(m_control);
    m_name->setWordWrap(true);
    m_note = new QLabel(this);
    setRole(m_note, Role::Small);
    m_note->setWordWrap(true);
    m_note->hide();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_name, 0, 0);
    m_control->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_control->setMinimumWidth(shape == Shape::Beside ? narrowestControl : narrowestBelow);
    if (shape == Shape::Beside) {
        grid->setColumnStretch(0, nameShare);
        grid->setColumnStretch(1, controlShare);
        grid->addWidget(m_control, 0, 1);
    } else {
        grid->addWidget(m_control, 1, 0, 1, 2);
    }
    grid->addWidget(m_note, 2, 0, 1, 2);
}
