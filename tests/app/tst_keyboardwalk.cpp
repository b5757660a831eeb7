// Tab through the whole window: every control is reached, named, and seen to have the focus.

#include "app/lab/runsession.h"
#include "app/lessons/lessonplace.h"
#include "app/mainwindow.h"
#include "app/timeline/comparisonview.h"
#include "tests/app/lessonundertest.h"

#include <QAccessible>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QFile>
#include <QTabBar>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget* widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
           u" in "_s +
           (widget->parentWidget()
                ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                : QString());
}

/// How many pixels differ.
int difference(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

}  // namespace

class TestKeyboardWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyControlIsReachedOnce_data();
    void everyControlIsReachedOnce();
    void everyControlHasNameAndRole_data() { everyControlIsReachedOnce_data(); }
    void everyControlHasNameAndRole();
    void theFocusIsSeen_data();
    void theFocusIsSeen();

private:
    void goTo(const QString& place);
    void goToLessons(bool opensOne);
    /// Presses `key` until the focus is back where it was; the widgets on the way.
    [[nodiscard]] QList<QWidget*> walk(Qt::Key key);
    /// Those that can have the focus by Tab.
    [[nodiscard]] QList<QWidget*> controls() const;
    [[nodiscard]] QImage imageOf(const QWidget& widget) const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestKeyboardWalk::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication::setCursorFlashTime(0);
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    m_ui->window().resize(1440, 900);
}

void TestKeyboardWalk::goTo(const QString& place)
{
    if (place == u"empty"_s)
        return;
    if (place.startsWith(u"lesson"_s))
        return goToLessons(place == u"lesson"_s);
    m_ui->window().findChild<QDoubleSpinBox*>(u"taskLength"_s)->setValue(2);
    m_ui->window().findChild<ComparisonView*>()->setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    if (place == u"observe"_s)
        m_ui->press(Qt::Key_3, Qt::ControlModifier);
    else if (place == u"study"_s)
        m_ui->press(Qt::Key_4, Qt::ControlModifier);
    else if (place == u"code"_s)
        m_ui->press(Qt::Key_K, Qt::ControlModifier);
    else if (place == u"totals"_s || place == u"intervals"_s)
        m_ui->press(Qt::Key_T);
    if (place == u"intervals"_s)
        m_ui->window().findChild<QTabBar*>(u"tableTabs"_s)->setCurrentIndex(1);
    QCoreApplication::processEvents();
}

void TestKeyboardWalk::goToLessons(bool opensOne)
{
    QFile file(m_ui->path("waits.md"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(waitingLesson) > 0);
    file.close();
    m_ui->drop(file.fileName());
    auto& lessons = *m_ui->window().findChild<LessonPlace*>();
    if (opensOne)
        lessons.course().goTo(1);
    else
        lessons.showList();
    QTest::qWait(50);  // what comes is laid out
}

QList<QWidget*> TestKeyboardWalk::walk(Qt::Key key)
{
    m_ui->press(key);  // from wherever the focus is to a control
    QWidget* const first = QApplication::focusWidget();
    QList<QWidget*> way;
    do {
        way << QApplication::focusWidget();
        m_ui->press(key);
    } while (QApplication::focusWidget() != first && way.size() < 200);
    return way;
}

QList<QWidget*> TestKeyboardWalk::controls() const
{
    QList<QWidget*> all;
    for (QWidget* const widget : m_ui->window().findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
            widget->window() == &m_ui->window() && (widget->focusPolicy() & Qt::TabFocus))
            all << widget;
    }
    return all;
}

QImage TestKeyboardWalk::imageOf(const QWidget& widget) const
{
    constexpr int around = 4;
    const QRect rect(widget.mapTo(&m_ui->window(), QPoint()), widget.size());
    return m_ui->window().grab(rect.adjusted(-around, -around, around, around)).toImage();
}

void TestKeyboardWalk::everyControlIsReachedOnce_data()
{
    QTest::addColumn<QString>("place");
    for (const char* place :
         {"empty", "lab", "observe", "study", "code", "totals", "intervals", "lessons", "lesson"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestKeyboardWalk::everyControlIsReachedOnce()
{
    QFETCH(const QString, place);
    goTo(place);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        std::map<const QWidget*, int> reached;
        for (const QWidget* widget : walk(key))
            ++reached[widget];
        QVERIFY(reached.size() > 10);
        QStringList wrong;
        for (const auto& [widget, count] : reached) {
            if (count != 1)
                wrong << u"%1: %2 times"_s.arg(nameOf(widget)).arg(count);
        }
        for (const QWidget* widget : controls()) {
            if (!reached.contains(widget))
                wrong << nameOf(widget) + u": never"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
}

void TestKeyboardWalk::everyControlHasNameAndRole()
{
    QFETCH(const QString, place);
    goTo(place);
    QStringList wrong;
    m_ui->press(Qt::Key_Tab);
    QWidget* const first = QApplication::focusWidget();
    do {
        QWidget* const widget = QApplication::focusWidget();
        const QAccessibleInterface* const access = QAccessible::queryAccessibleInterface(widget);
        if (access->text(QAccessible::Name).isEmpty())
            wrong << nameOf(widget) + u": no name"_s;
        if (access->role() == QAccessible::NoRole || access->role() == QAccessible::Client)
            wrong << nameOf(widget) + u": no role"_s;
        if (!access->state().focused)
            wrong << nameOf(widget) + u": does not say that it has the focus"_s;
        m_ui->press(Qt::Key_Tab);
    } while (QApplication::focusWidget() != first);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestKeyboardWalk::theFocusIsSeen_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("theme");
    for (const char* place :
         {"empty", "lab", "observe", "study", "code", "totals", "intervals", "lessons", "lesson"}) {
        for (const char* theme : {"Light", "Dark", "High Contrast"})
            QTest::addRow("%s, %s", place, theme)
                << QString::fromLatin1(place) << QString::fromLatin1(theme);
    }
}

void TestKeyboardWalk::theFocusIsSeen()
{
    QFETCH(const QString, place);
    QFETCH(const QString, theme);
    goTo(place);
    for (QAction* action : m_ui->window().actions()) {
        if (action->text().remove(u'&') == theme)
            action->trigger();
    }
    constexpr int leastPixels = 40;  // more than the line in which one writes
    QStringList wrong;
    m_ui->press(Qt::Key_Tab);
    const QWidget* const first = QApplication::focusWidget();
    do {
        const QWidget& widget = *QApplication::focusWidget();
        const QImage with = imageOf(widget);
        m_ui->press(Qt::Key_Tab);
        if (difference(with, imageOf(widget)) < leastPixels)
            wrong << nameOf(&widget);
    } while (QApplication::focusWidget() != first);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboardwalk.moc"
