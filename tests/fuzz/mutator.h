#pragma once

#include "core/model/frame.h"

#include <QByteArray>

#include <cstdint>
#include <random>
#include <vector>

/// Changes streams at random; the same seed, the same changes.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : m_random(seed) {}

    /// From 0 to `most`.
    [[nodiscard]] std::size_t upTo(std::size_t most) { return m_random() % (most + 1); }

    /// A few frames dropped, doubled, exchanged or with other events: mostly readable streams.
    void changeFrames(std::vector<Frame>& frames);

    /// A few bytes flipped, cut out, doubled or overwritten: mostly unreadable ones.
    void changeBytes(QByteArray& bytes);

private:
    void changeFrame(std::vector<Frame>& frames);
    void changeEvent(Event& event);
    void changeByte(QByteArray& bytes);
    [[nodiscard]] std::int64_t oddNumber();

    std::mt19937 m_random;
};
