#include "app/lessons/confidencerow.h"

#include "app/lessons/optionbutton.h"
#include "app/shell/textlabel.h"

#include <QLabel>
#include <QVBoxLayout>

ConfidenceRow::ConfidenceRow(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const QStringList words{tr("A guess"), tr("Fairly"), tr("Sure")};
    for (int i = 0; i < words.size(); ++i) {
        auto* button = new OptionButton(words[i]);
        button->setObjectName(QStringLiteral("confidence%1").arg(i + 1));
        button->setMarked(false);
        connect(button, &OptionButton::clicked, this, [this, i] {
            Q_EMIT chosen(static_cast<Confidence>(i));
            setConfidence(m_confidence);  // a second click has unchecked the button
        });
        row->addWidget(button, 1);
        m_buttons.push_back(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(textLabel(tr("How sure are you?"), Role::Muted));
    column->addLayout(row);
}

void ConfidenceRow::setConfidence(std::optional<Confidence> confidence)
{
    m_confidence = confidence;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(confidence == static_cast<Confidence>(i));
}

void ConfidenceRow::setFixed(bool isFixed)
{
    for (OptionButton* const button : m_buttons)
        button->setFixed(isFixed);
}
