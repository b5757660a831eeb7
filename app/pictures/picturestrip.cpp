#include "app/pictures/picturestrip.h"

#include "app/pictures/picturedelegate.h"
#include "app/pictures/picturelist.h"
#include "app/pictures/picturemodel.h"
#include "app/pictures/picturetext.h"
#include "app/shell/chooser.h"
#include "app/shell/role.h"
#include "app/timeline/plantext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int heightForPictures = 600;
constexpr int leastHeight = 92;  // one row
const QString foldedKey = QStringLiteral("window/picturesFolded");

}  // namespace

PictureStrip::PictureStrip(QSettings& memory, QWidget* parent)
    : QFrame(parent),
      m_memory(memory),
      m_model(new PictureModel(this)),
      m_delegate(new PictureDelegate(this))
{
    setObjectName(QStringLiteral("pictureStrip"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    createHeader();
    createList();
    m_wantsFolded = m_memory.value(foldedKey, false).toBool();
    setFolded(m_wantsFolded);
    hide();
}

void PictureStrip::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    m_shown.reset();
    m_listed.reset();
    m_runs->clear();
    m_model->setRoom(PictureDelegate::room * devicePixelRatioF());
    m_model->setRun(nullptr, 0);
    refresh();
}

void PictureStrip::refresh()
{
    if (m_comparison)
        m_shown.update(*m_comparison, m_feed == Feed::Live);
    showRun();
    setVisible(m_shown.run().has_value());
}

void PictureStrip::setFeed(Feed feed)
{
    m_feed = feed;
}

void PictureStrip::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void PictureStrip::fitTo(int height)
{
    const bool isLow = height < heightForPictures;
    if (isLow == m_isLow)
        return;
    m_isLow = isLow;
    setFolded(isLow || m_wantsFolded);
}

void PictureStrip::createHeader()
{
    m_fold = new QToolButton;
    m_fold->setObjectName(QStringLiteral("foldPictures"));
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setAccessibleName(tr("Show the pictures"));
    m_fold->setCheckable(true);
    connect(m_fold, &QToolButton::clicked, this, [this](bool isOpen) { noteWish(!isOpen); });
    auto* caption = new QLabel(tr("PICTURES"));
    setRole(caption, Role::Caption);
    m_runs = new Chooser(tr("Run whose pictures are shown"));
    m_runs->setObjectName(QStringLiteral("pictureRun"));
    connect(m_runs, &QComboBox::activated, this, [this] {
        m_shown.choose(m_runs->currentData().value<std::size_t>());
        showRun();
    });
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("pictureCount"));
    setRole(m_count, Role::Muted);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 3, 10, 3);
    row->setSpacing(10);
    row->addWidget(m_fold);
    row->addWidget(caption);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_runs);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void PictureStrip::createList()
{
    m_list = new PictureList;
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_model);
    m_list->setMinimumHeight(leastHeight);
    connect(m_list, &QAbstractItemView::clicked, this, &PictureStrip::pick);
    connect(m_list, &QAbstractItemView::activated, this, &PictureStrip::pick);
    layout()->addWidget(m_list);
}

void PictureStrip::showRun()
{
    if (!m_comparison || !m_shown.run())
        return;
    const std::size_t run = *m_shown.run();
    if (m_listed == run) {
        m_model->refresh();
    } else {
        m_model->setRun(m_comparison, run);
        m_list->startFrom(m_feed == Feed::Live ? PictureList::Side::End
                                               : PictureList::Side::Beginning);
    }
    m_listed = run;
    m_count->setText(countText(m_comparison->runs[run]));
    listRuns();
}

void PictureStrip::listRuns()
{
    std::vector<std::size_t> runs = runsWithPictures(*m_comparison);
    if (runs.empty() || runs.back() < *m_listed)
        runs.push_back(*m_listed);  // the one that goes on: its first is still to land
    m_runs->setVisible(runs.size() > 1);
    const QSignalBlocker blocker(m_runs);
    if (static_cast<std::size_t>(m_runs->count()) != runs.size() ||
        m_runs->itemData(0).value<std::size_t>() != runs.front()) {
        m_runs->clear();
        for (const std::size_t run : runs)
            m_runs->addItem(titleOf(*m_comparison, run), QVariant::fromValue(run));
    }
    m_runs->setCurrentIndex(m_runs->findData(QVariant::fromValue(*m_listed)));
}

void PictureStrip::pick(const QModelIndex& index)
{
    const auto task = static_cast<TaskId>(index.data(Qt::UserRole).toUInt());
    Q_EMIT taskPicked(m_comparison->runs[*m_listed].start.id, task);
}

void PictureStrip::noteWish(bool isFolded)
{
    if (!m_isLow) {
        m_wantsFolded = isFolded;
        m_memory.setValue(foldedKey, isFolded);
    }
    setFolded(isFolded);
}

void PictureStrip::setFolded(bool isFolded)
{
    m_fold->setChecked(!isFolded);
    m_fold->setArrowType(isFolded ? Qt::RightArrow : Qt::DownArrow);
    m_list->setVisible(!isFolded);
    setSizePolicy(QSizePolicy::Preferred, isFolded ? QSizePolicy::Fixed : QSizePolicy::Preferred);
}
