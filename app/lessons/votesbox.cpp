#include "app/lessons/votesbox.h"

namespace {

constexpr int mostVotes = 9999;

}  // namespace

VotesBox::VotesBox(const QString& option, QWidget* parent) : QSpinBox(parent)
{
    setObjectName(QStringLiteral("votes"));
    setRange(0, mostVotes);
    setSpecialValueText(QStringLiteral("–"));
    setAccessibleName(tr("Votes for: %1").arg(option));
    setToolTip(tr("How many vote for it."));
}

void VotesBox::focusInEvent(QFocusEvent* event)
{
    QSpinBox::focusInEvent(event);
    // Later, since the click that brought the focus puts the cursor somewhere.
    QMetaObject::invokeMethod(this, &QSpinBox::selectAll, Qt::QueuedConnection);
}
