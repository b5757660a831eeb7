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

/// In the order in which they come first, so that each is said once.
std::vector<WaitReason> reasonsOf(const std::vector<WaitingAt>& blocked)
{
    std::vector<WaitReason> reasons;
    for (const WaitingAt& waiting : blocked) {
        if (std::ranges::find(reasons, waiting.reason) == reasons.end())
            reasons.push_back(waiting.reason);
    }
    return reasons;
}

double between(const TimelineStyle& style)
{
    return 6 * style.unit;
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
    m_hasLongNames = cores * (m_coreWidth + between(style)) <= room;
    if (!m_hasLongNames)
        m_coreWidth = coreWidth(ReplayWords::tr("core %1").arg(nameOfCore(10)));
    const double fitting = std::floor(room / (m_coreWidth + between(style)));
    m_shownCores = static_cast<std::size_t>(std::clamp(fitting, 1.0, cores));
    if (m_shownCores < instant.cores.size() && m_shownCores > 1)
        --m_shownCores;  // for the count of those that have no room
}

double Builder::coreWidth(const QString& longest) const
{
    QString widest = longest;
    for (QChar& letter : widest)
        letter = letter.isDigit() ? QLocale().toString(0).front() : letter;  // no digit is wider
    const double text = std::max(textWidth(m_style.strong, widest),
                                 textWidth(m_style.strong, ReplayWords::tr("idle")));
    const double slack = 2 * m_style.unit;
    return std::ceil(text) + slack + 2 * (ChipRow::padding(m_style) + ChipRow::margin(m_style));
}

InstantBox Builder::nextBox(double width, const QString& caption)
{
    InstantBox box;
    box.rect = QRectF(m_left, 0, width, m_size.height());
    const double line = std::ceil(pixelSizeOf(m_style.small) * 1.3);
    box.captionRect = QRectF(m_left + m_style.gap / 2, 3 * m_style.unit, width - m_style.gap, line);
    box.caption = elidedText(m_style.small, caption, Qt::ElideRight, box.captionRect.width());
    m_left += width + between(m_style);
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
    row.put(moreText(more));
    m_picture.push_back(std::move(box));
}

void Builder::addCore(const CoreAt& core)
{
    InstantBox box = nextBox(m_coreWidth, coreCaption(core));
    ChipRow row(box, m_style);
    if (core.use == CoreUse::Running) {
        const QString name = m_names.nameOf(core.work);
        const bool fits = m_hasLongNames && row.canFill(name);
        row.fill(fits ? name : m_names.shortNameOf(core.work), m_names.hueOf(core.work));
    } else {
        row.put(core.use == CoreUse::Idle ? ReplayWords::tr("idle") : QStringLiteral("?"));
    }
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
    const auto reasons = reasonsOf(m_instant.blocked);
    const bool isOne = reasons.size() == 1 && m_instant.notKnown.empty();
    InstantBox box =
        nextBox(restWidth(),
                isOne ? ReplayWords::tr("blocked: %1", "%1: lock").arg(reasonText(reasons.front()))
                      : ReplayWords::tr("blocked"));
    ChipRow row(box, m_style);
    for (const WaitReason reason : reasons) {
        for (const WaitingAt& waiting : m_instant.blocked) {
            if (waiting.reason == reason)
                row.add(m_names.shortNameOf(waiting.work), m_names.hueOf(waiting.work));
        }
        row.addReason(isOne ? QString() : reasonText(reason), stateOf(reason));
    }
    for (const WorkAt& work : m_instant.notKnown)
        row.add(m_names.shortNameOf(work), m_names.hueOf(work));
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
