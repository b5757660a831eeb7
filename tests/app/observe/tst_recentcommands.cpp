#include "app/observe/recentcommandlist.h"
#include "app/observe/recentcommands.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestRecentCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheNewestFirst();
    void isRemembered();
    void choosesByMouse();
    void choosesByKeyboard();

private:
    void add(std::initializer_list<const char*> lines) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_memory;
    std::unique_ptr<RecentCommands> m_recent;
};

void TestRecentCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("memory.ini")),
                                           QSettings::IniFormat);
    m_recent = std::make_unique<RecentCommands>(*m_memory);
}

void TestRecentCommands::add(std::initializer_list<const char*> lines) const
{
    for (const char* line : lines)
        m_recent->add(QString::fromUtf8(line));
}

void TestRecentCommands::keepsTheNewestFirst()
{
    add({"a", "b", "a"});
    QCOMPARE(m_recent->lines(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    for (int i = 0; i < 20; ++i)
        m_recent->add(QString::number(i));
    QCOMPARE(m_recent->lines().size(), RecentCommands::most);
    QCOMPARE(m_recent->lines().front(), QStringLiteral("19"));
    m_recent->clear();
    QVERIFY(m_recent->lines().isEmpty());
}

void TestRecentCommands::isRemembered()
{
    add({"python3 \"a b.py\", x"});
    const RecentCommands other(*m_memory);
    QCOMPARE(other.lines(), m_recent->lines());
}

void TestRecentCommands::choosesByMouse()
{
    add({"a", "b"});
    RecentCommandList list(*m_recent);
    list.show();
    const QSignalSpy chosen(&list, &RecentCommandList::lineChosen);
    const QSignalSpy activated(&list, &RecentCommandList::lineActivated);
    const QPoint second = list.visualItemRect(list.item(1)).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("a"));
    QCOMPARE(activated.size(), 0);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), QStringLiteral("a"));
}

void TestRecentCommands::choosesByKeyboard()
{
    add({"a", "b"});
    RecentCommandList list(*m_recent);
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    list.setFocus(Qt::TabFocusReason);
    const QSignalSpy chosen(&list, &RecentCommandList::lineChosen);
    const QSignalSpy activated(&list, &RecentCommandList::lineActivated);
    QCOMPARE(chosen.size(), 0);  // to pass by chooses nothing
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("a"));
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), QStringLiteral("a"));
}

QTEST_MAIN(TestRecentCommands)
#include "tst_recentcommands.moc"
