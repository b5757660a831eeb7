#include "app/lessons/lessonshelf.h"

#include "tests/app/lessons/samplelessons.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLessonShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWhatCameWithTheProgram();
    void sorts();
    void oneBadFileStopsNothing();
    void refusesNamesakes();
    void needsNoFolder();
    void addsAFile();
    void addsNoFileTwice();
    void refusesWhatIsNoLesson_data();
    void refusesWhatIsNoLesson();
    void remembersWhatWasAdded();
    void forgetsWhatIsGone();
    void readsAgainOnSave_data();
    void readsAgainOnSave();
    void readsAFileThatIsReplaced();
    void findsNewAndLosesOld();
    void findsTheOwnFolderOnceItIsThere();
    void seesThatAMissingFileIsThereNow();
    void readsOnlyWhatHasChanged();
    void isQuietWhereNothingChanged();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void createShelf()
    {
        m_shelf = std::make_unique<LessonShelf>(LessonFolders{path(u"shipped"_s), path(u"own"_s)},
                                                *m_memory);
    }
    void write(const QString& name, const QByteArray& text) { writeFile(path(name), text); }

    /// "waits (own), b.md: 2", with what is wrong counted
    [[nodiscard]] QString shown() const;
    void tryShown(const QString& text) const { QTRY_COMPARE(shown(), text); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<LessonShelf> m_shelf;
};

void TestLessonShelf::init()
{
    m_shelf.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory = std::make_unique<QSettings>(path(u"memory.ini"_s), QSettings::IniFormat);
    QVERIFY(QDir().mkpath(path(u"shipped"_s)));
    QVERIFY(QDir().mkpath(path(u"own"_s)));
}

QString TestLessonShelf::shown() const
{
    static const std::map<LessonShelf::Origin, QString> names{
        {LessonShelf::Origin::Shipped, u""_s},
        {LessonShelf::Origin::Own, u" (own)"_s},
        {LessonShelf::Origin::Dropped, u" (dropped)"_s}};
    QStringList all;
    for (const LessonShelf::Entry& entry : m_shelf->entries()) {
        const QString what = entry.read.lesson ? QString::fromStdString(entry.read.lesson->name)
                                               : QFileInfo(entry.path).fileName() + u": "_s +
                                                     QString::number(entry.read.problems.size());
        all << what + names.at(entry.origin);
    }
    return all.join(u", "_s);
}

void TestLessonShelf::findsWhatCameWithTheProgram()
{
    LessonShelf shelf(usualLessonFolders(), *m_memory);
    QCOMPARE(shelf.problems(), QStringList());
    QVERIFY(shelf.named("what-a-clock-sees"));
    QCOMPARE(shelf.entries().front().read.lesson->name, "what-a-clock-sees");
    QVERIFY(!shelf.named("no-such-lesson"));
}

void TestLessonShelf::sorts()
{
    write(u"shipped/a.md"_s, lessonText("second", "2", 2));
    write(u"shipped/b.md"_s, lessonText("first", "1", 1));
    write(u"shipped/README.md"_s, "no lesson");
    write(u"shipped/c.md"_s, lessonText("last", "L").replace("order: 1\n", ""));
    write(u"own/a.md"_s, lessonText("mine", "M", 1));
    createShelf();
    QCOMPARE(shown(), u"first, second, last, mine (own)"_s);
    QCOMPARE(m_shelf->find(path(u"own/../own/a.md"_s)), &m_shelf->entries().back());
    QCOMPARE(m_shelf->named("mine"), &m_shelf->entries().back());
    QVERIFY(!m_shelf->find(path(u"own/b.md"_s)));
}

void TestLessonShelf::oneBadFileStopsNothing()
{
    write(u"shipped/a.md"_s, "\xFF\xFE");
    write(u"shipped/b.md"_s, "");
    write(u"shipped/c.md"_s, lessonText());
    write(u"own/bomb.md"_s, "---\na: &a [x]\nb: *a\n---\n");
    QVERIFY(QDir().mkpath(path(u"own/folder.md"_s)));
    createShelf();
    QVERIFY(shown().startsWith(u"waits, a.md: "_s));
    QCOMPARE(m_shelf->entries().size(), std::size_t(5));
    for (const LessonShelf::Entry& entry : m_shelf->entries())
        QVERIFY(entry.read.lesson.has_value() == entry.read.problems.empty());
}

void TestLessonShelf::refusesNamesakes()
{
    write(u"shipped/a.md"_s, lessonText());
    write(u"own/b.md"_s, lessonText());
    createShelf();
    QCOMPARE(shown(), u"waits, b.md: 1 (own)"_s);
    const lesson::Problem& problem = m_shelf->find(path(u"own/b.md"_s))->read.problems.front();
    QVERIFY(QString::fromStdString(problem.found).contains(path(u"shipped/a.md"_s)));
    QVERIFY(QFile::remove(path(u"shipped/a.md"_s)));
    tryShown(u"waits (own)"_s);
}

void TestLessonShelf::needsNoFolder()
{
    LessonShelf shelf({{}, path(u"none/lessons"_s)}, *m_memory);
    QVERIFY(shelf.entries().empty());
    QCOMPARE(shelf.problems().size(), 1);
    QVERIFY(!QFileInfo::exists(path(u"none"_s)));
    const auto made = shelf.makeOwnFolder();
    QVERIFY(made);
    QVERIFY(QFileInfo(*made).isDir());

    write(u"file"_s, "");
    LessonShelf other({path(u"gone"_s), path(u"file/lessons"_s)}, *m_memory);
    QCOMPARE(other.problems().size(), 1);
    QVERIFY(other.problems()[0].contains(path(u"gone"_s)));
    QVERIFY(!other.makeOwnFolder());
}

void TestLessonShelf::addsAFile()
{
    createShelf();
    write(u"somewhere.md"_s, lessonText());
    QSignalSpy changed(m_shelf.get(), &LessonShelf::changed);
    QVERIFY(m_shelf->add(path(u"somewhere.md"_s)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown(), u"waits (dropped)"_s);
    QVERIFY(m_shelf->find(path(u"somewhere.md"_s)));
}

void TestLessonShelf::addsNoFileTwice()
{
    write(u"own/a.md"_s, lessonText());
    createShelf();
    QVERIFY(m_shelf->add(path(u"own/a.md"_s)));
    QVERIFY(QFile::link(path(u"own/a.md"_s), path(u"link.md"_s)));
    QVERIFY(m_shelf->add(path(u"link.md"_s)));
    QCOMPARE(shown(), u"waits (own)"_s);
}

void TestLessonShelf::refusesWhatIsNoLesson_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("not there") << u"none.md"_s;
    QTest::newRow("a folder") << u"own"_s;
    QTest::newRow("another kind of file") << u"memory.txt"_s;
}

void TestLessonShelf::refusesWhatIsNoLesson()
{
    QFETCH(QString, name);
    write(u"memory.txt"_s, lessonText());
    createShelf();
    const auto added = m_shelf->add(path(name));
    QVERIFY(!added);
    QVERIFY(QString::fromStdString(added.error().message).contains(path(name)));
    QVERIFY(m_shelf->entries().empty());
}

void TestLessonShelf::remembersWhatWasAdded()
{
    createShelf();
    write(u"a.md"_s, lessonText());
    write(u"b.md"_s, "broken");
    QVERIFY(m_shelf->add(path(u"a.md"_s)));
    QVERIFY(m_shelf->add(path(u"b.md"_s)));
    createShelf();
    QVERIFY(shown().startsWith(u"waits (dropped), b.md: "_s));
}

void TestLessonShelf::forgetsWhatIsGone()
{
    createShelf();
    write(u"a.md"_s, lessonText());
    QVERIFY(m_shelf->add(path(u"a.md"_s)));
    QVERIFY(QFile::remove(path(u"a.md"_s)));
    tryShown(QString());
    write(u"a.md"_s, lessonText());  // an editor has put it back
    tryShown(u"waits (dropped)"_s);

    QVERIFY(QFile::remove(path(u"a.md"_s)));
    createShelf();
    write(u"a.md"_s, lessonText());
    m_shelf->refresh();
    QCOMPARE(shown(), QString());
}

void TestLessonShelf::readsAgainOnSave_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("longer") << QByteArray("waits-longer");
    QTest::newRow("of the same size") << QByteArray("waiTs");
}

void TestLessonShelf::readsAgainOnSave()
{
    QFETCH(QByteArray, name);
    write(u"own/a.md"_s, lessonText());
    createShelf();
    QSignalSpy changed(m_shelf.get(), &LessonShelf::changed);
    write(u"own/a.md"_s, lessonText(name));
    tryShown(QString::fromLatin1(name) + u" (own)"_s);
    write(u"own/a.md"_s, "broken");
    QTRY_VERIFY(shown().startsWith(u"a.md: "_s));
    write(u"own/a.md"_s, lessonText("well"));
    tryShown(u"well (own)"_s);
    QCOMPARE(changed.size(), 3);
}

void TestLessonShelf::readsAFileThatIsReplaced()
{
    write(u"own/a.md"_s, lessonText());
    createShelf();
    for (const QByteArray name : {"other", "third"}) {
        write(u"own/a.md~"_s, lessonText(name));
        QVERIFY(QFile::remove(path(u"own/a.md"_s)));
        QVERIFY(QFile::rename(path(u"own/a.md~"_s), path(u"own/a.md"_s)));
        tryShown(QString::fromLatin1(name) + u" (own)"_s);
    }
}

void TestLessonShelf::findsNewAndLosesOld()
{
    write(u"own/a.md"_s, lessonText());
    createShelf();
    write(u"own/b.md"_s, lessonText("b"));
    tryShown(u"waits (own), b (own)"_s);
    QVERIFY(QFile::remove(path(u"own/a.md"_s)));
    tryShown(u"b (own)"_s);
}

void TestLessonShelf::findsTheOwnFolderOnceItIsThere()
{
    QVERIFY(QDir().rmdir(path(u"own"_s)));
    createShelf();
    QVERIFY(QDir().mkpath(path(u"own"_s)));
    write(u"own/a.md"_s, lessonText());
    tryShown(u"waits (own)"_s);
}

void TestLessonShelf::seesThatAMissingFileIsThereNow()
{
    write(u"own/a.md"_s, lessonText() + "```{picture}\nfile: a.png\nalt: An a\n```\n");
    createShelf();
    QCOMPARE(shown(), u"a.md: 1 (own)"_s);
    write(u"own/a.png"_s, "picture");
    tryShown(u"waits (own)"_s);
}

void TestLessonShelf::readsOnlyWhatHasChanged()
{
    for (int i = 0; i < 10; ++i)
        write(u"own/%1.md"_s.arg(i), lessonText("waits-" + QByteArray::number(i)));
    createShelf();
    QCOMPARE(m_shelf->cache().filesRead(), 10);
    m_shelf->refresh();
    QCOMPARE(m_shelf->cache().filesRead(), 10);
    write(u"own/3.md"_s, lessonText("changed"));
    QTRY_VERIFY(m_shelf->named("changed"));
    QCOMPARE(m_shelf->cache().filesRead(), 11);
}

void TestLessonShelf::isQuietWhereNothingChanged()
{
    write(u"own/a.md"_s, lessonText());
    write(u"own/broken.md"_s, "broken");
    createShelf();
    QSignalSpy changed(m_shelf.get(), &LessonShelf::changed);
    m_shelf->refresh();
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(TestLessonShelf)
#include "tst_lessonshelf.moc"
