#include "expectation.h"

#include <QTest>

/// Every program that is shown in C++ compiles without a warning and does what its plan says.
class TestCppPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesWhatItSays_data();
    void doesWhatItSays();
    void saysWhatFailed();

private:
    Trials m_trials;
};

void TestCppPrograms::initTestCase()
{
    if (const QString obstacle = Trials::obstacle(Language::Cpp); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    m_trials.runAll(Language::Cpp);
}

void TestCppPrograms::doesWhatItSays_data()
{
    addRows(m_trials);
}

void TestCppPrograms::doesWhatItSays()
{
    QFETCH(QString, name);
    const QString flaw = flawOf(m_trials[name]);
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
}

void TestCppPrograms::saysWhatFailed()
{
    const Trial trial = m_trials.tryRefused(Language::Cpp);
    QCOMPARE(trial.exitCode, 1);
    QVERIFY2((trial.output + trial.messages).contains(QStringLiteral("http://127.0.0.1:1/1: ")),
             qPrintable(trial.output + trial.messages));
    QVERIFY(trial.output.contains(QStringLiteral("0 of 1 downloads done")));
}

QTEST_GUILESS_MAIN(TestCppPrograms)
#include "tst_cppprograms.moc"
