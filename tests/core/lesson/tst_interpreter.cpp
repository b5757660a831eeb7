#include "core/lesson/interpreter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestInterpreter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void wrongAnswers_data();
    void wrongAnswers();
    void theOneThatIsThere();
    void programThatIsNotThere();
    void whatItStartedEndsWithIt();
};

void TestInterpreter::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("hasLock");
    QTest::newRow("usual") << QByteArray("python 3.11.2 1 /usr/bin/my python\n")
                           << QStringLiteral("3.11.2") << true;
    QTest::newRow("free-threaded") << QByteArray("python 3.14.0 0 /usr/bin/my python\r\n")
                                   << QStringLiteral("3.14.0") << false;
}

void TestInterpreter::answers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, version);
    QFETCH(const bool, hasLock);
    const auto interpreter = lesson::interpreterFrom(QStringLiteral("/a/python"), answer);
    QVERIFY(interpreter);
    QCOMPARE(interpreter->program, QStringLiteral("/usr/bin/my python"));
    QCOMPARE(interpreter->version, version);
    QCOMPARE(interpreter->hasLock, hasLock);
}

void TestInterpreter::wrongAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other words") << QByteArray("perl 5 1");
    QTest::newRow("no number") << QByteArray("python 3.11.2 yes /usr/bin/python");
    QTest::newRow("no path") << QByteArray("python 3.11.2 1");
    QTest::newRow("more lines") << QByteArray("python 3.11.2 1 /a\nb");
}

void TestInterpreter::wrongAnswers()
{
    QFETCH(const QByteArray, answer);
    const auto interpreter = lesson::interpreterFrom(QStringLiteral("/a/b"), answer);
    QVERIFY(!interpreter);
    QCOMPARE(interpreter.error().message,
             "/a/b answered “" + answer.toStdString() + "”; expected a Python interpreter");
}

void TestInterpreter::theOneThatIsThere()
{
    const QString program = lesson::usualInterpreter();
    if (program.isEmpty())
        QSKIP("there is no Python");
    const auto interpreter = lesson::askInterpreter(program);
    QVERIFY2(interpreter, interpreter ? "" : interpreter.error().message.c_str());
    QVERIFY(interpreter->version.startsWith(QLatin1String("3.")));
}

void TestInterpreter::programThatIsNotThere()
{
    const auto interpreter = lesson::askInterpreter(QStringLiteral("/nowhere/python"));
    QVERIFY(!interpreter);
    QVERIFY(interpreter.error().message.starts_with("/nowhere/python could not be started: "));
}

void TestInterpreter::whatItStartedEndsWithIt()
{
    const QTemporaryDir folder;
    const QString script = folder.filePath(QStringLiteral("python"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nsleep 600 &\necho $! > \"$0.left\"\necho no\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!lesson::askInterpreter(script));
    QFile left(script + QStringLiteral(".left"));
    QVERIFY(left.open(QIODevice::ReadOnly));
    const int pid = left.readAll().trimmed().toInt();
    QVERIFY(pid > 1);
    const auto commandLine = [pid] {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
        return line.open(QIODevice::ReadOnly) ? line.readAll() : QByteArray();
    };
    QTRY_COMPARE(commandLine(), QByteArray());
}

QTEST_GUILESS_MAIN(TestInterpreter)
#include "tst_interpreter.moc"
