#include "tests/app/windowundertest.h"

#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/shell/messagestrip.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

WindowUnderTest::WindowUnderTest(const QString& runner) : m_runner(runner)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Coreogram"));
    QCoreApplication::setApplicationName(QStringLiteral("window-under-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    // The second is what Qt's file dialogs remember.
    for (const auto format : {QSettings::IniFormat, QSettings::NativeFormat})
        QSettings::setPath(format, QSettings::UserScope, m_folder.path());
    open();
}

WindowUnderTest::~WindowUnderTest() = default;

RunSession& WindowUnderTest::session() const
{
    return *m_window->findChild<RunSession*>();
}

MessageStrip& WindowUnderTest::messages() const
{
    return *m_window->findChild<MessageStrip*>();
}

QPushButton& WindowUnderTest::primary() const
{
    return *m_window->findChild<QPushButton*>(QStringLiteral("primary"));
}

QString WindowUnderTest::statusText() const
{
    return m_window->findChild<QLabel*>(QStringLiteral("statusText"))->text();
}

QString WindowUnderTest::path(const char* name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

void WindowUnderTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void WindowUnderTest::click(QWidget* widget) const
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

void WindowUnderTest::drop(const QString& file, Qt::KeyboardModifiers modifiers) const
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint centre = m_window->rect().center();
    QDragEnterEvent enter(centre, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(centre, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(m_window.get(), &event);
}

bool WindowUnderTest::answerFileDialog(const QString& path) const
{
    const auto isThere = [this] {
        const auto* dialog = m_window->findChild<QFileDialog*>();
        return dialog && dialog->isVisible();
    };
    if (!QTest::qWaitFor(isThere))
        return false;
    auto* dialog = m_window->findChild<QFileDialog*>();
    dialog->selectFile(path);
    return QMetaObject::invokeMethod(dialog, "accept");
}

bool WindowUnderTest::waitUntilIdle() const
{
    return QTest::qWaitFor([this] { return !session().isRunning(); }, 30'000);
}

void WindowUnderTest::reopen()
{
    m_window->close();
    open();
}

void WindowUnderTest::open()
{
    m_window.reset();
    WindowSetup setup;
    setup.runner = m_runner;
    setup.earlierRuns = m_folder.filePath(QStringLiteral("runs"));
    setup.lessons.folders = {m_folder.filePath(QStringLiteral("shipped")),
                             m_folder.filePath(QStringLiteral("own"))};
    setup.lessons.progress = m_folder.filePath(QStringLiteral("progress"));
    setup.lessons.equipment.machine.cores = 2;
    setup.machineCores = 2;
    m_window = std::make_unique<MainWindow>(setup);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}
