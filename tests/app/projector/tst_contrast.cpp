#include "app/mainwindow.h"
#include "app/shell/command.h"
#include "app/theme/workstate.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "app/workspace.h"
#include "tests/app/projector/patchlook.h"
#include "tests/app/windowundertest.h"
#include "tests/support/recordingtext.h"

#include <QAction>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// What two states must differ by, to every eye; 2.3 would just be noticed side by side.
constexpr double leastDifference = 6;

/// So many times as far off as a screen at a desk a wall is looked at: pictures are made smaller.
constexpr int wallDistance = 2;

/// Every state of a task, one after another; running and ready come twice. Task 2 has not started
/// meanwhile, and core 1 has nothing to do.
constexpr auto everyState =
    "T1[0-240] T2[239-240]; W1: T1 run 0-20@0 ready 20-40 io 40-60 lock 60-80 queue 80-100 "
    "sleep 100-120 join 120-140 unknown 140-160 unseen 160-180 run 200-220@0 ready 220-240; "
    "W2: T2 run 239-240@0; evidence exact; known 240";

/// A stretch of a row of which one thing is true.
struct Stretch {
    const char* name = "";
    std::size_t row = 0;
    std::chrono::milliseconds start{};
};

constexpr std::chrono::milliseconds stretchLength{20};

constexpr std::array taskStretches{
    Stretch{"running", 0, 0ms},       Stretch{"ready", 0, 20ms},       Stretch{"I/O", 0, 40ms},
    Stretch{"lock", 0, 60ms},         Stretch{"queue", 0, 80ms},       Stretch{"sleep", 0, 100ms},
    Stretch{"join", 0, 120ms},        Stretch{"blocked", 0, 140ms},    Stretch{"unseen", 0, 160ms},
    Stretch{"in progress", 0, 180ms}, Stretch{"not started", 1, 100ms}};
constexpr std::array coreStretches{Stretch{"running", 0, 0ms}, Stretch{"idle core", 1, 100ms}};
constexpr Stretch runningAgain{"running again", 0, 200ms};
constexpr Stretch readyAgain{"ready again", 0, 220ms};

Comparison sample()
{
    Comparison comparison;
    comparison.machine = {2, 2, "Test processor", true};
    comparison.runs = {recordingFrom(everyState)};
    comparison.isComplete = true;
    return comparison;
}

/// Two stretches and what lies between them to the eye.
struct Pair {
    QString names;
    double difference = 1e9;
};

}  // namespace

/// Whether whole screenshots of the window keep the states apart for every eye, computed from what
/// is on the screen: the mean colour and the texture of each state's pixels.
class TestContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eyesAreModelled();
    void alikeIsFoundAlike();
    void colourAloneIsNotEnough();
    void textureAloneIs();
    void statesAreKeptApart_data();
    void statesAreKeptApart();

private:
    void trigger(Command command) const;
    void shoot();
    [[nodiscard]] QRect placeOf(const Stretch& stretch) const;
    [[nodiscard]] PatchLook look(const Stretch& stretch, Vision vision) const
    {
        return lookAt(m_picture, placeOf(stretch), vision);
    }
    [[nodiscard]] Pair worstPair(std::span<const Stretch> stretches, Vision vision) const;
    [[nodiscard]] ComparisonView& view() const
    {
        return *m_ui->window().findChild<ComparisonView*>();
    }

    const Comparison m_comparison = sample();
    std::unique_ptr<WindowUnderTest> m_ui;
    QImage m_picture;  ///< the whole window
};

void TestContrast::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestContrast::init()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
    m_ui->window().resize(1440, 900);
    m_ui->window().findChild<Workspace*>()->setComparison(&m_comparison);
    m_ui->window().findChild<Workspace*>()->setActivity(Activity::Idle);
    shoot();
}

void TestContrast::trigger(Command command) const
{
    for (QAction* const action : m_ui->window().actions()) {
        if (action->text() == lookOf(command).text)
            return action->trigger();
    }
    QFAIL("there is no such command");
}

void TestContrast::shoot()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    m_picture = m_ui->window().grab().toImage();
    if (view().settings().style.isProjected)
        m_picture = m_picture.scaled(m_picture.size() / wallDistance, Qt::IgnoreAspectRatio,
                                     Qt::SmoothTransformation);
    m_picture.convertTo(QImage::Format_RGB32);
}

QRect TestContrast::placeOf(const Stretch& stretch) const
{
    const auto* const panel = view().findChild<PanelWidget*>();
    const PanelLayout layout = panel->geometryOfParts();
    const TimeRange visible = view().viewport().visible();
    const auto xOf = [&](std::chrono::milliseconds t) {
        return layout.plot.left() + timeToPixel(t, visible, layout.plot.width());
    };
    const QRectF bar = layout.barRect(stretch.row);
    // Without the outline, nor what lies beside it.
    const QRectF inside(QPointF(xOf(stretch.start), bar.top()),
                        QPointF(xOf(stretch.start + stretchLength), bar.bottom()));
    const QRectF place =
        inside.adjusted(6, 3, -6, -3).translated(panel->mapTo(&m_ui->window(), QPoint()));
    const int smaller = view().settings().style.isProjected ? wallDistance : 1;
    return QRectF(place.topLeft() / smaller, place.size() / smaller).toRect();
}

Pair TestContrast::worstPair(std::span<const Stretch> stretches, Vision vision) const
{
    Pair worst;
    for (auto one = stretches.begin(); one != stretches.end(); ++one) {
        for (auto other = std::next(one); other != stretches.end(); ++other) {
            const double difference = differenceOf(look(*one, vision), look(*other, vision));
            if (difference < worst.difference)
                worst = {QStringLiteral("%1 and %2")
                             .arg(QLatin1String(one->name), QLatin1String(other->name)),
                         difference};
        }
    }
    return worst;
}

void TestContrast::eyesAreModelled()
{
    for (const Vision vision : allVisions) {
        const Lab white = seen(qRgb(255, 255, 255), vision);
        QVERIFY(std::abs(white.l - 100) < 0.1 && std::hypot(white.a, white.b) < 0.1);
        QVERIFY(seen(qRgb(0, 0, 0), vision).l < 0.1);
    }
    const Lab red = seen(qRgb(255, 0, 0), Vision::Usual);  // as every table of L*a*b* has it
    QVERIFY(differenceOf(red, Lab{53.24, 80.09, 67.20}) < 0.1);
    const Lab grey = seen(qRgb(255, 0, 0), Vision::Greyscale);
    QVERIFY(std::abs(grey.l - red.l) < 0.1 && std::hypot(grey.a, grey.b) < 0.1);
    // Red and green are one hue, yellow and blue another, to who lacks one of the first two cones.
    for (const Vision vision : {Vision::Protanopia, Vision::Deuteranopia}) {
        const Lab apple = seen(qRgb(255, 0, 0), vision);
        const Lab leaf = seen(qRgb(0, 255, 0), vision);
        QVERIFY(apple.b > 10 && leaf.b > 10);
        QVERIFY(seen(qRgb(0, 0, 255), vision).b < -10);
    }
    QVERIFY(seen(qRgb(0, 0, 255), Vision::Tritanopia).a < 0);  // blue and green are one to others
}

void TestContrast::alikeIsFoundAlike()
{
    for (const Vision vision : allVisions) {
        const double runs =
            differenceOf(look(taskStretches[0], vision), look(runningAgain, vision));
        QVERIFY2(runs < leastDifference / 3, nameOf(vision));
        const double waits = differenceOf(look(taskStretches[1], vision), look(readyAgain, vision));
        QVERIFY2(waits < leastDifference / 3, nameOf(vision));
    }
}

void TestContrast::colourAloneIsNotEnough()
{
    // Of one lightness: they differ to most people, and not without colour.
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(QColor(200, 80, 80));
    QPainter(&picture).fillRect(20, 0, 20, 20, QColor(72, 130, 72));
    const auto difference = [&](Vision vision) {
        return differenceOf(lookAt(picture, {0, 0, 20, 20}, vision),
                            lookAt(picture, {20, 0, 20, 20}, vision));
    };
    QVERIFY(difference(Vision::Usual) > 50);
    QVERIFY(difference(Vision::Greyscale) < leastDifference);
}

void TestContrast::textureAloneIs()
{
    QImage picture(80, 40, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < 40; ++y) {  // hatched one way, and the other way
        for (int x = 0; x < 40; ++x) {
            picture.setPixel(x, y, (x + y) % 7 == 0 ? 0xff000000 : 0xffffffff);
            picture.setPixel(x + 40, y, (x + 40 - y) % 7 == 0 ? 0xff000000 : 0xffffffff);
        }
    }
    const PatchLook one = lookAt(picture, {0, 0, 35, 35}, Vision::Greyscale);
    const PatchLook other = lookAt(picture, {40, 0, 35, 35}, Vision::Greyscale);
    QVERIFY(differenceOf(one.colour, other.colour) < 1);
    QVERIFY(differenceOf(one, other) > leastDifference);
}

void TestContrast::statesAreKeptApart_data()
{
    QTest::addColumn<Command>("theme");
    QTest::addColumn<bool>("isProjected");
    QTest::addColumn<bool>("byState");
    const std::pair<const char*, Command> themes[] = {
        {"light", Command::LightTheme},
        {"dark", Command::DarkTheme},
        {"high contrast", Command::HighContrastTheme}};
    for (const auto& [name, theme] : themes) {
        for (const bool isProjected : {false, true}) {
            for (const bool byState : {false, true})
                QTest::addRow("%s, %s, by %s", name, isProjected ? "on a wall" : "at a desk",
                              byState ? "state" : "task")
                    << theme << isProjected << byState;
        }
    }
}

void TestContrast::statesAreKeptApart()
{
    QFETCH(Command, theme);
    QFETCH(bool, isProjected);
    QFETCH(bool, byState);
    trigger(theme);
    if (byState)
        trigger(Command::SwitchColours);
    if (isProjected) {
        m_ui->press(Qt::Key_F11);
        m_ui->window().resize(1920, 1080);
    }
    const auto check = [this](std::span<const Stretch> stretches) {
        shoot();
        for (const Vision vision : allVisions) {
            const Pair worst = worstPair(stretches, vision);
            const QString line = QStringLiteral("%1: %2 differ by %3")
                                     .arg(QLatin1String(nameOf(vision)), worst.names)
                                     .arg(worst.difference, 0, 'f', 1);
            qInfo("%s", qPrintable(line));
            QVERIFY2(worst.difference >= leastDifference, qPrintable(line));
        }
    };
    check(taskStretches);
    trigger(Command::SwitchRows);
    trigger(Command::SwitchRows);
    check(coreStretches);
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
