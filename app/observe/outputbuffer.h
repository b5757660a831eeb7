#pragma once

#include <QByteArray>

/// What a program printed since it was last asked for. Of more than can be shown it keeps the
/// beginning and the end, so that a program that never stops printing takes no more memory.
class OutputBuffer {
public:
    static constexpr qsizetype mostBytes = 32 * 1024;  ///< in one piece
    static constexpr qsizetype mostLines = 500;        ///< in one piece; each takes a view long

    struct Piece {
        QByteArray beginning;
        qint64 leftOut = 0;  ///< bytes between the two; 0 where all is in `beginning`
        QByteArray end;      ///< begins with a whole line where it has one
    };

    void add(const QByteArray& bytes);
    [[nodiscard]] bool isEmpty() const noexcept { return m_beginning.isEmpty(); }

    /// What there is, as far as it goes into one piece. Nothing is left then.
    [[nodiscard]] Piece take();

private:
    [[nodiscard]] qsizetype roomInBeginning(QByteArrayView bytes) const;
    void addToEnd(QByteArrayView bytes);

    QByteArray m_beginning;
    qsizetype m_lines = 0;  ///< in the beginning
    QByteArray m_end;
    qint64 m_dropped = 0;  ///< bytes between the two
};
