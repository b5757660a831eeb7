#pragma once

#include "app/study/studysettings.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QSpinBox;

/// What a study tries: which kinds of worker, up to how many, how often each.
class SweepEditor : public QWidget {
    Q_OBJECT

public:
    explicit SweepEditor(QWidget* parent = nullptr);

    void setSettings(const StudySettings& settings);

    [[nodiscard]] std::vector<WorkerKind> kinds() const;
    [[nodiscard]] int maxWorkers() const;
    [[nodiscard]] int repeats() const;

Q_SIGNALS:
    void sweepEdited();  ///< by the user

private:
    void createKinds();
    void createNumbers();
    QSpinBox* addNumber(const char* name, int low, int high, const QString& title,
                        const QString& sentence);

    std::array<QCheckBox*, allWorkerKinds.size()> m_kinds{};  ///< in the order of WorkerKind
    QSpinBox* m_maxWorkers = nullptr;
    QSpinBox* m_repeats = nullptr;
};
