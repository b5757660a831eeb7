#include "app/observe/recentcommandlist.h"

#include "app/observe/recentcommands.h"

#include <QSignalBlocker>

RecentCommandList::RecentCommandList(RecentCommands& recent, QWidget* parent)
    : QListWidget(parent),
      m_recent(recent)
{
    setObjectName(QStringLiteral("recentCommands"));
    setAccessibleName(tr("Recent programs"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connectItems();
    connect(&m_recent, &RecentCommands::changed, this, &RecentCommandList::rebuild);
    rebuild();
}

void RecentCommandList::rebuild()
{
    const QSignalBlocker blocker(this);
    clear();
    for (const QString& line : m_recent.lines()) {
        auto* item = new QListWidgetItem(line, this);
        item->setToolTip(line);
    }
    const int rows = count();
    setFixedHeight(rows * sizeHintForRow(0) + 2 * frameWidth());
}

void RecentCommandList::connectItems()
{
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { Q_EMIT lineChosen(item->text()); });
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT lineActivated(item->text()); });
    // By the arrow keys. To come here by Tab makes the first line current, which chooses nothing.
    connect(this, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem* item, const QListWidgetItem* before) {
                if (item && before && hasFocus())
                    Q_EMIT lineChosen(item->text());
            });
}
