#include "app/lab/labhistory.h"
#include "app/lab/labpane.h"
#include "app/lab/workloadwords.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

class TestLabPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatTheWorkloadTakes();
    void everySettingIsEdited_data();
    void everySettingIsEdited();
    void theKeyboardFollowsTheEye();
    void saysWhatHasTheFocus();
    void saysWhatIsUnderThePointer();
    void saysWhyAModeIsMissing();
    void explainsTheKindOfWorker();
    void readsAListOfAddresses();
    void refusesAListInPlace();
    void asksForAFolder();
    void undoBringsTheControlsBack();
    void needsNoScrollingForCompute();
    void buttonsStayInReach();
    void fitsANarrowColumn_data();
    void fitsANarrowColumn();

private:
    template <typename Control>
    [[nodiscard]] Control* find(const char* name) const
    {
        const auto all = m_pane->findChildren<Control*>(QString::fromLatin1(name));
        const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
        return shown == all.end() ? nullptr : *shown;
    }
    void choose(const char* workload) const;
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }
    void enterAddresses(const QString& path) const;
    [[nodiscard]] QString sentence() const { return find<QLabel>("sentence")->text(); }
    [[nodiscard]] QPushButton* button(const char* text) const;
    [[nodiscard]] const Experiment& experiment() const { return m_history->settings().experiment; }

    QTemporaryDir m_folder;
    std::unique_ptr<LabHistory> m_history;
    std::unique_ptr<LabPane> m_pane;
};

void TestLabPane::init()
{
    m_pane.reset();
    m_history = std::make_unique<LabHistory>(2);
    m_pane = std::make_unique<LabPane>(*m_history);
    m_pane->resize(300, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

/// By the keyboard.
void TestLabPane::choose(const char* workload) const
{
    auto* box = find<QComboBox>("workload");
    box->setFocus();
    press(Qt::Key_Home);
    while (box->currentData().toString() != QString::fromLatin1(workload) &&
           box->currentIndex() + 1 < box->count())
        press(Qt::Key_Down);
    QCOMPARE(QString::fromStdString(experiment().workload), QString::fromLatin1(workload));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

void TestLabPane::enterAddresses(const QString& path) const
{
    auto* edit = find<QWidget>("addresses")->findChild<QLineEdit*>();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, path);
    press(Qt::Key_Return);
}

QPushButton* TestLabPane::button(const char* text) const
{
    const auto all = m_pane->findChildren<QPushButton*>();
    return *std::ranges::find(all, QString::fromLatin1(text), &QPushButton::text);
}

void TestLabPane::showsWhatTheWorkloadTakes()
{
    QVERIFY(find<QWidget>("taskLength"));
    QVERIFY(find<QWidget>("serial"));
    QVERIFY(!find<QWidget>("addresses"));
    choose("download");
    QVERIFY(!find<QWidget>("taskLength"));
    QVERIFY(!find<QWidget>("serial"));
    QVERIFY(find<QWidget>("addresses"));
    QVERIFY(find<QWidget>("pictures"));
    QCOMPARE(find<QSpinBox>("tasks")->value(), 35);
    QVERIFY(find<QSpinBox>("workers")->text().contains(u'5'));
    QCOMPARE(find<QSpinBox>("delay-ms")->text(), QStringLiteral("80 ms"));
    choose("increment");
    QVERIFY(!find<QWidget>("delay-ms"));
    QCOMPARE(find<QComboBox>("protection")->count(), 4);
}

void TestLabPane::everySettingIsEdited_data()
{
    QTest::addColumn<QString>("workload");
    for (const WorkloadTraits& workload : workloadTraits())
        QTest::addRow("%s", workload.name.data()) << QString::fromLatin1(workload.name.data());
}

void TestLabPane::everySettingIsEdited()
{
    QFETCH(const QString, workload);
    choose(workload.toLatin1().constData());
    for (const Setting setting : workloadTraitsOf(workload.toStdString())->settings) {
        const SettingTraits& traits = traitsOf(setting);
        auto* control = find<QWidget>(traits.name.data());
        QVERIFY2(control, traits.name.data());
        QVERIFY(!control->accessibleName().isEmpty());
        QCOMPARE(control->accessibleDescription(), sentenceOf(setting));
        const std::int64_t before = experiment().settings[setting];
        control->setFocus();
        press(before == 0 && !traits.choices.empty() ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY2(experiment().settings[setting] != before, traits.name.data());
    }
}

void TestLabPane::theKeyboardFollowsTheEye()
{
    choose("download");
    QStringList order;
    find<QComboBox>("with")->setFocus();
    for (int i = 0; i < 6; ++i) {
        press(Qt::Key_Tab);
        order << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(order.join(u' '), QStringLiteral("delay-ms bandwidth-kb timeout-ms port sharing "));
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("addresses")->findChild<QLineEdit*>());
}

void TestLabPane::saysWhatHasTheFocus()
{
    find<QComboBox>("with")->setFocus();
    QVERIFY(sentence() != sentenceOf(Setting::Serial));
    find<QSpinBox>("serial")->setFocus();
    QCOMPARE(sentence(), sentenceOf(Setting::Serial));
    find<QSpinBox>("tasks")->setFocus();
    press(Qt::Key_Up);
    QVERIFY2(sentence().contains(QStringLiteral("5 × 200 ms: 1 s")), qPrintable(sentence()));
    button("Run all")->setFocus();
    QCOMPARE(sentence(), button("Run all")->accessibleDescription());
}

void TestLabPane::saysWhatIsUnderThePointer()
{
    auto* serial = find<QSpinBox>("serial");
    const int height = find<QLabel>("sentence")->height();
    QTest::mouseMove(serial);
    QTRY_COMPARE(sentence(), sentenceOf(Setting::Serial));
    QCOMPARE(find<QLabel>("sentence")->height(), height);  // nothing moves
    QTest::mouseMove(find<QLabel>("sentence"));
    QTRY_VERIFY(sentence() != sentenceOf(Setting::Serial));
}

void TestLabPane::saysWhyAModeIsMissing()
{
    const auto presets = m_pane->findChildren<QPushButton*>(QStringLiteral("preset"));
    QTest::mouseClick(presets[4], Qt::LeftButton);
    QCOMPARE(find<QSpinBox>("split")->value(), 2);
    choose("philosophers");
    QVERIFY(!presets[2]->isEnabled() && !presets[4]->isEnabled());
    QVERIFY(presets[4]->toolTip().contains(QStringLiteral("cannot be split")));
    QVERIFY(presets[3]->isEnabled() && presets[3]->isChecked());
    QVERIFY(presets[3]->toolTip().isEmpty());
    QCOMPARE(find<QSpinBox>("split")->value(), 1);
    QVERIFY(!find<QSpinBox>("split")->isEnabled());
    choose("compute");
    QVERIFY(presets[4]->isEnabled() && find<QSpinBox>("split")->isEnabled());
}

void TestLabPane::explainsTheKindOfWorker()
{
    auto* with = find<QComboBox>("with");
    QCOMPARE(with->count(), 4);
    with->setFocus();
    for (const WorkerKind kind : allWorkerKinds) {
        QCOMPARE(experiment().with, kind);
        const auto labels = m_pane->findChildren<QLabel*>();
        QVERIFY(std::ranges::find(labels, sentenceOf(kind), &QLabel::text) != labels.end());
        press(Qt::Key_Down);
    }
    QVERIFY(sentenceOf(WorkerKind::GlobalLock).contains(QStringLiteral("a model of CPython's")));
}

void TestLabPane::readsAListOfAddresses()
{
    QFile file(m_folder.filePath(QStringLiteral("list.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("http://a/1\nhttp://a/2\n") > 0);
    file.close();
    choose("download");
    enterAddresses(file.fileName());
    QCOMPARE(find<QSpinBox>("tasks")->value(), 2);
    QVERIFY(!find<QSpinBox>("tasks")->isEnabled());
    QVERIFY(!find<QWidget>("delay-ms"));  // there is no local server
    QVERIFY(button("Run all")->isEnabled());
    auto* clear = find<QWidget>("addresses")->findChild<QLineEdit*>()->findChild<QToolButton*>();
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(find<QSpinBox>("tasks")->value(), 35);
    QVERIFY(find<QSpinBox>("tasks")->isEnabled());
    QTRY_VERIFY(find<QWidget>("delay-ms"));
    m_history->undoStack().undo();
    QCOMPARE(experiment().urls, file.fileName().toStdString());
}

void TestLabPane::refusesAListInPlace()
{
    QFile file(m_folder.filePath(QStringLiteral("list.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("http://a/1\nnonsense\n") > 0);
    file.close();
    choose("download");
    QVERIFY(!find<QLabel>("pathProblem"));
    enterAddresses(file.fileName());
    QVERIFY(find<QLabel>("pathProblem"));
    QVERIFY(find<QLabel>("pathProblem")->text().contains(QStringLiteral("list.txt:2")));
    QVERIFY(!button("Run all")->isEnabled() && !button("Run this plan")->isEnabled());
    m_history->undoStack().undo();
    QVERIFY(!find<QLabel>("pathProblem"));
    QVERIFY(button("Run all")->isEnabled());
}

void TestLabPane::asksForAFolder()
{
    choose("mixed");
    auto* field = find<QWidget>("pictures");
    QTest::mouseClick(field->findChildren<QToolButton*>().constLast(), Qt::LeftButton);
    QTRY_VERIFY(m_pane->findChild<QFileDialog*>());
    auto* dialog = m_pane->findChild<QFileDialog*>();
    dialog->selectFile(m_folder.path());
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_COMPARE(QString::fromStdString(experiment().pictures), m_folder.path());
    QCOMPARE(field->findChild<QLineEdit*>()->text(), m_folder.path());
}

void TestLabPane::undoBringsTheControlsBack()
{
    choose("increment");
    find<QComboBox>("protection")->setFocus();
    press(Qt::Key_Down);
    while (m_history->undoStack().canUndo())
        m_history->undoStack().undo();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!find<QWidget>("protection"));
    QTRY_VERIFY(find<QWidget>("serial"));
    QCOMPARE(find<QComboBox>("workload")->currentText(), QStringLiteral("Compute"));
}

void TestLabPane::needsNoScrollingForCompute()
{
    m_pane->resize(300, 772);  // of a window of 1440 × 900
    const auto* scroll = m_pane->findChild<QScrollArea*>();
    QTRY_VERIFY2(scroll->widget()->height() <= scroll->viewport()->height(),
                 qPrintable(QString::number(scroll->widget()->height())));
}

void TestLabPane::fitsANarrowColumn_data()
{
    everySettingIsEdited_data();
}

void TestLabPane::fitsANarrowColumn()
{
    QFETCH(const QString, workload);
    choose(workload.toLatin1().constData());
    m_pane->resize(250, 330);
    const auto* scroll = m_pane->findChild<QScrollArea*>();
    QTRY_VERIFY(scroll->viewport()->width() < 250);
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
             qPrintable(QString::number(scroll->widget()->width())));
}

void TestLabPane::buttonsStayInReach()
{
    choose("download");
    m_pane->resize(250, 330);
    QTRY_VERIFY(m_pane->height() == 330);
    const QPushButton* run = button("Run all");
    QVERIFY(m_pane->rect().contains(QRect(run->mapTo(m_pane.get(), QPoint()), run->size())));
}

QTEST_MAIN(TestLabPane)
#include "tst_labpane.moc"
