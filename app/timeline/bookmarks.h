#pragma once

#include "app/timeline/hit.h"
#include "core/model/recording.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

/// The bookmarks of what is shown.
class Bookmarks : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<Bookmark>& all() const noexcept { return m_all; }
    [[nodiscard]] QString noteOf(std::size_t at) const;

    /// Shows those of a recording. Emits no `edited`.
    void set(std::vector<Bookmark> bookmarks);
    /// Marks time `t` of a run. Returns the place of the bookmark in all(), also where there was
    /// one already; nothing where there can be no more.
    std::optional<std::size_t> add(RunId run, Nanoseconds t);
    /// A note that is too long is cut.
    void setNote(std::size_t at, const QString& note);
    void remove(std::size_t at);

    /// The one nearest to `t` within `tolerance`, of `run` if there is one.
    [[nodiscard]] std::optional<std::size_t> nearest(RunId run, Nanoseconds t,
                                                     Nanoseconds tolerance) const;
    /// The one that follows `from` in time, or comes before it; of several at one time, those of
    /// earlier runs come first. After the last comes the first.
    [[nodiscard]] std::optional<std::size_t> next(std::size_t from, Direction direction) const;
    /// The one that follows time `t`, or comes before it.
    [[nodiscard]] std::optional<std::size_t> next(Nanoseconds t, Direction direction) const;

Q_SIGNALS:
    void changed();
    void edited();  ///< by the user

private:
    [[nodiscard]] std::vector<std::size_t> inOrder() const;
    void announceEdit();

    std::vector<Bookmark> m_all;
};
