#include "app/observe/programline.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestProgramLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsLines_data();
    void splitsLines();
    void namesTheUsersFolder();
    void refusesLines_data();
    void refusesLines();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void takesFiles_data();
    void takesFiles();
};

void TestProgramLine::splitsLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");  // joined by |
    const auto row = [](const char* name, const char* line, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("one word", "ls", "ls");
    row("blanks", "  python3\t x.py  ", "python3|x.py");
    row("double quotes", "run \"a b\" c", "run|a b|c");
    row("single quotes", "python3 -c 'print(\"x\\n\")'", "python3|-c|print(\"x\\n\")");
    row("quotes within a word", "--name='a b'c", "--name=a bc");
    row("an empty word", "run '' \"\"", "run||");
    row("a backslash", R"(a\ b \" \\)", R"(a b|"|\)");
    row("a backslash between double quotes", R"("a\"b\\c\d")", R"(a"b\c\d)");
    row("a backslash between single quotes", R"('a\' b)", R"(a\|b)");
    row("a backslash at the end", R"(a \)", R"(a|\)");
    row("no shell", "a | b > $HOME & *", "a|||b|>|$HOME|&|*");
    row("a tilde that is no folder", "a~/b '~/x' ~", "a~/b|~/x|~");
}

void TestProgramLine::splitsLines()
{
    QFETCH(const QString, line);
    QFETCH(const QString, words);
    const auto split = wordsOf(line);
    QVERIFY2(split, split ? "" : split.error().message.c_str());
    QCOMPARE(split->join(u'|'), words);
}

void TestProgramLine::namesTheUsersFolder()
{
    const auto words = wordsOf(QStringLiteral("python3 ~/x.py"));
    QVERIFY(words);
    QCOMPARE(words->at(1), QDir::home().filePath(QStringLiteral("x.py")));
}

void TestProgramLine::refusesLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QString() << QStringLiteral("Name the program");
    QTest::newRow("blank") << QStringLiteral(" \t") << QStringLiteral("Name the program");
    QTest::newRow("an open \"") << QStringLiteral("a \"b c") << QStringLiteral("\" is not closed");
    QTest::newRow("an open '") << QStringLiteral("a 'b \" c") << QStringLiteral("' is not closed");
}

void TestProgramLine::refusesLines()
{
    QFETCH(const QString, line);
    QFETCH(const QString, message);
    const auto split = wordsOf(line);
    QVERIFY(!split);
    const QString said = QString::fromStdString(split.error().message);
    QVERIFY2(said.contains(message), qPrintable(said));
}

void TestProgramLine::writesWhatItReads_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(words).split(u'|');
    };
    row("plain", "python3|x.py");
    row("blanks", "/a b/c d|e f");
    row("quotes", "a\"b|c'd|\"|'");
    row("backslashes", R"(a\b|\|\"|c\ d)");
    row("an empty word", "a||b");
    row("a tilde", "a|~/b|~");
}

void TestProgramLine::writesWhatItReads()
{
    QFETCH(const QStringList, words);
    const auto read = wordsOf(lineOf(words));
    QVERIFY(read);
    QCOMPARE(*read, words);
}

void TestProgramLine::takesFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isExecutable");
    QTest::addColumn<QString>("line");   // with FOLDER; empty where the file is refused
    QTest::addColumn<QString>("error");  // a part of it
    const auto row = [](const char* name, bool isExecutable, const char* line, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(name) << isExecutable << QString::fromUtf8(line)
                            << QString::fromUtf8(error);
    };
    row("x.py", false, "python3 FOLDER/x.py", "");
    row("my script.PY", true, "python3 \"FOLDER/my script.PY\"", "");
    row("program", true, "FOLDER/program", "");
    row("a program", true, "\"FOLDER/a program\"", "");
    row("notes.txt", false, "", "notes.txt is not a program: it is not executable");
}

void TestProgramLine::takesFiles()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isExecutable);
    QFETCH(QString, line);
    QFETCH(const QString, error);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    auto permissions = QFile::ReadOwner | QFile::WriteOwner;
    if (isExecutable)
        permissions |= QFile::ExeOwner;
    QVERIFY(file.setPermissions(permissions));
    const auto taken = lineForFile(path);
    QCOMPARE(taken.has_value(), error.isEmpty());
    if (taken)
        QCOMPARE(*taken, line.replace(QStringLiteral("FOLDER"), folder.path()));
    else
        QVERIFY(QString::fromStdString(taken.error().message).contains(error));
    QVERIFY(!lineForFile(folder.path()));
    QVERIFY(!lineForFile(path + u'x'));
}

QTEST_GUILESS_MAIN(TestProgramLine)
#include "tst_programline.moc"
