#pragma once

#include "app/lab/labsettings.h"

#include <QObject>
#include <QUndoStack>

class QSettings;

/// The Lab's settings as they are now, with undo. Consecutive edits of one number are one step.
class LabHistory : public QObject {
    Q_OBJECT

public:
    explicit LabHistory(int machineCores, QObject* parent = nullptr);

    [[nodiscard]] const LabSettings& settings() const noexcept { return m_settings; }
    [[nodiscard]] int machineCores() const noexcept { return m_machineCores; }
    [[nodiscard]] QUndoStack& undoStack() noexcept { return m_undoStack; }

    void choosePreset(Mode preset);
    void editPlan(LabControl control, const Plan& plan);
    void editExperiment(LabControl control, const Experiment& experiment);

    /// What was edited until now stays a step of its own.
    void closeStep() noexcept { ++m_epoch; }

    /// Why the list of addresses cannot be read; empty if it can, or if there is none.
    [[nodiscard]] QString addressProblem() const { return m_addressProblem; }

    /// Why the settings cannot be run; empty if they can.
    [[nodiscard]] QString problem() const;

    /// Reads the list of addresses again, which others may have changed. Is no step.
    void recheckAddresses();

    /// Takes over settings from elsewhere, such as an earlier session. Cannot be undone.
    void restore(const LabSettings& settings);

Q_SIGNALS:
    void settingsChanged(const LabSettings& settings);

private:
    friend class LabEdit;

    void edit(LabControl control, const LabSettings& next);
    void apply(const LabSettings& settings);

    const int m_machineCores;
    LabSettings m_settings;
    QString m_addressProblem;
    QUndoStack m_undoStack;
    int m_epoch = 0;
};
