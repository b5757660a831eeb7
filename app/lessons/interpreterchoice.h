#pragma once

#include "core/lesson/interpreter.h"

#include <QObject>

#include <optional>

class QProcess;
class QSettings;

/// Which Python runs the programs of lessons: the usual one, or one that the user has chosen, which
/// is remembered. It is asked about itself without anybody waiting.
class InterpreterChoice : public QObject {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives this object. Asks at once.
    explicit InterpreterChoice(QSettings& memory, QObject* parent = nullptr);
    ~InterpreterChoice() override;

    /// Nothing while it is asked, or where there is none.
    [[nodiscard]] const std::optional<lesson::Interpreter>& interpreter() const noexcept
    {
        return m_interpreter;
    }
    /// "Python 3.11.2 with the interpreter lock (/usr/bin/python3)"
    [[nodiscard]] QString text() const;

    /// Takes that program if it is a Python; else what there was stays, and `refused` says why.
    void choose(const QString& program);

Q_SIGNALS:
    void changed();
    void refused(const QString& why);

private:
    void ask(const QString& program);
    void take(const QString& program, const QByteArray& answer);
    void fail(const QString& why);

    QSettings& m_memory;
    QProcess* m_asking = nullptr;
    qint64 m_group = 0;       ///< of processes, which it leads
    bool m_isChosen = false;  ///< by the user, just now
    std::optional<lesson::Interpreter> m_interpreter;
};
