#pragma once

#include <QFileInfoList>
#include <QString>

/// The folder in which the window keeps what it recorded last, whether anybody saves it or not.
class EarlierRuns {
public:
    static constexpr int most = 12;
    static constexpr qint64 mostBytes = 1'000'000'000;  ///< of all but the newest

    /// An empty name stands for no folder: nothing is kept.
    explicit EarlierRuns(QString folder) : m_folder(std::move(folder)) {}

    /// Makes room for one more recording and returns the path of its file, which is not there yet.
    /// Empty where nothing can be kept.
    [[nodiscard]] QString next() const;

    /// The newest first.
    [[nodiscard]] QFileInfoList all() const;

    /// When the run of a file of this folder began, in the user's words.
    [[nodiscard]] static QString titleOf(const QFileInfo& file);

private:
    void makeRoom() const;

    QString m_folder;
};
