#include "app/code/codecolours.h"
#include "app/code/codepane.h"
#include "app/code/codeview.h"
#include "app/shell/segmentedswitch.h"
#include "app/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFontMetrics>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// The pane with a program, used as a user does.
class TestCodePane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheProgramOfThePlan();
    void switchesTheLanguage();
    void remembersTheLanguage();
    void keepsThePlaceInTheText();
    void saysWhyThereIsNone();
    void saysThatThereIsNoneYet();
    void copiesAll();
    void copiesWhatIsSelected();
    void cannotBeChanged();
    void savesAFile();
    void saysWhatCannotBeSaved();
    void isReachedByKeyboard();
    void tellsScreenReaders();
    void coloursTheText();
    void isLargeOnAWall();
    void bothStandSideBySide();
    void narrowPaneHasOneAboveTheOther();
    void bothIsAChoiceThatIsRemembered();
    void programInOneLanguageLeavesNoChoice();
    void planInBothComesWithEither();
    void bothAreScrolledTogether();

private:
    void open();
    /// With all that is of the first program, or the only one.
    [[nodiscard]] QWidget& page() const { return *m_pane->view().parentWidget(); }
    [[nodiscard]] QWidget& otherPage() const { return *m_pane->otherView()->parentWidget(); }
    [[nodiscard]] QWidget& code() const;
    [[nodiscard]] QAbstractButton& button(const char* name) const;
    [[nodiscard]] QString command() const;
    void choose(Language language) const;
    [[nodiscard]] bool answerFileDialog(const QString& path) const;
    [[nodiscard]] QString expected(Language language) const;
    /// Where the second of both programs is, seen from the first.
    [[nodiscard]] QPoint wayToTheOther() const
    {
        return m_pane->otherView()->mapTo(m_pane.get(), QPoint()) -
               m_pane->view().mapTo(m_pane.get(), QPoint());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<CodePane> m_pane;
    Experiment m_experiment;
    Plan m_plan;
};

void TestCodePane::init()
{
    m_pane.reset();
    m_memory = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("memory")),
                                           QSettings::IniFormat);
    m_memory->clear();
    m_experiment = {};
    m_experiment.workload = "append";
    m_plan = {4, 1, 2, WorkerKind::Threads};
    open();
}

void TestCodePane::open()
{
    m_pane = std::make_unique<CodePane>(*m_memory);
    m_pane->resize(700, 400);
    m_pane->setTheme(lightTheme());
    m_pane->setPlan(m_experiment, m_plan);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

QWidget& TestCodePane::code() const
{
    return *page().findChild<QWidget*>(QStringLiteral("code"));
}

QAbstractButton& TestCodePane::button(const char* name) const
{
    return *page().findChild<QAbstractButton*>(QString::fromLatin1(name));
}

QString TestCodePane::command() const
{
    return page().findChild<QLabel*>(QStringLiteral("codeCommand"))->text();
}

void TestCodePane::choose(Language language) const
{
    const auto choices = m_pane->findChild<SegmentedSwitch*>()->findChildren<QAbstractButton*>();
    QTest::mouseClick(choices[language == Language::Python ? 0 : 1], Qt::LeftButton);
}

bool TestCodePane::answerFileDialog(const QString& path) const
{
    if (!QTest::qWaitFor([this] { return m_pane->findChild<QFileDialog*>() != nullptr; }))
        return false;
    auto* dialog = m_pane->findChild<QFileDialog*>();
    dialog->selectFile(path);
    return QMetaObject::invokeMethod(dialog, "accept");
}

QString TestCodePane::expected(Language language) const
{
    return QString::fromStdString(programFor(m_experiment, m_plan, language));
}

void TestCodePane::showsTheProgramOfThePlan()
{
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
    QCOMPARE(command(), QStringLiteral("python3 append.py"));
    m_plan = {1, 2, 2, WorkerKind::Processes};
    m_pane->setPlan(m_experiment, m_plan);
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
    QVERIFY(m_pane->view().text().contains(QStringLiteral("ProcessPoolExecutor(SPLIT)")));
}

void TestCodePane::switchesTheLanguage()
{
    choose(Language::Cpp);
    QCOMPARE(m_pane->view().text(), expected(Language::Cpp));
    QVERIFY(command().startsWith(QStringLiteral("c++ -std=c++20")));
    choose(Language::Python);
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
}

void TestCodePane::remembersTheLanguage()
{
    choose(Language::Cpp);
    open();
    QCOMPARE(m_pane->languages(), CodePane::Languages::Cpp);
    QCOMPARE(m_pane->view().text(), expected(Language::Cpp));
    QCOMPARE(m_pane->findChild<SegmentedSwitch*>()->choice(), 1);
}

void TestCodePane::keepsThePlaceInTheText()
{
    m_pane->view().setFirstVisibleLine(12);
    QCOMPARE(m_pane->view().firstVisibleLine(), 12);
    m_experiment.tasks = 5;
    m_pane->setPlan(m_experiment, m_plan);
    QVERIFY(m_pane->view().text().contains(QStringLiteral("TASKS = 5\n")));
    QCOMPARE(m_pane->view().firstVisibleLine(), 12);
    choose(Language::Cpp);
    QCOMPARE(m_pane->view().firstVisibleLine(), 0);
}

void TestCodePane::saysWhyThereIsNone()
{
    m_pane->setProblem(QStringLiteral("There is no such plan."));
    const auto* problem = page().findChild<QLabel*>(QStringLiteral("codeProblem"));
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), QStringLiteral("There is no such plan."));
    QVERIFY(!m_pane->view().isVisible());
    QVERIFY(!button("copyCode").isEnabled());
    QVERIFY(!button("saveCode").isEnabled());
    choose(Language::Cpp);
    QVERIFY(!m_pane->view().isVisible());
    m_pane->setPlan(m_experiment, m_plan);
    QVERIFY(!problem->isVisible());
    QVERIFY(m_pane->view().isVisible());
    QCOMPARE(m_pane->view().text(), expected(Language::Cpp));
}

void TestCodePane::saysThatThereIsNoneYet()
{
    m_pane->setTexts(QStringLiteral("print(1)\n"), QStringLiteral("int main() {}\n"));
    m_pane->setNothing(QStringLiteral("There is no program yet."));
    const auto* const note = page().findChild<QLabel*>(QStringLiteral("codeNote"));
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), QStringLiteral("There is no program yet."));
    QVERIFY(!page().findChild<QLabel*>(QStringLiteral("codeProblem"))->isVisible());
    QVERIFY(!m_pane->view().isVisible());
    QVERIFY(!m_pane->otherView());
    QVERIFY(!m_pane->findChild<SegmentedSwitch*>()->isVisible());
    m_pane->setPlan(m_experiment, m_plan);
    QVERIFY(!note->isVisible());
    QVERIFY(m_pane->findChild<SegmentedSwitch*>()->isVisible());
    QCOMPARE(command(), QStringLiteral("python3 append.py"));
}

void TestCodePane::copiesAll()
{
    QApplication::clipboard()->clear();
    const QSignalSpy news(m_pane.get(), &CodePane::done);
    QTest::mouseClick(&button("copyCode"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), expected(Language::Python));
    QCOMPARE(news.count(), 1);
}

void TestCodePane::copiesWhatIsSelected()
{
    code().setFocus();
    QTest::keyClick(&code(), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&code(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&code(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\"\"\""));
}

void TestCodePane::cannotBeChanged()
{
    code().setFocus();
    QTest::keyClicks(&code(), QStringLiteral("x y"));
    QTest::keyClick(&code(), Qt::Key_Delete);
    QTest::keyClick(&code(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
}

void TestCodePane::savesAFile()
{
    const QString path = m_folder.filePath(QStringLiteral("mine"));
    choose(Language::Cpp);
    QTest::mouseClick(&button("saveCode"), Qt::LeftButton);
    QVERIFY(answerFileDialog(path));
    QFile file(path + QStringLiteral(".cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), expected(Language::Cpp));
}

void TestCodePane::saysWhatCannotBeSaved()
{
    const QSignalSpy failures(m_pane.get(), &CodePane::failed);
    QTest::mouseClick(&button("saveCode"), Qt::LeftButton);
    const QString path = m_folder.filePath(QStringLiteral("removed/mine.py"));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("removed")));
    auto* dialog = m_pane->findChild<QFileDialog*>();
    QVERIFY(dialog);
    QVERIFY(QDir(m_folder.path()).rmdir(QStringLiteral("removed")));
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(failures.count(), 1);
    QVERIFY(failures[0][0].toString().contains(QStringLiteral("mine.py")));
}

void TestCodePane::isReachedByKeyboard()
{
    QStringList reached;
    m_pane->findChild<SegmentedSwitch*>()->setFocus();
    for (int i = 0; i < 6; ++i) {
        QWidget* const focus = QApplication::focusWidget();
        QVERIFY(focus);
        reached << focus->objectName();
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char* const name : {"copyCode", "saveCode", "code"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)),
                 qPrintable(reached.join(QLatin1Char(' '))));
}

void TestCodePane::tellsScreenReaders()
{
    QCOMPARE(code().accessibleName(), QStringLiteral("The program"));
    QCOMPARE(m_pane->findChild<SegmentedSwitch*>()->accessibleName(), QStringLiteral("Language"));
    for (const char* const name : {"copyCode", "saveCode"})
        QVERIFY(!button(name).accessibleDescription().isEmpty());
}

void TestCodePane::coloursTheText()
{
    for (const Theme& theme : {lightTheme(), darkTheme(), highContrastTheme()}) {
        m_pane->setTheme(theme);
        const CodeColours colours = codeColoursOf(theme);
        QCOMPARE(m_pane->view().colourAt(0, 5), colours.comment);  // what the program is
        const QStringList lines = m_pane->view().text().split(QLatin1Char('\n'));
        const auto import = static_cast<int>(lines.indexOf(QStringLiteral("import queue")));
        QVERIFY(import > 0);
        QCOMPARE(m_pane->view().colourAt(import, 0), colours.keyword);
        QCOMPARE(m_pane->view().colourAt(import, 8), colours.text);
    }
}

void TestCodePane::isLargeOnAWall()
{
    const auto lines = [this] {
        m_pane->view().setFirstVisibleLine(10'000);
        return m_pane->view().firstVisibleLine();  // the more, the larger the letters
    };
    const int atADesk = lines();
    m_pane->setProjected(true);
    QVERIFY(m_pane->view().letterHeight() >= 28);
    QVERIFY(lines() > atADesk);
    m_pane->setProjected(false);
    QCOMPARE(lines(), atADesk);
    QVERIFY(m_pane->view().letterHeight() >= QFontInfo(m_pane->font()).pixelSize());
}

void TestCodePane::bothStandSideBySide()
{
    m_pane->resize(1100, 500);
    m_pane->setTexts(QStringLiteral("print(1)\n"), QStringLiteral("int main() {}\n"));
    QApplication::processEvents();
    QCOMPARE(m_pane->view().text(), QStringLiteral("print(1)\n"));
    QVERIFY(m_pane->otherView());
    QVERIFY(m_pane->otherView()->isVisible());
    QCOMPARE(m_pane->otherView()->text(), QStringLiteral("int main() {}\n"));
    QCOMPARE(wayToTheOther().y(), 0);
    QVERIFY(std::abs(m_pane->view().width() - m_pane->otherView()->width()) <= 2);
    QVERIFY(wayToTheOther().x() >= 500);
    const auto titleOf = [](const QWidget& page) {
        const auto* const title = page.findChild<QLabel*>(QStringLiteral("codeLanguage"));
        return title->isVisible() ? title->text() : QString();
    };
    QCOMPARE(titleOf(page()), QStringLiteral("Python"));
    QCOMPARE(titleOf(otherPage()), QStringLiteral("C++"));
    QTest::mouseClick(otherPage().findChild<QAbstractButton*>(QStringLiteral("copyCode")),
                      Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("int main() {}\n"));
}

void TestCodePane::narrowPaneHasOneAboveTheOther()
{
    m_pane->setTexts(QStringLiteral("print(1)\n"), QStringLiteral("int main() {}\n"));
    for (const int width : {500, 1100, 500}) {
        m_pane->resize(width, 500);
        QApplication::processEvents();
        QCOMPARE(wayToTheOther().x() > 0, width == 1100);
        QCOMPARE(wayToTheOther().y() > 0, width == 500);
    }
    m_pane->resize(1100, 500);
    m_pane->setProjected(true);  // with letters that large, it is narrow again
    QApplication::processEvents();
    QVERIFY(wayToTheOther().y() > 0);
    for (const CodeView* const view : {&m_pane->view(), m_pane->otherView()})
        QVERIFY(view->letterHeight() >= 24);
    QVERIFY(!button("copyCode").isVisible());  // nor what else is small
    QVERIFY(!m_pane->findChild<SegmentedSwitch*>()->isVisible());
    m_pane->setProjected(false);
    QVERIFY(button("copyCode").isVisible());
    QVERIFY(m_pane->findChild<SegmentedSwitch*>()->isVisible());
}

void TestCodePane::bothIsAChoiceThatIsRemembered()
{
    const auto choices = m_pane->findChild<SegmentedSwitch*>()->findChildren<QAbstractButton*>();
    QTest::mouseClick(choices[2], Qt::LeftButton);
    open();
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
    QCOMPARE(m_pane->otherView()->text(), expected(Language::Cpp));
    QVERIFY(m_pane->view().isWrapped());
    choose(Language::Cpp);
    QCOMPARE(m_pane->view().text(), expected(Language::Cpp));
    QVERIFY(!m_pane->otherView());
    QVERIFY(!m_pane->view().isWrapped());
}

void TestCodePane::programInOneLanguageLeavesNoChoice()
{
    const auto& choice = *m_pane->findChild<SegmentedSwitch*>();
    m_pane->setTexts({}, QStringLiteral("int main() {}\n"));
    QCOMPARE(m_pane->view().text(), QStringLiteral("int main() {}\n"));
    QVERIFY(!m_pane->otherView());
    QVERIFY(!choice.isVisible());
    m_pane->setPlan(m_experiment, m_plan);
    QVERIFY(choice.isVisible());
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
}

void TestCodePane::planInBothComesWithEither()
{
    m_pane->setPlanInBoth(m_experiment, m_plan, Language::Cpp);
    QCOMPARE(m_pane->view().text(), expected(Language::Cpp));
    QCOMPARE(m_pane->otherView()->text(), expected(Language::Python));
    m_pane->setPlan(m_experiment, m_plan);  // what was chosen before is not forgotten
    QCOMPARE(m_pane->view().text(), expected(Language::Python));
    QVERIFY(!m_pane->otherView());
}

void TestCodePane::bothAreScrolledTogether()
{
    m_pane->resize(1100, 220);
    m_pane->setPlanInBoth(m_experiment, m_plan, Language::Python);
    QApplication::processEvents();
    QVERIFY(m_pane->scroll(1));
    QVERIFY(m_pane->view().firstVisibleLine() > 0);
    QVERIFY(m_pane->otherView()->firstVisibleLine() > 0);
    while (m_pane->scroll(1)) {
    }
    while (m_pane->scroll(-1)) {
    }
    QCOMPARE(m_pane->view().firstVisibleLine(), 0);
    QCOMPARE(m_pane->otherView()->firstVisibleLine(), 0);
}

QTEST_MAIN(TestCodePane)
#include "tst_codepane.moc"
