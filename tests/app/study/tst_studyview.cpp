#include "app/study/studychart.h"
#include "app/study/studydesk.h"
#include "app/study/studylegend.h"
#include "app/study/studymodel.h"
#include "app/study/studyview.h"
#include "tests/support/studytext.h"

#include <QChart>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineSeries>
#include <QScatterSeries>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr const char* clear = "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49;"
                              "threads 3: 52 51 52 52 53";

QString summaryOf(const StudyView& view)
{
    const auto* label = view.findChild<QLabel*>(u"studySummary"_s);
    return label ? label->text() : QString();
}

int rowsOf(const StudyView& view)
{
    const auto* table = view.findChild<QTableView*>();
    return table ? table->model()->rowCount() : 0;
}

/// The table's cells of one row.
QString rowOf(const StudyModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.data(model.index(row, column), Qt::DisplayRole).toString();
    return cells.join(u" | "_s);
}

/// How many pixels have this colour.
int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

}  // namespace

/// A study as the window shows it.
class TestStudyView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void invitesAtFirst();
    void saysTheSameInSentenceChartsAndTable();
    void tableTellsWhatItCountsBy();
    void growsRunByRun();
    void tellsWhatItDoesNotKnow();
    void progressStandsForTheSentence();
    void forgetsWhatIsGone();
    void chartsFitTheRoom();
    void chartsDrawWhiskers();
    void colours_data();
    void colours();
    void legendNamesWhatIsThere();
    void legendGoesOnBelow();
    void lettersGrow();
    void writesTableAndPicture();
    void saysWhatCannotBeWritten();
};

void TestStudyView::invitesAtFirst()
{
    StudyView view;
    view.show();
    QVERIFY(!view.hasPoints());
    QVERIFY(!view.findChild<StudyChart*>());  // charts cost time when the program starts
    QVERIFY(view.findChild<QLabel*>()->text().contains(u"Press Run study"_s));
    QVERIFY(view.picture().isNull());
}

void TestStudyView::saysTheSameInSentenceChartsAndTable()
{
    const Comparison comparison = studiedFrom(clear);
    StudyView view;
    const QSignalSpy changed(&view, &StudyView::changed);
    view.show();
    view.setComparison(&comparison);
    QVERIFY(view.hasPoints());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(summaryOf(view),
             u"Threads: 2 workers are 2.00 times as fast as one (1.94 to 2.06), "
             "and more bring nothing, with 0 % of the work serial (0 % to 2 %)."_s);
    const auto* table = view.findChild<QTableView*>();
    QVERIFY(table->isVisible() && !table->accessibleName().isEmpty());
    const auto& model = static_cast<StudyModel&>(*table->model());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(rowOf(model, 1),
             u"Threads | 2 | 50.0 ms | 49.0 ms – 51.0 ms | 2.00× | 1.94 – 2.06 | 100 %"_s);
    QCOMPARE(rowOf(model, 0), u"Threads | 1 | 100 ms | 99.0 ms – 101 ms | 1.00× |  | 100 %"_s);
    const auto charts = view.findChildren<StudyChart*>();
    QCOMPARE(charts.size(), 3);
    for (const StudyChart* chart : charts) {
        QVERIFY(!chart->accessibleName().isEmpty());
        QCOMPARE(chart->accessibleDescription(), summaryOf(view));
        QCOMPARE(chart->plot().curves.at(0).measured.size(), 3);
    }
    int markers = 0;
    for (const QAbstractSeries* series : charts[1]->chart()->series())
        markers += series->type() == QAbstractSeries::SeriesTypeScatter ? 1 : 0;
    QCOMPARE(markers, 1);
    QCOMPARE(charts[1]->chart()->series().size(), 4);  // and measured, fitted and ideal lines
}

void TestStudyView::tableTellsWhatItCountsBy()
{
    Experiment sleeping;
    sleeping.workload = "sleep";
    StudyModel model;
    const auto head = [&] {
        return model.headerData(StudyModel::Efficiency, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    model.setStudy(studyOf(studiedFrom("threads 1: 100; threads 4: 25", sleeping)));
    QCOMPARE(head(), u"efficiency per worker"_s);
    QCOMPARE(model.data(model.index(1, StudyModel::Efficiency), Qt::AccessibleTextRole).toString(),
             u"Threads, 4 workers, efficiency per worker: 100 %"_s);
    model.setStudy(studyOf(studiedFrom("threads 1: 100; threads 4: 25")));
    QCOMPARE(head(), u"efficiency per core"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(
            !model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().isEmpty());
}

void TestStudyView::growsRunByRun()
{
    const Comparison whole = studiedFrom(clear);
    Comparison comparison = whole;
    comparison.runs.clear();
    StudyView view;
    view.show();
    view.setComparison(&comparison);
    for (std::size_t i = 0; i < whole.runs.size(); ++i) {
        comparison.runs.push_back(whole.runs[i]);
        comparison.runs.back().summary.end = RunEnd::NotYet;
        view.refresh();
        QCOMPARE(rowsOf(view), (static_cast<int>(i) + 4) / 5);
        comparison.runs.back().summary.end = RunEnd::Done;
        view.refresh();
        QCOMPARE(rowsOf(view), (static_cast<int>(i) + 5) / 5);
    }
    QVERIFY(summaryOf(view).startsWith(u"Threads: 2 workers"_s));
}

void TestStudyView::tellsWhatItDoesNotKnow()
{
    const Comparison comparison = studiedFrom("processes 2: 50 51");
    StudyView view;
    view.show();
    view.setComparison(&comparison);
    QCOMPARE(summaryOf(view), u"Inconclusive: with 2 workers (processes) 2 runs are done; at least "
                              "5 are needed."_s);
    const auto& model = static_cast<StudyModel&>(*view.findChild<QTableView*>()->model());
    QCOMPARE(rowOf(model, 0), u"Processes | 2 | 50.5 ms | 50.0 ms – 51.0 ms | – |  | –"_s);
}

void TestStudyView::progressStandsForTheSentence()
{
    const Comparison comparison = studiedFrom(clear);
    StudyView view;
    view.show();
    view.setComparison(&comparison);
    view.setProgress(u"Run 3 of 20"_s);
    QCOMPARE(summaryOf(view), u"Run 3 of 20"_s);
    view.setProgress({});
    QVERIFY(summaryOf(view).startsWith(u"Threads: 2 workers"_s));
}

void TestStudyView::forgetsWhatIsGone()
{
    auto comparison = std::make_unique<Comparison>(studiedFrom(clear));
    StudyView view;
    view.show();
    view.setComparison(comparison.get());
    QVERIFY(view.hasPoints());
    view.hide();
    view.setComparison(nullptr);
    comparison.reset();
    view.refresh();
    view.show();
    QVERIFY(!view.hasPoints());
    QVERIFY(!view.findChild<QTableView*>()->isVisible());
}

void TestStudyView::chartsFitTheRoom()
{
    const Comparison comparison = studiedFrom(clear);
    StudyView view;
    view.resize(1100, 700);
    view.show();
    view.setComparison(&comparison);
    const auto charts = view.findChildren<StudyChart*>();
    QVERIFY(charts[0]->y() == charts[2]->y() && charts[2]->isVisible());
    view.resize(700, 700);
    QTRY_VERIFY(!charts[2]->isVisible());
    QCOMPARE(charts[0]->y(), charts[1]->y());
    view.resize(400, 700);
    QTRY_VERIFY(charts[1]->y() > charts[0]->y());
    QVERIFY(charts[0]->height() >= 200 && charts[1]->height() >= 200);
}

void TestStudyView::chartsDrawWhiskers()
{
    const auto drawn = [](const char* runs) {
        StudyChart chart(StudyFigure::Time);
        chart.setTheme(lightTheme());
        chart.setStudy(studyOf(studiedFrom(runs)));
        chart.resize(400, 300);
        chart.show();
        return pixelsOf(chart.grab().toImage(), lightTheme().taskHues[0]);
    };
    const int narrow = drawn("threads 1: 100 100; threads 2: 100 100");
    const int wide = drawn("threads 1: 100 50; threads 2: 100 50");
    QVERIFY2(wide > narrow + 100, qPrintable(QString::number(wide - narrow)));
}

void TestStudyView::colours_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << lightTheme();
    QTest::newRow("dark") << darkTheme();
    QTest::newRow("high contrast") << highContrastTheme();
}

void TestStudyView::colours()
{
    QFETCH(Theme, theme);
    const Comparison comparison = studiedFrom("threads 1: 100 90; processes 1: 80 70");
    StudyView view;
    view.setTheme(theme);
    view.resize(1000, 700);
    view.show();
    view.setComparison(&comparison);
    const QImage image = view.findChild<StudyChart*>()->grab().toImage();
    QCOMPARE(image.pixelColor(2, 2), theme.card);
    QVERIFY(pixelsOf(image, theme.taskHues[0]) > 20);
    QVERIFY(pixelsOf(image, theme.taskHues[1]) > 20);
}

void TestStudyView::legendNamesWhatIsThere()
{
    StudyLegend legend;
    legend.setKinds({WorkerKind::Processes}, StudyLegend::Law::NotFitted);
    QCOMPARE(legend.accessibleDescription(), u"Processes, ideal"_s);
    const int narrow = legend.sizeHint().width();
    legend.setKinds({allWorkerKinds.begin(), allWorkerKinds.end()}, StudyLegend::Law::Fitted);
    QCOMPARE(legend.accessibleDescription(),
             u"Threads, Processes, Global lock, Event loop, Amdahl's law, ideal"_s);
    QVERIFY(legend.sizeHint().width() > narrow);
    legend.resize(legend.sizeHint());
    const QImage image = legend.grab().toImage();
    for (const WorkerKind kind : allWorkerKinds)
        QVERIFY(pixelsOf(image, lightTheme().taskHues[static_cast<std::size_t>(kind)]) > 10);
}

void TestStudyView::writesTableAndPicture()
{
    const Comparison comparison = studiedFrom(clear);
    StudyView view;
    view.resize(900, 700);
    view.show();
    view.setComparison(&comparison);
    const QTemporaryDir folder;
    StudyDesk desk(&view);
    const QSignalSpy written(&desk, &StudyDesk::written);
    desk.write(view.study(), folder.filePath(u"t.csv"_s));
    desk.draw(view.picture(), folder.filePath(u"p.png"_s));
    QCOMPARE(written.size(), 2);
    QFile table(folder.filePath(u"t.csv"_s));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QByteArrayList lines = table.readAll().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[2].startsWith("threads,2,2,5,0.9375,50000000,49000000,51000000,2,"));
    const QImage picture(folder.filePath(u"p.png"_s));
    QVERIFY(picture.width() > 600);
    QVERIFY(pixelsOf(picture, lightTheme().taskHues[0]) > 100);
}

void TestStudyView::saysWhatCannotBeWritten()
{
    StudyView view;
    StudyDesk desk(&view);
    QSignalSpy failed(&desk, &StudyDesk::failed);
    const QString path = u"/no/such/folder/file"_s;
    desk.write({}, path);
    desk.draw(QPixmap(4, 4), path);
    QCOMPARE(failed.size(), 2);
    for (const auto& arguments : failed)
        QVERIFY2(arguments[0].toString().contains(path), qPrintable(arguments[0].toString()));
}

void TestStudyView::legendGoesOnBelow()
{
    StudyLegend legend;
    legend.setKinds({WorkerKind::Threads, WorkerKind::Processes}, StudyLegend::Law::Fitted);
    const int line = legend.heightForWidth(legend.sizeHint().width());
    QVERIFY(legend.heightForWidth(legend.sizeHint().width() - 1) == 2 * line);
    QCOMPARE(legend.heightForWidth(1), 4 * line);
    QVERIFY(legend.accessibleDescription().contains(QStringLiteral("ideal")));
    legend.setKinds({WorkerKind::Threads}, StudyLegend::Law::NotFitted,
                    StudyLegend::Ideal::NotDrawn);
    QCOMPARE(legend.accessibleDescription(), QStringLiteral("Threads"));
    legend.setLetters(24);
    QCOMPARE(legend.heightForWidth(legend.sizeHint().width()), 2 * line);
}

void TestStudyView::lettersGrow()
{
    StudyChart chart(StudyFigure::Time);
    const int before = chart.minimumHeight();
    chart.setLetters(30);
    QCOMPARE(chart.chart()->titleFont().pixelSize(), 30);
    QVERIFY(chart.minimumHeight() > before);
}

QTEST_MAIN(TestStudyView)
#include "tst_studyview.moc"
