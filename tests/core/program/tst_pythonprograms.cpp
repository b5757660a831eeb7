#include "expectation.h"

#include <QTest>

/// Every program that is shown in Python does what its plan says.
class TestPythonPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesWhatItSays_data();
    void doesWhatItSays();
    void saysWhatFailed();

private:
    Trials m_trials;
};

void TestPythonPrograms::initTestCase()
{
    if (const QString obstacle = Trials::obstacle(Language::Python); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    m_trials.runAll(Language::Python);
}

void TestPythonPrograms::doesWhatItSays_data()
{
    addRows(m_trials);
}

void TestPythonPrograms::doesWhatItSays()
{
    QFETCH(QString, name);
    const QString flaw = flawOf(m_trials[name]);
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
}

void TestPythonPrograms::saysWhatFailed()
{
    const Trial trial = m_trials.tryRefused(Language::Python);
    QCOMPARE(trial.exitCode, 1);
    QVERIFY2((trial.output + trial.messages).contains(QStringLiteral("http://127.0.0.1:1/1: ")),
             qPrintable(trial.output + trial.messages));
    QVERIFY(trial.output.contains(QStringLiteral("0 of 1 downloads done")));
}

QTEST_GUILESS_MAIN(TestPythonPrograms)
#include "tst_pythonprograms.moc"
