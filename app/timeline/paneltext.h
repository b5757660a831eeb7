#pragma once

#include "core/analysis/verdict.h"
#include "core/model/recording.h"

#include <QString>
#include <QStringList>

#include <optional>

/// Whether what is shown still grows.
enum class Feed {
    Live,   ///< a run that has not ended goes on
    Ended,  ///< a run that has not ended was cut off
};

/// The words of one panel.
struct PanelText {
    QString title;
    QString sentence;
    QString problem;  ///< why the run did not end well, and the exit status; empty otherwise
    QString deadlock;  ///< "deadlock: 1 → 2 → 1", while it stands and after; empty if there is none
    QStringList findings;  ///< what the work came to
    QString headline;      ///< the one of them that has to be seen at once; may be empty
    QString verdict;
    QString detail;  ///< what the verdict rests on
    QString wall;
    QString factor;  ///< the speedup; empty where it is not known
    QString hint;    ///< what there is no room for: efficiency, evidence, what was lost or taken
    QString description;  ///< all of it in one sentence, for screen readers
    bool isRunning = false;
    /// All that went wrong, in one line.
    [[nodiscard]] QString alarm() const;
    bool operator==(const PanelText&) const = default;
};

/// `judgement` is that of the run, once it has ended.
[[nodiscard]] PanelText textOf(const Comparison& comparison, std::size_t run,
                               const std::optional<Judgement>& judgement, Feed feed);

/// "Concurrent, not parallel"
[[nodiscard]] QString verdictText(Verdict verdict);

/// What a verdict counts.
enum class Subject { Tasks, Threads };

/// "4 in progress · 1 running", "4 threads in progress · 1 running"
[[nodiscard]] QString verdictDetail(const Judgement& judgement, Subject subject = Subject::Tasks);
