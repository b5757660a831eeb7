#include "core/model/plan.h"
#include "core/model/workloadtraits.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

std::vector<Setting> allSettings()
{
    std::vector<Setting> all;
    for (std::size_t i = 0; i < settingCount; ++i)
        all.push_back(static_cast<Setting>(i));
    return all;
}

Experiment of(const char* workload, int tasks, int workers = 0)
{
    Experiment experiment;
    experiment.workload = workload;
    experiment.tasks = tasks;
    experiment.workers = workers;
    return experiment;
}

}  // namespace

class TestSetting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initialValuesAreAllowed();
    void namesAreTheirOwn();
    void textsAndBack();
    void wrongTexts_data();
    void wrongTexts();
    void everySettingIsOfAWorkload();
    void onlySplittableTasksHaveAllModes();
    void queuesAreBoundedByWorkers();
    void partsOfWholeTasksAreRefused();
    void settingsOutOfRangeAreRefused();
};

void TestSetting::initialValuesAreAllowed()
{
    const Settings settings;
    for (const Setting setting : allSettings()) {
        const SettingTraits& traits = traitsOf(setting);
        QVERIFY2(settings[setting] >= traits.low && settings[setting] <= traits.high,
                 qPrintable(text(std::string(traits.name))));
        QVERIFY(!traits.summary.empty());
    }
    QCOMPARE(settings[Setting::Items], 1'000'000);
    QCOMPARE(settings[Setting::Delay], 80);
    QCOMPARE(settings[Setting::Bandwidth], 4'000);
    QCOMPARE(settings[Setting::Timeout], 10'000);
    QCOMPARE(settings.choice<Sharing>(Setting::Sharing), Sharing::Shared);
}

void TestSetting::namesAreTheirOwn()
{
    std::set<std::string_view> names;
    for (const Setting setting : allSettings()) {
        names.insert(traitsOf(setting).name);
        QCOMPARE(settingNamed(traitsOf(setting).name), std::optional(setting));
    }
    QCOMPARE(names.size(), settingCount);
    QVERIFY(!settingNamed("colour"));
}

void TestSetting::textsAndBack()
{
    for (const Setting setting : allSettings()) {
        for (const std::int64_t value : {traitsOf(setting).low, traitsOf(setting).high}) {
            const auto back = valueOf(setting, textOf(setting, value));
            QVERIFY(back.has_value());
            QCOMPARE(*back, value);
        }
    }
    QCOMPARE(text(textOf(Setting::Protection, 2)), QStringLiteral("shared"));
}

void TestSetting::wrongTexts_data()
{
    QTest::addColumn<int>("setting");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("error");
    const auto row = [](Setting setting, const char* given, const char* error) {
        QTest::addRow("%s %s", std::string(traitsOf(setting).name).c_str(), given)
            << static_cast<int>(setting) << QString::fromUtf8(given) << QString::fromUtf8(error);
    };
    row(Setting::Items, "0", "--items is “0”; expected a whole number from 1 to 20000000");
    row(Setting::Items, "20000001",
        "--items is “20000001”; expected a whole number from 1 to 20000000");
    row(Setting::Items, "1e6", "--items is “1e6”; expected a whole number from 1 to 20000000");
    row(Setting::Items, "", "--items is “”; expected a whole number from 1 to 20000000");
    row(Setting::Serial, "99999999999999999999",
        "--serial is “99999999999999999999”; expected a whole number from 0 to 100");
    row(Setting::Sharing, "1", "--sharing is “1”; expected static, shared or stealing");
    row(Setting::Order, "random", "--order is “random”; expected opposite or same");
}

void TestSetting::wrongTexts()
{
    QFETCH(int, setting);
    QFETCH(QString, given);
    const auto value = valueOf(static_cast<Setting>(setting), given.toStdString());
    QVERIFY(!value);
    QTEST(text(value.error().message), "error");
}

void TestSetting::everySettingIsOfAWorkload()
{
    for (const Setting setting : allSettings())
        QVERIFY(std::ranges::any_of(workloadTraits(), [setting](const WorkloadTraits& workload) {
            return workload.has(setting);
        }));
    QVERIFY(!workloadTraitsOf("dreaming"));
    QVERIFY(workloadTraitsOf("append")->has(Setting::Items));
    QVERIFY(!workloadTraitsOf("compute")->has(Setting::Items));
}

void TestSetting::onlySplittableTasksHaveAllModes()
{
    QCOMPARE(modesOf(of("compute", 4)).size(), allModes.size());
    QCOMPARE(modesOf(of("download", 35)),
             (std::vector<Mode>{Mode::Sequential, Mode::Concurrent, Mode::Both}));
}

void TestSetting::queuesAreBoundedByWorkers()
{
    QCOMPARE(planFor(Mode::Concurrent, of("download", 35), 2).inProgress, 5);
    QCOMPARE(planFor(Mode::Both, of("download", 35, 8), 2), (Plan{8, 1, 2, WorkerKind::Threads}));
    QCOMPARE(planFor(Mode::Concurrent, of("sleep", 10), 2).inProgress, 10);
    QCOMPARE(planFor(Mode::Concurrent, of("sleep", 10, 5), 2).inProgress, 5);
    // Where tasks compute, all are in progress, however many workers share the cores.
    QCOMPARE(planFor(Mode::Concurrent, of("compute", 10, 5), 2).inProgress, 10);
}

void TestSetting::partsOfWholeTasksAreRefused()
{
    const auto ok = validate(Plan{1, 2, 2, WorkerKind::Threads}, of("download", 3), 2);
    QVERIFY(!ok);
    QCOMPARE(text(ok.error().message),
             QStringLiteral("the number of parts a task is split into is 2; expected 1, since a "
                            "task of the workload download cannot be split"));
    QVERIFY(validate(Plan{1, 2, 2, WorkerKind::Threads}, of("append", 3), 2));
}

void TestSetting::settingsOutOfRangeAreRefused()
{
    Experiment experiment;
    experiment.settings[Setting::Serial] = 101;
    const auto ok = validate(experiment);
    QVERIFY(!ok);
    QCOMPARE(text(ok.error().message), QStringLiteral("serial is 101; expected 0 to 100"));
}

QTEST_GUILESS_MAIN(TestSetting)
#include "tst_setting.moc"
