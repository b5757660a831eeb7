#include "app/replay/instantpicture.h"

#include "app/replay/chiprow.h"
#include "app/replay/instanttext.h"
#include "app/replay/replaywords.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/rowgroups.h"
#include "app/timeline/timelinestyle.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {

/// Of the width, for the cores.
constexpr double mostForCores = 0.5;
/// Of what is left, for the ready queue: the blocked say their reasons as well.
constexpr double readyShare = 0.45;

/// What runs where nobody knows on which core, and so takes the boxes of those not known.
CoreAt shownCore(const Instant& instant, std::size_t index, std::size_t& nextRunning)
{
    CoreAt core = instant.cores[index];
    if (core.use == CoreUse::NotKnown && nextRunning < instant.running.size())
        core = {-1, CoreUse::Running, instant.running[nextRunning++]};
    return core;
}

QString coreCaption(const CoreAt& core)
{
    return core.core < 0 ? ReplayWords::tr("some core")
                         : ReplayWords::tr("core %1").arg(nameOfCore(core.core));
}

class Builder {
public:
    Builder(const Instant& instant, const WorkNames& names, QSizeF size,
            const TimelineStyle& style);

    void addCores();
    void addReady();
    void addBlocked();
    [[nodiscard]] InstantPicture take() { return std::move(m_picture); }

private:
    [[nodiscard]] InstantBox nextBox(double width, const QString& caption);
    void addCore(const CoreAt& core);
    [[nodiscard]] double coreWidth(const QString& longest) const;
    [[nodiscard]] double restWidth() const { return m_size.width() - m_left; }

    const Instant& m_instant;
    const WorkNames& m_names;
    const QSizeF m_size;
    const TimelineStyle& m_style;
    double m_left = 0;
    double m_coreWidth = 0;
    bool m_hasLongNames = true;
    std::size_t m_shownCores = 0;
    InstantPicture m_picture;
};

Builder::Builder(const Instant& instant, const WorkNames& names, QSizeF size,
                 const TimelineStyle& style)
    : m_instant(instant),
      m_names(names),
      m_size(size),
      m_style(style)
{
    const double room = size.width() * mostForCores;
    const auto cores = static_cast<double>(instant.cores.size());
    m_coreWidth = coreWidth(names.longestName());
    m_hasLongNames = cores * (m_coreWidth + style.gap) <= room;
    if (!m_hasLongNames)
        m_coreWidth = coreWidth(ReplayWords::tr("core %1").arg(nameOfCore(10)));
    const double fitting = std::floor(room / (m_coreWidth + style.gap));
    m_shownCores = static_cast<std::size_t>(std::clamp(fitting, 1.0, cores));
    if (m_shownCores < instant.cores.size() && m_shownCores > 1)
        --m_shownCores;  // for the count of those that have no room
}

double Builder::coreWidth(const QString& longest) const
{
    const double text = std::max(textWidth(m_style.strong, longest),
                                 textWidth(m_style.strong, ReplayWords::tr("idle")));
    return std::ceil(text) + 2 * ChipRow::padding(m_style) + 2 * m_style.gap;
}

InstantBox Builder::nextBox(double width, const QString& caption)
{
    InstantBox box;
    box.rect = QRectF(m_left, 0, width, m_size.height());
    const double line = std::ceil(pixelSizeOf(m_style.small) * 1.3);
    box.captionRect = QRectF(m_left + m_style.gap / 2, 3 * m_style.unit, width - m_style.gap, line);
    box.caption = elidedText(m_style.small, caption, Qt::ElideRight, box.captionRect.width());
    m_left += width + m_style.gap;
    return box;
}

void Builder::addCores()
{
    std::size_t nextRunning = 0;
    for (std::size_t i = 0; i < m_shownCores; ++i)
        addCore(shownCore(m_instant, i, nextRunning));
    const std::size_t more = m_instant.cores.size() - m_shownCores;
    if (more == 0)
        return;
    InstantBox box = nextBox(m_coreWidth, ReplayWords::tr("cores"));
    ChipRow row(box, m_style);
    row.addPlain(moreText(more));
    m_picture.push_back(std::move(box));
}

void Builder::addCore(const CoreAt& core)
{
    InstantBox box = nextBox(m_coreWidth, coreCaption(core));
    ChipRow row(box, m_style);
    if (core.use == CoreUse::Running)
        row.addFilling(m_hasLongNames ? m_names.nameOf(core.work) : m_names.shortNameOf(core.work),
                       m_names.hueOf(core.work));
    else
        row.addPlain(core.use == CoreUse::Idle ? ReplayWords::tr("idle") : QStringLiteral("?"));
    m_picture.push_back(std::move(box));
}

void Builder::addReady()
{
    InstantBox box = nextBox(restWidth() * readyShare, ReplayWords::tr("ready queue"));
    ChipRow row(box, m_style);
    for (const WaitingAt& waiting : m_instant.ready)
        row.add(m_names.shortNameOf(waiting.work), m_names.hueOf(waiting.work));
    row.finish();
    m_picture.push_back(std::move(box));
}

void Builder::addBlocked()
{
    InstantBox box = nextBox(restWidth(), ReplayWords::tr("blocked"));
    ChipRow row(box, m_style);
    const auto& blocked = m_instant.blocked;
    for (std::size_t i = 0; i < blocked.size(); ++i) {
        row.add(m_names.shortNameOf(blocked[i].work), m_names.hueOf(blocked[i].work));
        if (i + 1 == blocked.size() || blocked[i + 1].reason != blocked[i].reason)
            row.addReason(reasonText(blocked[i].reason), stateOf(blocked[i].reason));
    }
    for (const WorkAt& work : m_instant.notKnown)
        row.add(m_names.shortNameOf(work), m_names.hueOf(work));
    if (!m_instant.notKnown.empty())
        row.addReason(ReplayWords::tr("not known"), WorkState::Unseen);
    row.finish();
    m_picture.push_back(std::move(box));
}

}  // namespace

InstantPicture pictureOf(const Instant& instant, const WorkNames& names, QSizeF size,
                         const TimelineStyle& style)
{
    Builder builder(instant, names, size, style);
    builder.addCores();
    builder.addReady();
    builder.addBlocked();
    return builder.take();
}
