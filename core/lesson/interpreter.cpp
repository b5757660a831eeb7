#include "core/lesson/interpreter.h"

#include "core/observe/processtree.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace lesson {

namespace {

constexpr int patience = 10'000;  ///< ms
constexpr int longestQuote = 80;  ///< bytes of a wrong answer

Error wrong(const QString& program, const QString& what)
{
    return {program.toStdString() + " " + what.toStdString() + "; expected a Python interpreter"};
}

}  // namespace

QString usualInterpreter()
{
    const QString python3 = QStandardPaths::findExecutable(QStringLiteral("python3"));
    return python3.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("python")) : python3;
}

QStringList interpreterQuestion()
{
    return {QStringLiteral("-c"),
            QStringLiteral("import sys; print('python', '.'.join(map(str, sys.version_info[:3])), "
                           "int(getattr(sys, '_is_gil_enabled', lambda: True)()), "
                           "sys.executable)")};
}

Result<Interpreter> interpreterFrom(const QString& program, const QByteArray& answer)
{
    constexpr qsizetype counted = 3;  // what follows them is a path, which may have blanks
    const QByteArray line = answer.trimmed();
    const QList<QByteArray> words = line.split(' ');
    const bool isAnswer = words.size() > counted && words[0] == "python" &&
                          (words[2] == "0" || words[2] == "1") && !line.contains('\n');
    if (!isAnswer)
        return tl::unexpected(wrong(
            program,
            QStringLiteral("answered “%1”").arg(QString::fromUtf8(answer.left(longestQuote)))));
    const QByteArray executable = words.sliced(counted).join(' ');
    return Interpreter{QFile::decodeName(executable), QString::fromUtf8(words[1]), words[2] == "1"};
}

Result<Interpreter> askInterpreter(const QString& program)
{
    QProcess process;
    process.setChildProcessModifier(leadProcessGroup);
    process.start(program, interpreterQuestion());
    if (!process.waitForStarted(patience))
        return tl::unexpected(
            wrong(program, QStringLiteral("could not be started: %1").arg(process.errorString())));
    const qint64 group = process.processId();
    const bool hasAnswered = process.waitForFinished(patience);
    killProcessGroup(group);  // with all that it has started
    if (!hasAnswered) {
        process.waitForFinished();
        return tl::unexpected(
            wrong(program, QStringLiteral("did not answer in %1 s").arg(patience / 1000)));
    }
    return interpreterFrom(program, process.readAllStandardOutput());
}

}  // namespace lesson
