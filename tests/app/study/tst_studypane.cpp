#include "app/study/studypane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a study is set to, by hand.
class TestStudyPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForWhatIsSet();
    void controlsFitTheWorkload_data();
    void controlsFitTheWorkload();
    void workloadBringsItsTasks();
    void needsAKind();
    void countsTheRuns();
    void saysWhatTheFocusMeans();
    void stopTakesThePlaceOfRun();
    void remembers();
    void everyControlHasANameAndASentence();

private:
    template <typename Child>
    [[nodiscard]] Child& child(const char* name) const
    {
        return *m_pane->findChild<Child*>(QString::fromLatin1(name));
    }
    void open();
    void choose(const char* workload) const;
    [[nodiscard]] QString ask() const;
    [[nodiscard]] QString shownControls() const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<StudyPane> m_pane;
};

void TestStudyPane::init()
{
    m_memory = std::make_unique<QSettings>(m_folder.filePath(u"memory"_s), QSettings::IniFormat);
    m_memory->clear();
    open();
}

void TestStudyPane::open()
{
    m_pane = std::make_unique<StudyPane>(*m_memory, 2);
    m_pane->resize(300, 800);
    m_pane->show();
}

void TestStudyPane::choose(const char* workload) const
{
    auto& box = child<QComboBox>("studyWorkload");
    box.setFocus();
    box.setCurrentIndex(box.findData(QString::fromLatin1(workload)));
    Q_EMIT box.activated(box.currentIndex());
}

/// The arguments that are asked for; empty if nothing is.
QString TestStudyPane::ask() const
{
    QSignalSpy asked(m_pane.get(), &StudyPane::studyAsked);
    QTest::mouseClick(&child<QPushButton>("study"), Qt::LeftButton);
    return asked.isEmpty() ? QString() : asked[0][0].toStringList().join(u' ');
}

void TestStudyPane::asksForWhatIsSet()
{
    QTest::keyClick(&child<QCheckBox>("study-processes"), Qt::Key_Space);
    child<QSpinBox>("studyMaxWorkers").setValue(3);
    child<QSpinBox>("studyRepeats").setValue(2);
    child<QSpinBox>("studyTasks").setValue(6);
    child<QDoubleSpinBox>("studyTaskLength").setValue(1.5);
    child<QSpinBox>("serial").setValue(25);
    QCOMPARE(ask(), u"study --stream --workload compute --with threads,processes --max-workers 3 "
                    "--repeat 2 --tasks 6 --task-ms 1.5 --serial 25 --sharing shared"_s);
}

/// The names of the controls that are there for this workload.
QString TestStudyPane::shownControls() const
{
    QStringList shown;
    for (const char* name :
         {"studyTaskLength", "items", "serial", "sharing", "delay-ms", "bandwidth-kb", "port",
          "timeout-ms", "protection", "order", "rounds", "memory-mb"}) {
        const auto* control = m_pane->findChild<QWidget*>(QString::fromLatin1(name));
        if (control && control->isVisible())
            shown << QString::fromLatin1(name);
    }
    return shown.join(u' ');
}

void TestStudyPane::controlsFitTheWorkload_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("shown");
    QTest::newRow("compute") << u"compute"_s << u"studyTaskLength serial sharing"_s;
    QTest::newRow("append") << u"append"_s << u"items serial sharing memory-mb"_s;
    QTest::newRow("download") << u"download"_s << u"sharing delay-ms bandwidth-kb timeout-ms"_s;
    QTest::newRow("increment") << u"increment"_s << u"items protection"_s;
    QTest::newRow("philosophers") << u"philosophers"_s << u"studyTaskLength order rounds"_s;
}

void TestStudyPane::controlsFitTheWorkload()
{
    QFETCH(QString, workload);
    choose(workload.toUtf8().constData());
    QFETCH(QString, shown);
    QTRY_COMPARE(shownControls(), shown);  // the old ones go later
}

void TestStudyPane::workloadBringsItsTasks()
{
    choose("download");
    QCOMPARE(child<QSpinBox>("studyTasks").value(), 35);
    QVERIFY(ask().contains(u"--workload download --with threads --max-workers 4"_s));
    choose("append");
    QCOMPARE(child<QSpinBox>("studyTasks").value(), 2);
}

void TestStudyPane::needsAKind()
{
    const auto& problem = child<QLabel>("studyProblem");
    QVERIFY(!problem.isVisible());
    auto& threads = child<QCheckBox>("study-threads");
    QTest::keyClick(&threads, Qt::Key_Space);
    QVERIFY(problem.isVisible());
    QCOMPARE(problem.text(), u"Choose at least one kind of worker."_s);
    QVERIFY(!child<QPushButton>("study").isEnabled());
    QSignalSpy shown(m_pane.get(), &StudyPane::problemShown);
    QCOMPARE(ask(), QString());
    m_pane->study();  // as by the key
    QCOMPARE(shown.size(), 1);
    QTest::keyClick(&threads, Qt::Key_Space);
    QVERIFY(!problem.isVisible());
    QVERIFY(!ask().isEmpty());
}

void TestStudyPane::countsTheRuns()
{
    const auto& estimate = child<QLabel>("studySentence");
    QCOMPARE(estimate.text(), u"20 runs"_s);
    child<QCheckBox>("study-event-loop").toggle();
    child<QSpinBox>("studyMaxWorkers").setValue(6);
    QCOMPARE(estimate.text(), u"60 runs"_s);
}

void TestStudyPane::saysWhatTheFocusMeans()
{
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    const auto& sentence = child<QLabel>("studySentence");
    for (const char* name : {"studyRepeats", "serial", "study-global-lock"}) {
        child<QWidget>(name).setFocus();
        QVERIFY(!sentence.text().isEmpty());
        QCOMPARE(sentence.text(), child<QWidget>(name).accessibleDescription());
    }
    child<QWidget>("study-global-lock").clearFocus();
    QCOMPARE(sentence.text(), u"20 runs"_s);
}

void TestStudyPane::stopTakesThePlaceOfRun()
{
    auto& run = child<QPushButton>("study");
    auto& stop = child<QPushButton>("stopStudy");
    QVERIFY(run.isVisible() && !stop.isVisible());
    m_pane->setActivity(Activity::Running);
    QVERIFY(!run.isVisible() && stop.isVisible());
    QSignalSpy asked(m_pane.get(), &StudyPane::studyAsked);
    m_pane->study();
    QVERIFY(asked.isEmpty());
    QSignalSpy stopped(m_pane.get(), &StudyPane::stopAsked);
    QTest::mouseClick(&stop, Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    m_pane->setActivity(Activity::Stopping);
    QCOMPARE(stop.text(), u"Stopping…"_s);
    m_pane->setActivity(Activity::Idle);
    QVERIFY(run.isVisible());
}

void TestStudyPane::remembers()
{
    choose("sleep");
    child<QCheckBox>("study-threads").setChecked(false);
    child<QCheckBox>("study-global-lock").setChecked(true);
    child<QSpinBox>("studyRepeats").setValue(9);
    const QString asked = ask();
    open();
    QCOMPARE(child<QComboBox>("studyWorkload").currentData().toString(), u"sleep"_s);
    QVERIFY(!child<QCheckBox>("study-threads").isChecked());
    QCOMPARE(ask(), asked);
}

void TestStudyPane::everyControlHasANameAndASentence()
{
    for (const char* name : {"studyWorkload", "studyTasks", "studyTaskLength", "studyMaxWorkers",
                             "studyRepeats", "serial", "sharing"}) {
        const auto& control = child<QWidget>(name);
        QVERIFY2(!control.accessibleName().isEmpty(), name);
        QVERIFY2(!control.accessibleDescription().isEmpty(), name);
    }
    for (const QCheckBox* box : m_pane->findChildren<QCheckBox*>())
        QVERIFY(!box->text().isEmpty() && !box->accessibleDescription().isEmpty());
}

QTEST_MAIN(TestStudyPane)
#include "tst_studypane.moc"
