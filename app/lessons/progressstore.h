#pragma once

#include "app/lessons/lessonprogress.h"
#include "core/model/result.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Keeps how far somebody came in each lesson, in a folder of its own: "NAME.json" for each lesson,
/// and "NAME.EXPERIMENT.coreogram" for each experiment that was run. What cannot be read, or is of
/// a later version, is put aside under a name that tells so, and nothing is ever written over it.
class ProgressStore : public QObject {
    Q_OBJECT

public:
    /// `folder` is made when something is kept in it.
    explicit ProgressStore(QString folder, QObject* parent = nullptr);

    /// Empty where nothing is kept of the lesson, or nothing that can be read, which `warned`
    /// tells.
    [[nodiscard]] LessonProgress progressOf(const lesson::Lesson& lesson);

    /// Keeps all but the recordings, which are kept when they are made. Notes the time, and that
    /// the lesson is begun. The error names the file and why; it is as it was then.
    [[nodiscard]] Result<void> keep(const lesson::Lesson& lesson, LessonProgress progress);

    /// Keeps a copy of the comparison's stream at `streamPath` in place of an earlier one of the
    /// same experiment. The error names the file and why.
    [[nodiscard]] Result<void> keepRecording(const lesson::Lesson& lesson,
                                             std::string_view experiment,
                                             const QString& streamPath);

    /// Moves what is kept of the lesson of that name aside, as if it had not been begun.
    [[nodiscard]] Result<void> reset(const std::string& name);

    /// Puts back what reset() moved aside last; what came since then is moved aside in its turn.
    [[nodiscard]] Result<void> undoReset(const std::string& name);
    [[nodiscard]] bool canUndoReset(const std::string& name) const;

    /// Where the recording of that experiment is kept, or would be.
    [[nodiscard]] QString recordingOf(std::string_view name, std::string_view experiment) const;

    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }

Q_SIGNALS:
    void changed(const QString& name);    ///< of the lesson
    void warned(const QString& message);  ///< something could not be read, and where it is now

private:
    [[nodiscard]] QString fileOf(std::string_view name) const;
    [[nodiscard]] QJsonObject keptOf(const std::string& name);
    [[nodiscard]] Result<void> write(const std::string& name, const QJsonObject& kept);

    QString m_folder;
    std::set<std::string> m_stuck;  ///< lessons whose file can neither be read nor put aside
};

/// In the user's data folder.
[[nodiscard]] QString usualProgressFolder();
