#include "app/lessons/lessonlist.h"

#include "app/lessons/lessonlistmodel.h"
#include "app/lessons/lessonlistview.h"
#include "app/lessons/nextlesson.h"
#include "app/lessons/progressstore.h"
#include "app/theme/applytheme.h"
#include "app/theme/theme.h"
#include "tests/app/lessons/samplelessons.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Theme)

class TestLessonList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsLessonsBelowHeadings();
    void showsHowFarOneCame();
    void choosesByClick();
    void choosesByKeys();
    void returnOpensTheMarkedLesson();
    void goesOnWithWhatIsNotFinished();
    void skipsHeadings();
    void searches_data();
    void searches();
    void saysThatNothingWasFound();
    void saysThatThereIsNothing();
    void showsWhatIsWrong();
    void keepsItsPlace();
    void chooserIsToldAboutNothingUnreadable();
    void addsAFile();
    void opensTheFolder();
    void saysWhereTheFolderIs();
    void showsHostileTitlesAsText_data();
    void showsHostileTitlesAsText();
    void isDrawnInEachTheme_data();
    void isDrawnInEachTheme();
    void fitsItsColumn();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& text) const
    {
        writeFile(path(name), text);
        m_shelf->refresh();
    }
    void writeThree() const
    {
        write(u"shipped/a.md"_s, lessonText("first", "Taking turns", 1));
        write(u"shipped/b.md"_s, lessonText("second", "At the same time", 2));
        write(u"own/c.md"_s, lessonText("mine", "My own", 3));
    }
    [[nodiscard]] LessonListView& view() const { return *m_list->findChild<LessonListView*>(); }
    [[nodiscard]] QLineEdit& search() const { return *m_list->findChild<QLineEdit*>(); }
    [[nodiscard]] QPlainTextEdit& problems() const { return *m_list->findChild<QPlainTextEdit*>(); }
    [[nodiscard]] QLabel& nothing() const { return *m_list->findChild<QLabel*>(u"noLessons"_s); }
    [[nodiscard]] QModelIndex index(int row) const { return view().model()->index(row, 0); }
    [[nodiscard]] QString shown() const;
    void click(int row) const
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                          view().visualRect(index(row)).center());
    }
    void finish(std::string_view name) const
    {
        QVERIFY(m_store->keep(*m_shelf->named(name)->read.lesson,
                              {.step = 1, .finished = QDateTime::currentDateTime()}));
    }
    /// The name of the lesson that comes after that of the file, or at first.
    [[nodiscard]] QString next(const QString& file = {}) const
    {
        const QString from = file.isEmpty() ? QString() : path(file);
        return QFileInfo(lessonToGoOnWith(*m_shelf, *m_store, from)).completeBaseName();
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<LessonShelf> m_shelf;
    std::unique_ptr<ProgressStore> m_store;
    std::unique_ptr<LessonList> m_list;
};

void TestLessonList::init()
{
    m_list.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory = std::make_unique<QSettings>(path(u"memory.ini"_s), QSettings::IniFormat);
    QVERIFY(QDir().mkpath(path(u"shipped"_s)) && QDir().mkpath(path(u"own"_s)));
    m_shelf =
        std::make_unique<LessonShelf>(LessonFolders{path(u"shipped"_s), path(u"own"_s)}, *m_memory);
    m_store = std::make_unique<ProgressStore>(path(u"progress"_s));
    m_list = std::make_unique<LessonList>(*m_shelf, *m_store);
    m_list->resize(340, 700);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
}

QString TestLessonList::shown() const
{
    QStringList rows;
    for (int row = 0; row < view().model()->rowCount(); ++row)
        rows << index(row).data(Qt::AccessibleTextRole).toString();
    return rows.join(u"; "_s);
}

void TestLessonList::showsLessonsBelowHeadings()
{
    writeThree();
    write(u"own/d.md"_s, "broken");
    writeFile(path(u"dropped.md"_s), lessonText("dropped", "Given", 4));
    QVERIFY(m_shelf->add(path(u"dropped.md"_s)));
    QVERIFY2(
        shown().startsWith(u"1, Taking turns, 12 min; 2, At the same time, 12 min; Own lessons; "
                           "3, My own, 12 min; Added lessons; 4, Given, 12 min; Files that "
                           "cannot be read; d.md, Line 1: found "_s),
        qUtf8Printable(shown()));
    QVERIFY(nothing().isHidden());
}

void TestLessonList::showsHowFarOneCame()
{
    writeThree();
    const lesson::Lesson& first = *m_shelf->named("first")->read.lesson;
    const auto markOf = [&](int row) {
        return static_cast<LessonListModel::Mark>(
            index(row).data(LessonListModel::MarkRole).toInt());
    };
    QCOMPARE(markOf(0), LessonListModel::Mark::None);
    QVERIFY(m_store->keep(first, {.step = 1}));
    QCOMPARE(markOf(0), LessonListModel::Mark::Begun);
    QVERIFY(shown().startsWith(u"1, Taking turns, 12 min · step 2 of 2; "_s));
    QVERIFY(m_store->keep(first, {.step = 1, .finished = QDateTime::currentDateTime()}));
    QCOMPARE(markOf(0), LessonListModel::Mark::Finished);
    QVERIFY(shown().startsWith(u"1, Taking turns, 12 min · finished; "_s));
    QVERIFY(m_store->reset("first"));
    QCOMPARE(markOf(0), LessonListModel::Mark::None);
}

void TestLessonList::choosesByClick()
{
    writeThree();
    QSignalSpy chosen(m_list.get(), &LessonList::chosen);
    click(1);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), path(u"shipped/b.md"_s));
    click(2);  // the heading
    QCOMPARE(chosen.size(), 1);
}

void TestLessonList::choosesByKeys()
{
    writeThree();
    QSignalSpy chosen(m_list.get(), &LessonList::chosen);
    search().setFocus();
    press(Qt::Key_Down);
    QVERIFY(view().hasFocus());
    QCOMPARE(view().currentIndex().row(), 0);
    press(Qt::Key_Down);
    QCOMPARE(chosen.size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), path(u"shipped/b.md"_s));
}

void TestLessonList::returnOpensTheMarkedLesson()
{
    writeThree();
    QSignalSpy chosen(m_list.get(), &LessonList::chosen);
    m_list->setCurrent(path(u"shipped/b.md"_s));
    search().setFocus();
    press(Qt::Key_Return);
    QCOMPARE(chosen[0][0].toString(), path(u"shipped/b.md"_s));
    search().setText(u"turns"_s);
    press(Qt::Key_Return);
    QCOMPARE(chosen[1][0].toString(), path(u"shipped/a.md"_s));
}

void TestLessonList::goesOnWithWhatIsNotFinished()
{
    QCOMPARE(next(), QString());
    writeThree();
    QCOMPARE(next(), u"a"_s);
    QCOMPARE(next(u"shipped/b.md"_s), u"b"_s);  // which is not finished
    finish("second");
    QCOMPARE(next(u"shipped/b.md"_s), u"c"_s);
    finish("mine");
    QCOMPARE(next(u"shipped/b.md"_s), u"a"_s);
    finish("first");
    QCOMPARE(next(u"shipped/b.md"_s), u"c"_s);  // all are: then just the next
    QCOMPARE(next(u"own/c.md"_s), u"a"_s);
    QCOMPARE(next(), u"a"_s);
    write(u"shipped/a.md"_s, "no lesson");
    QCOMPARE(next(), u"b"_s);
}

void TestLessonList::skipsHeadings()
{
    writeThree();
    view().setFocus();
    view().setCurrentIndex(index(1));
    press(Qt::Key_Down);
    QCOMPARE(view().currentIndex().row(), 3);
    press(Qt::Key_Up);
    QCOMPARE(view().currentIndex().row(), 1);
}

void TestLessonList::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("title") << u"turns"_s << u"1, Taking turns, 12 min"_s;
    QTest::newRow("capitals") << u"TAKING"_s << u"1, Taking turns, 12 min"_s;
    QTest::newRow("two words") << u" time  the "_s << u"2, At the same time, 12 min"_s;
    QTest::newRow("name") << u"mine"_s << u"Own lessons; 3, My own, 12 min"_s;
    QTest::newRow("misconception and title")
        << u"work own"_s << u"Own lessons; 3, My own, 12 min"_s;
    QTest::newRow("outcome") << u"concurrent my"_s << u"Own lessons; 3, My own, 12 min"_s;
    QTest::newRow("nothing") << u"zebra"_s << QString();
}

void TestLessonList::searches()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    writeThree();
    QTest::keyClicks(&search(), text);
    QCOMPARE(shown(), found);
    QSignalSpy chosen(m_list.get(), &LessonList::chosen);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(chosen.size(), found.isEmpty() ? 0 : 1);
}

void TestLessonList::saysThatNothingWasFound()
{
    writeThree();
    QTest::keyClicks(&search(), u"<b>zebra</b>"_s);
    QVERIFY(nothing().isVisible());
    QCOMPARE(nothing().text(), u"No lesson has “<b>zebra</b>” in it."_s);
    QCOMPARE(nothing().textFormat(), Qt::PlainText);
    QVERIFY(!view().isVisible());
    search().clear();
    QVERIFY(!nothing().isVisible());
    QVERIFY(view().isVisible());
}

void TestLessonList::saysThatThereIsNothing()
{
    QVERIFY(nothing().isVisible());
    QCOMPARE(nothing().text(), u"Add a lesson, or put one into the folder of own lessons."_s);
    QVERIFY(QDir().rmdir(path(u"shipped"_s)));
    m_shelf->refresh();
    QVERIFY(nothing().text().contains(path(u"shipped"_s)));
    write(u"own/a.md"_s, lessonText());
    QVERIFY(nothing().isVisible());  // what came with the program is missed all the same
    QVERIFY(view().isVisible());
}

void TestLessonList::showsWhatIsWrong()
{
    QVERIFY(problems().isHidden());
    QByteArray wrong = lessonText();
    wrong.replace("tasks: 2", "taks: 2").replace("order: 1", "order: x");
    write(u"own/d.md"_s, wrong);
    write(u"own/e.md"_s, lessonText());
    click(3);
    QVERIFY(problems().isVisible());
    const QStringList lines = problems().toPlainText().split(u'\n');
    QVERIFY(lines.size() >= 2);
    QVERIFY2(lines[0].startsWith(u"d.md:4:"_s), qUtf8Printable(lines[0]));
    QVERIFY(problems().toPlainText().contains(u"“taks”"_s));
    problems().setFocus();
    press(Qt::Key_End);
    QTest::keyClick(&problems(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(problems().textCursor().hasSelection());
    QVERIFY(problems().isReadOnly());
    click(1);
    QVERIFY(problems().isHidden());
    click(3);
    write(u"own/d.md"_s, lessonText("repaired"));
    QVERIFY(problems().isHidden());
}

void TestLessonList::keepsItsPlace()
{
    writeThree();
    click(1);
    write(u"shipped/0.md"_s, lessonText("zeroth", "New", 0));
    QCOMPARE(view().currentIndex().data(LessonListModel::PathRole).toString(),
             path(u"shipped/b.md"_s));
    m_list->setCurrent(path(u"own/c.md"_s));
    QCOMPARE(view().currentIndex().data().toString(), u"My own"_s);
    m_list->setCurrent(path(u"none.md"_s));
    QCOMPARE(view().currentIndex().data().toString(), u"My own"_s);
}

void TestLessonList::chooserIsToldAboutNothingUnreadable()
{
    write(u"own/d.md"_s, "broken");
    QSignalSpy chosen(m_list.get(), &LessonList::chosen);
    click(1);
    view().setFocus();
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(problems().isVisible());
}

void TestLessonList::addsAFile()
{
    writeFile(path(u"other.md"_s), lessonText("other", "Other"));
    writeFile(path(u"other.txt"_s), lessonText());
    QSignalSpy failed(m_list.get(), &LessonList::failed);
    const auto answer = [&](const QString& file) {
        QTest::mouseClick(m_list->findChild<QPushButton*>(u"addLesson"_s), Qt::LeftButton);
        auto* dialog = m_list->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        Q_EMIT dialog->filesSelected({file});
        delete dialog;
    };
    answer(path(u"other.md"_s));
    QCOMPARE(shown(), u"Added lessons; 1, Other, 12 min"_s);
    QCOMPARE(view().currentIndex().row(), 1);
    QCOMPARE(failed.size(), 0);
    answer(path(u"other.txt"_s));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(path(u"other.txt"_s)));
}

void TestLessonList::opensTheFolder()
{
    QVERIFY(QDir().rmdir(path(u"own"_s)));
    QUrl opened;
    m_list->setOpener([&](const QUrl& url) {
        opened = url;
        return true;
    });
    QSignalSpy failed(m_list.get(), &LessonList::failed);
    QTest::mouseClick(m_list->findChild<QPushButton*>(u"openOwnLessons"_s), Qt::LeftButton);
    QCOMPARE(opened, QUrl::fromLocalFile(path(u"own"_s)));
    QVERIFY(QFileInfo(path(u"own"_s)).isDir());
    QCOMPARE(failed.size(), 0);
}

void TestLessonList::saysWhereTheFolderIs()
{
    m_list->setOpener([](const QUrl&) { return false; });
    QSignalSpy failed(m_list.get(), &LessonList::failed);
    auto* button = m_list->findChild<QPushButton*>(u"openOwnLessons"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(failed.takeFirst()[0].toString().contains(path(u"own"_s)));
    QVERIFY(QDir().rmdir(path(u"own"_s)));
    writeFile(path(u"own"_s), "a file in its place");
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(failed.takeFirst()[0].toString().contains(u"cannot be made"_s));
}

void TestLessonList::showsHostileTitlesAsText_data()
{
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("HTML") << QByteArray("'<img src=x onerror=alert(1)><h1>Big</h1>'");
    QTest::newRow("long") << QByteArray(10'000, 'x');
    QTest::newRow("long words") << QByteArray("a \xF0\x9F\x98\x80 ").repeated(2'000);
    QTest::newRow("line breaks") << QByteArray("\"a\\nb\\tc\"");
}

void TestLessonList::showsHostileTitlesAsText()
{
    QFETCH(QByteArray, title);
    write(u"own/a.md"_s, lessonText("a", title));
    QCOMPARE(view().model()->rowCount(), 2);
    const QString shownTitle = index(1).data().toString();
    QVERIFY(!shownTitle.isEmpty() && shownTitle.size() <= 200);
    QVERIFY(!shownTitle.contains(u'\n'));
    QVERIFY(!index(1).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    const int usual = view().sizeHintForRow(1);
    QVERIFY(view().visualRect(index(1)).width() <= view().viewport()->width());
    QCOMPARE(view().visualRect(index(1)).height(), usual);
    QVERIFY(!view().grab().isNull());
}

void TestLessonList::isDrawnInEachTheme_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << lightTheme();
    QTest::newRow("dark") << darkTheme();
    QTest::newRow("high contrast") << highContrastTheme();
}

void TestLessonList::isDrawnInEachTheme()
{
    QFETCH(Theme, theme);
    writeThree();
    applyTheme(*qApp, theme);
    const auto hasIn = [&](const QRect& place, const QColor& wanted) {
        const QImage image = view().viewport()->grab().toImage();
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (image.pixelColor(x, y).rgb() == wanted.rgb())
                    return true;
            }
        }
        return false;
    };
    const QRect row = view().visualRect(index(0));
    const QRect mark = row.adjusted(row.width() - 30, 0, 0, 0);
    QVERIFY(!hasIn(mark, theme.accent));
    QVERIFY(m_store->keep(*m_shelf->named("first")->read.lesson, {.step = 1}));
    QVERIFY(hasIn(mark, theme.accent));
    QVERIFY(hasIn(row, theme.card));
    QVERIFY(hasIn(row.adjusted(0, 0, -40, -row.height() / 2), theme.text));
    QVERIFY(hasIn(row.adjusted(0, row.height() / 2, -40, 0), theme.mutedText));
}

void TestLessonList::fitsItsColumn()
{
    writeThree();
    QVERIFY(m_list->minimumSizeHint().width() <= 300);
    m_list->resize(300, 500);
    QCOMPARE(m_list->width(), 300);
    for (const QWidget* const child : m_list->findChildren<QPushButton*>())
        QVERIFY(child->sizeHint().width() * 7 / 5 <= m_list->width());  // 40 % longer texts
}

QTEST_MAIN(TestLessonList)
#include "tst_lessonlist.moc"
