#include "app/lessons/lessonoverview.h"

#include "app/lessons/lessonplan.h"
#include "app/lessons/newsline.h"
#include "app/lessons/overviewmodel.h"
#include "app/lessons/overviewtable.h"
#include "app/lessons/progressstore.h"
#include "app/lessons/reportjob.h"
#include "app/theme/applytheme.h"
#include "app/theme/theme.h"
#include "tests/app/lessons/samplelessons.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Theme)

namespace {

lesson::Equipment twoCores()
{
    lesson::Equipment equipment;
    equipment.machine = {.cores = 2, .physicalCores = 2, .model = {}, .canBind = true};
    return equipment;
}

}  // namespace

class TestLessonOverview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAllLessons();
    void ticksByKeysAndMouse();
    void opensALesson();
    void showsWhatALessonTeaches();
    void saysWhatTheMachineLacks();
    void hidesTheAnswersAtFirst();
    void savesThePlan_data();
    void savesThePlan();
    void asksForAName();
    void resetsWithUndo();
    void saysWhyItCannotReset();
    void reportsWhatIsBegun();
    void stopsAReport();
    void survivesAnEditedLesson();
    void showsHostileTextAsText();
    void manyLessons();
    void isReadableInEachTheme_data();
    void isReadableInEachTheme();
    void fitsASmallWindow();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& text) const
    {
        writeFile(path(u"own/"_s + name), text);
        m_shelf->refresh();
    }
    [[nodiscard]] OverviewTable& table() const { return *m_overview->findChild<OverviewTable*>(); }
    [[nodiscard]] NewsLine& news() const { return *m_overview->findChild<NewsLine*>(); }
    [[nodiscard]] QString plan() const
    {
        return m_overview->findChild<QTextBrowser*>()->toPlainText();
    }
    [[nodiscard]] QString sums() const
    {
        return m_overview->findChild<QLabel*>(u"lessonSums"_s)->text();
    }
    [[nodiscard]] QCheckBox& answers() const { return *m_overview->findChild<QCheckBox*>(); }
    [[nodiscard]] QPushButton* button(const QString& name) const
    {
        return m_overview->findChild<QPushButton*>(name);
    }
    void click(const QString& name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void clickNews() const { QTest::mouseClick(news().findChild<QPushButton*>(), Qt::LeftButton); }
    /// The cells of all rows; ticked ones begin with x.
    [[nodiscard]] QStringList shown() const;
    void press(Qt::Key key) const { QTest::keyClick(&table(), key); }
    [[nodiscard]] const lesson::Lesson& lesson(const char* name) const
    {
        return *m_shelf->named(name)->read.lesson;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<LessonShelf> m_shelf;
    std::unique_ptr<ProgressStore> m_store;
    std::unique_ptr<LessonOverview> m_overview;
};

void TestLessonOverview::init()
{
    m_overview.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory = std::make_unique<QSettings>(path(u"memory.ini"_s), QSettings::IniFormat);
    QVERIFY(QDir().mkpath(path(u"own"_s)));
    writeFile(path(u"own/a.md"_s), lessonText("first", "Taking turns", 1));
    writeFile(path(u"own/b.md"_s), lessonText("second", "At the same time", 2)
                                       .replace("minutes: 12", "minutes: 50")
                                       .replace("outcomes:", "needs: {cores: 4}\noutcomes:"));
    m_shelf = std::make_unique<LessonShelf>(LessonFolders{{}, path(u"own"_s)}, *m_memory);
    m_store = std::make_unique<ProgressStore>(path(u"progress"_s));
    m_overview = std::make_unique<LessonOverview>(*m_shelf, *m_store, twoCores());
    m_overview->resize(900, 700);
    m_overview->show();
    QVERIFY(QTest::qWaitForWindowActive(m_overview.get()));
    table().setFocus();
}

QStringList TestLessonOverview::shown() const
{
    const QAbstractItemModel& model = *table().model();
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        const bool isTicked = model.index(row, 0).data(Qt::CheckStateRole) == Qt::Checked;
        rows << (isTicked ? u"x "_s : QString()) + cells.join(u" | "_s);
    }
    return rows;
}

void TestLessonOverview::showsAllLessons()
{
    write(u"broken.md"_s, "broken");
    QCOMPARE(shown(),
             (QStringList{u"1  Taking turns | 12 min | can show it | not begun"_s,
                          u"2  At the same time | 50 min | cannot: it needs 4 cores, and there are "
                          "2. | not begun"_s}));
    QVERIFY(sums().startsWith(u"2 lessons, 1 h 2 min together."_s));
    QVERIFY(m_store->keep(lesson("first"), {.step = 1}));
    QVERIFY(shown()[0].endsWith(u"step 2 of 2"_s));
    lesson::Equipment more = twoCores();
    more.machine.cores = 8;
    m_overview->setEquipment(more);
    QVERIFY(shown()[1].contains(u"| can show it |"_s));
}

void TestLessonOverview::ticksByKeysAndMouse()
{
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    QVERIFY(!shown()[0].startsWith(u'x') && shown()[1].startsWith(u'x'));
    QCOMPARE(sums(), u"1 of 2 lessons are ticked, 50 min together."_s);
    const QRect first = table().visualRect(table().model()->index(0, 0));
    const QPoint box(first.left() + 10, first.center().y());
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, box);
    QVERIFY(shown()[0].startsWith(u'x'));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, box);
    QVERIFY(!shown()[0].startsWith(u'x'));
}

void TestLessonOverview::opensALesson()
{
    QSignalSpy chosen(m_overview.get(), &LessonOverview::chosen);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), path(u"own/b.md"_s));
}

void TestLessonOverview::showsWhatALessonTeaches()
{
    table().setCurrentRow(-1);
    QCOMPARE(plan(), u"Go to a lesson to see what it teaches."_s);
    press(Qt::Key_Home);
    for (const QString& part :
         {u"Taking turns"_s, u"12 min"_s, u"The wrong idea that it meets: “Waiting is work.”"_s,
          u"• Say what <b>concurrent</b> means."_s, u"Needs nothing but a computer."_s,
          u"Steps: Predict · Run and look"_s})
        QVERIFY2(plan().contains(part), qUtf8Printable(plan()));
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    QVERIFY(!plan().contains(u"At the same time"_s));  // what is ticked is shown
    press(Qt::Key_Space);
    QVERIFY(plan().contains(u"Taking turns"_s) && plan().contains(u"At the same time"_s));
}

void TestLessonOverview::saysWhatTheMachineLacks()
{
    press(Qt::Key_End);
    QVERIFY(plan().contains(u"Needs 4 cores. This machine cannot show it: it needs 4 cores"_s));
    write(u"a.md"_s, lessonText("first", "Taking turns", 1)
                         .replace("claim: Two", "needs: {python: true}\nclaim: Two"));
    press(Qt::Key_Home);
    QVERIFY2(plan().contains(u"One claim is left out here (Two waits take as long as one.): no "
                             "Python was found."_s),
             qUtf8Printable(plan()));
}

void TestLessonOverview::hidesTheAnswersAtFirst()
{
    press(Qt::Key_Home);
    QVERIFY(!answers().isChecked());
    QVERIFY(!plan().contains(u"Waits overlap."_s));
    QTest::mouseClick(&answers(), Qt::LeftButton, {}, {8, answers().height() / 2});
    for (const QString& part :
         {u"• Waits use the core.\n"_s,
          u"• Waits overlap. — right where this holds: Two waits take as long as one."_s,
          u"A number in ms: right within 10 % of what is measured"_s,
          u"A bar to draw: right within 10 % of the length of “two.concurrent”"_s,
          u"A wait needs no core. <script>alert(1)</script>"_s, u"They overlap."_s})
        QVERIFY2(plan().contains(part), qUtf8Printable(plan()));
    m_overview->hide();
    m_overview->show();
    QVERIFY(!answers().isChecked());
    QVERIFY(!plan().contains(u"Waits overlap."_s));
}

void TestLessonOverview::savesThePlan_data()
{
    QTest::addColumn<bool>("isTicked");
    QTest::addColumn<bool>("withAnswers");
    QTest::newRow("all") << false << false;
    QTest::newRow("one, with answers") << true << true;
}

void TestLessonOverview::savesThePlan()
{
    QFETCH(bool, isTicked);
    QFETCH(bool, withAnswers);
    press(Qt::Key_Home);
    if (isTicked)
        press(Qt::Key_Space);
    answers().setChecked(withAnswers);
    m_overview->savePlan(path(u"plan.html"_s));
    QTRY_COMPARE(news().text(), u"Saved as "_s + path(u"plan.html"_s));
    const QByteArray html = bytesIn(path(u"plan.html"_s));
    QVERIFY(html.contains("Taking turns"));
    QCOMPARE(html.contains("At the same time"), !isTicked);
    QCOMPARE(html.contains("Waits overlap."), withAnswers);
    QCOMPARE(html.contains("Plan of 2 lessons"), !isTicked);
    m_overview->savePlan(path(u"plan.pdf"_s));
    QTRY_COMPARE(news().text(), u"Saved as "_s + path(u"plan.pdf"_s));
    QVERIFY(bytesIn(path(u"plan.pdf"_s)).startsWith("%PDF-"));
    m_overview->savePlan(path(u"none/plan.pdf"_s));
    QTRY_VERIFY(news().text().startsWith(u"could not write"_s));
    QVERIFY(news().text().contains(path(u"none/plan.pdf"_s)));
}

void TestLessonOverview::asksForAName()
{
    click(u"savePlan"_s);
    auto* dialog = m_overview->findChild<QFileDialog*>();
    QVERIFY(dialog && !dialog->isModal());
    QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
    Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
    QCOMPARE(dialog->defaultSuffix(), u"html"_s);
    Q_EMIT dialog->fileSelected(path(u"plan.html"_s));
    QTRY_VERIFY(QFile::exists(path(u"plan.html"_s)));
}

void TestLessonOverview::resetsWithUndo()
{
    QVERIFY(m_store->keep(lesson("first"), {.step = 1}));
    press(Qt::Key_End);
    QVERIFY(!button(u"resetProgress"_s)->isEnabled());
    press(Qt::Key_Home);
    QVERIFY(button(u"resetProgress"_s)->isEnabled());
    click(u"resetProgress"_s);
    QVERIFY(shown()[0].endsWith(u"not begun"_s));
    QVERIFY(!button(u"resetProgress"_s)->isEnabled());
    QCOMPARE(news().text(), u"“Taking turns” begins anew."_s);
    clickNews();
    QVERIFY(shown()[0].endsWith(u"step 2 of 2"_s));
    QVERIFY(!news().isVisible());
}

void TestLessonOverview::saysWhyItCannotReset()
{
    QVERIFY(m_store->keep(lesson("first"), {.step = 1}));
    writeFile(path(u"progress/first.reset-1"_s), "a file in the place of the folder");
    press(Qt::Key_Home);
    click(u"resetProgress"_s);
    QVERIFY2(news().text().contains(u"first.reset-1"_s), qUtf8Printable(news().text()));
    QVERIFY(shown()[0].endsWith(u"step 2 of 2"_s));
}

void TestLessonOverview::reportsWhatIsBegun()
{
    click(u"report"_s);
    QVERIFY(news().text().startsWith(u"No lesson was begun"_s));
    QVERIFY(!m_overview->findChild<QFileDialog*>());
    LessonProgress progress{.step = 1};
    progress.answers["why"].chosen = {1};
    QVERIFY(m_store->keep(lesson("first"), progress));
    click(u"report"_s);
    auto* dialog = m_overview->findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path(u"report.html"_s));
    QTRY_COMPARE(news().text(), u"Saved as "_s + path(u"report.html"_s));
    const QByteArray html = bytesIn(path(u"report.html"_s));
    QVERIFY(html.contains("Taking turns") && html.contains("Answer: “Waits overlap.”"));
    QVERIFY(!html.contains("At the same time"));
}

void TestLessonOverview::stopsAReport()
{
    QVERIFY(m_store->keep(lesson("first"), {.step = 1}));
    QVERIFY(m_store->keep(lesson("second"), {.step = 1}));
    const auto* job = m_overview->findChild<ReportJob*>();
    const auto stopAtOnce = connect(job, &ReportJob::progressed, this, [&] { clickNews(); });
    m_overview->saveReport(path(u"report.html"_s));
    QTRY_COMPARE(news().text(), u"The report was stopped. Nothing was saved."_s);
    QVERIFY(!QFile::exists(path(u"report.html"_s)));
    disconnect(stopAtOnce);
    m_overview->saveReport(path(u"report.html"_s));
    QTRY_COMPARE(news().text(), u"Saved as "_s + path(u"report.html"_s));
}

void TestLessonOverview::survivesAnEditedLesson()
{
    press(Qt::Key_End);
    press(Qt::Key_Space);
    write(u"b.md"_s, lessonText("second", "Another title", 2));
    QVERIFY(shown()[1].startsWith(u"x 2  Another title"_s));
    QVERIFY(plan().contains(u"Another title"_s));
    QVERIFY(QFile::remove(path(u"own/a.md"_s)) && QFile::remove(path(u"own/b.md"_s)));
    m_shelf->refresh();
    QCOMPARE(shown(), QStringList());
    QCOMPARE(plan(), u"There is no lesson that can be read."_s);
    QVERIFY(!button(u"savePlan"_s)->isEnabled());
}

void TestLessonOverview::showsHostileTextAsText()
{
    const QByteArray evil = "<img src=http://a/b.png><script>x</script>" + QByteArray(3'500, 'y');
    write(u"a.md"_s, lessonText("first", "'" + evil + "'", 1));
    press(Qt::Key_Home);
    QVERIFY(plan().contains(QString::fromLatin1(evil)));
    QVERIFY(shown()[0].size() < 300);
    answers().setChecked(true);
    const QString page = planPage({&lesson("first")}, twoCores(), true);
    QVERIFY(!page.contains(u"<img"_s) && !page.contains(u"<script"_s));
}

void TestLessonOverview::manyLessons()
{
    for (int i = 0; i < 1'000; ++i)
        writeFile(path(u"own/n%1.md"_s.arg(i)), lessonText("n" + QByteArray::number(i)));
    m_shelf->refresh();
    QCOMPARE(shown().size(), 1'002);
    for (int row = 0; row < 40; ++row) {
        table().setCurrentRow(row);
        press(Qt::Key_Space);
    }
    QVERIFY(plan().contains(u"And 10 more, which the saved plan has as well."_s));
    QCOMPARE(planPage({&lesson("first"), &lesson("second")}, twoCores(), false).count(u"<h2>"_s),
             2);
}

void TestLessonOverview::isReadableInEachTheme_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << lightTheme();
    QTest::newRow("dark") << darkTheme();
    QTest::newRow("high contrast") << highContrastTheme();
}

void TestLessonOverview::isReadableInEachTheme()
{
    QFETCH(Theme, theme);
    press(Qt::Key_Home);
    applyTheme(*qApp, theme);
    QCoreApplication::processEvents();
    const QString html = m_overview->findChild<QTextBrowser*>()->toHtml();
    QVERIFY2(html.contains(theme.mutedText.name()), qUtf8Printable(html));
    const QImage image = m_overview->findChild<QTextBrowser*>()->grab().toImage();
    QCOMPARE(image.pixelColor(image.width() - 30, image.height() - 5), theme.card);
}

void TestLessonOverview::fitsASmallWindow()
{
    QVERIFY2(m_overview->minimumSizeHint().width() <= 640,
             qUtf8Printable(QString::number(m_overview->minimumSizeHint().width())));
    QVERIFY(m_overview->minimumSizeHint().height() <= 500);
}

QTEST_MAIN(TestLessonOverview)
#include "tst_lessonoverview.moc"
