#include "app/charts/differencecard.h"

#include "app/charts/timesrows.h"
#include "app/shell/role.h"
#include "app/timeline/differencetext.h"
#include "app/timeline/timetext.h"
#include "core/analysis/difference.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace {

enum Column { Name, Before, Now, Changed, Ratio };

QLabel* addLabel(QVBoxLayout* column, Role role, const char* name)
{
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    column->addWidget(label);
    return label;
}

/// "−412", "+3.5", "0.0": milliseconds.
QString signedText(Nanoseconds difference)
{
    if (difference == Nanoseconds{})
        return millisecondsText(difference);
    return difference < Nanoseconds{} ? QStringLiteral("−") + millisecondsText(-difference)
                                      : QStringLiteral("+") + millisecondsText(difference);
}

QString ratioText(const Change& change)
{
    const auto ratio = change.ratio();
    return ratio ? factorText(*ratio) : QStringLiteral("–");
}

}  // namespace

DifferenceCard::DifferenceCard(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addLabel(column, Role::Caption, "")->setText(tr("DIFFERENCE (MS)"));
    m_title = addLabel(column, Role::Small, "differenceOf");
    m_sentence = addLabel(column, Role::Small, "difference");
    m_sentence->setAccessibleName(tr("What the difference comes to"));
    m_caveats = addLabel(column, Role::Small, "differenceCaveats");
    hide();
}

bool DifferenceCard::eventFilter(QObject* watched, QEvent* event)
{
    // Nothing in the table can be chosen: Space is left to the window.
    if (watched != m_table || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space)
        return false;
    event->ignore();
    return true;
}

void DifferenceCard::createTable()
{
    m_table = new QTableWidget(0, Ratio + 1, this);
    m_table->installEventFilter(this);
    m_table->setAccessibleName(tr("Difference between two runs, in milliseconds"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    auto* const column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_sentence), m_table);
}

void DifferenceCard::showNothing()
{
    m_key = {};
    hide();
}

void DifferenceCard::showPair(const DifferencePair& pair)
{
    const Key key{pair.title, pair.ghost, pair.before->start.origin.count(),
                  pair.now->start.origin.count(), pair.before->hasEnded() && pair.now->hasEnded()};
    if (key == m_key)
        return;
    m_key = key;
    m_title->setText(
        tr("%1 · %2", "the title of a run; the name of the other").arg(pair.title, pair.ghost));
    m_sentence->setText(sentenceOfDifference(*pair.before, *pair.now));
    if (key.hasEnded)
        fillTable(pair);
    if (m_table)
        m_table->setVisible(key.hasEnded);
    m_caveats->setText(key.hasEnded ? caveatsOf(*pair.before, *pair.now).join(u' ') : QString());
    m_caveats->setVisible(key.hasEnded);
    show();
}

void DifferenceCard::fillTable(const DifferencePair& pair)
{
    const Difference all = differenceOf(*pair.before, *pair.now);
    if (!m_table)
        createTable();
    m_table->setAccessibleDescription(m_sentence->text());
    m_table->setRowCount(0);
    m_table->setHorizontalHeaderLabels({{},
                                        pair.isOfBefore ? tr("before") : tr("below"),
                                        pair.isOfBefore ? tr("now") : tr("this"),
                                        tr("change"),
                                        tr("ratio")});
    const auto add = [this](const QString& name, const Change& change) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const auto set = [&](Column column, const QString& text) {
            auto* const item = new QTableWidgetItem(text);
            item->setFlags(Qt::ItemIsEnabled);
            item->setTextAlignment(Qt::AlignVCenter |
                                   (column == Name ? Qt::AlignLeft : Qt::AlignRight));
            m_table->setItem(row, column, item);
        };
        set(Name, name);
        set(Before, millisecondsText(change.before));
        set(Now, millisecondsText(change.now));
        set(Changed, signedText(change.difference()));
        set(Ratio, ratioText(change));
    };
    add(tr("wall"), all.wall);
    add(tr("running"), all.running);
    add(tr("ready"), all.ready);
    add(tr("blocked"), all.blocked);
    m_table->resizeRowsToContents();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            m_table->verticalHeader()->length() + 3);
}
