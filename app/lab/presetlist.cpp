#include "app/lab/presetlist.h"

#include "app/shell/role.h"
#include "app/timeline/plantext.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

/// What the mode does, in a few words.
QString sentenceOf(Mode mode)
{
    switch (mode) {
    case Mode::Sequential:
        return PresetList::tr("one task after another, on one core");
    case Mode::Concurrent:
        return PresetList::tr("all tasks at once, in turns on one core");
    case Mode::Parallel:
        return PresetList::tr("one task at a time, split across cores");
    case Mode::Both:
        return PresetList::tr("all tasks at once, spread over the cores");
    case Mode::BothSplit:
        return PresetList::tr("all tasks at once, each one split as well");
    }
    return {};
}

/// A button with a name and, below it, what it stands for.
class PresetButton : public QPushButton {
public:
    PresetButton(const QString& title, const QString& sentence, QWidget* parent)
        : QPushButton(parent),
          m_sentence(sentence)
    {
        setObjectName(QStringLiteral("preset"));
        setCheckable(true);
        setAccessibleName(title);
        setOffered(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(10, 3, 10, 3);
        column->setSpacing(0);
        column->addWidget(createLabel(title, Role::Strong));
        column->addWidget(createLabel(sentence, Role::Small));
    }

    void setOffered(bool isOffered)
    {
        setEnabled(isOffered);
        setToolTip(isOffered ? QString()
                             : PresetList::tr("There is no such mode here: a task of this "
                                              "workload cannot be split into parts."));
        setAccessibleDescription(isOffered ? m_sentence : toolTip());
        setStatusTip(toolTip());
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }

private:
    QLabel* createLabel(const QString& text, Role role)
    {
        auto* label = new QLabel(text, this);
        setRole(label, role);
        label->setWordWrap(true);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        return label;
    }

    const QString m_sentence;
};

}  // namespace

PresetList::PresetList(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    createButtons();
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT presetChosen(static_cast<Mode>(id)); });
}

void PresetList::setModes(const std::vector<Mode>& modes)
{
    for (const Mode mode : allModes) {
        auto* button = static_cast<PresetButton*>(m_group->button(static_cast<int>(mode)));
        button->setOffered(std::ranges::find(modes, mode) != modes.end());
    }
}

void PresetList::setPreset(std::optional<Mode> preset)
{
    if (preset) {
        m_group->button(static_cast<int>(*preset))->setChecked(true);
    } else if (QAbstractButton* checked = m_group->checkedButton()) {
        m_group->setExclusive(false);  // else the last one could not be unchecked
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

void PresetList::createButtons()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Mode mode : allModes) {
        auto* button = new PresetButton(titleOf(mode), sentenceOf(mode), this);
        m_group->addButton(button, static_cast<int>(mode));
        column->addWidget(button);
    }
    setFocusProxy(m_group->button(0));
}
