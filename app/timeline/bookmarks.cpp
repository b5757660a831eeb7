#include "app/timeline/bookmarks.h"

#include "core/model/limits.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

QString Bookmarks::noteOf(std::size_t at) const
{
    return QString::fromStdString(m_all[at].note);
}

void Bookmarks::set(std::vector<Bookmark> bookmarks)
{
    if (bookmarks == m_all)
        return;
    m_all = std::move(bookmarks);
    Q_EMIT changed();
}

std::optional<std::size_t> Bookmarks::add(RunId run, Nanoseconds t)
{
    t = std::clamp(t, Nanoseconds{}, limits::longestRun);
    const auto same = std::ranges::find_if(
        m_all, [&](const Bookmark& each) { return each.run == run && each.time == t; });
    if (same != m_all.end())
        return static_cast<std::size_t>(same - m_all.begin());
    if (m_all.size() >= limits::maxBookmarks)
        return {};
    m_all.push_back({run, t});
    announceEdit();
    return m_all.size() - 1;
}

void Bookmarks::setNote(std::size_t at, const QString& note)
{
    const std::string text =
        note.left(static_cast<qsizetype>(limits::maxBookmarkNote)).trimmed().toStdString();
    if (std::exchange(m_all[at].note, text) != text)
        announceEdit();
}

void Bookmarks::remove(std::size_t at)
{
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(at));
    announceEdit();
}

std::optional<std::size_t> Bookmarks::nearest(RunId run, Nanoseconds t, Nanoseconds tolerance) const
{
    const auto distance = [&](std::size_t at) {
        return std::tuple(m_all[at].run != run, std::chrono::abs(m_all[at].time - t));
    };
    std::optional<std::size_t> best;
    for (std::size_t at = 0; at < m_all.size(); ++at) {
        if (std::chrono::abs(m_all[at].time - t) <= tolerance &&
            (!best || distance(at) < distance(*best)))
            best = at;
    }
    return best;
}

std::vector<std::size_t> Bookmarks::inOrder() const
{
    std::vector<std::size_t> order(m_all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, {}, [this](std::size_t at) { return std::tuple(m_all[at].time, m_all[at].run); });
    return order;
}

std::optional<std::size_t> Bookmarks::next(std::size_t from, Direction direction) const
{
    const std::vector<std::size_t> order = inOrder();
    const auto at = std::ranges::find(order, from);
    if (at == order.end())
        return {};
    const auto place = static_cast<std::size_t>(at - order.begin());
    const std::size_t step = direction == Direction::Forward ? 1 : order.size() - 1;
    return order[(place + step) % order.size()];
}

std::optional<std::size_t> Bookmarks::next(Nanoseconds t, Direction direction) const
{
    const std::vector<std::size_t> order = inOrder();
    if (order.empty())
        return {};
    const auto timeOf = [this](std::size_t at) { return m_all[at].time; };
    if (direction == Direction::Forward) {
        const auto after = std::ranges::upper_bound(order, t, {}, timeOf);
        return after == order.end() ? order.front() : *after;
    }
    const auto from = std::ranges::lower_bound(order, t, {}, timeOf);
    return from == order.begin() ? order.back() : *std::prev(from);
}

void Bookmarks::announceEdit()
{
    Q_EMIT changed();
    Q_EMIT edited();
}
