#include "core/lesson/condition.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using namespace lesson;

QString textOf(const Amount& amount)
{
    switch (amount.kind) {
    case Amount::Kind::Known:
        return QString::number(amount.value, 'g', 12);
    case Amount::Kind::Measured: {
        const Measure& measure = amount.measure;
        const QString prefix = measure.statistic == Statistic::Lowest    ? u"lowest "_s
                               : measure.statistic == Statistic::Highest ? u"highest "_s
                                                                         : QString();
        return prefix + QString::fromStdString(std::string(traitsOf(measure.quantity).name)) +
               u'(' + QString::fromStdString(measure.of) + u')';
    }
    case Amount::Kind::Sum:
        return u"(%1 + %2)"_s.arg(textOf(amount.parts[0]), textOf(amount.parts[1]));
    case Amount::Kind::Difference:
        return u"(%1 - %2)"_s.arg(textOf(amount.parts[0]), textOf(amount.parts[1]));
    case Amount::Kind::Product:
        return u"(%1 * %2)"_s.arg(textOf(amount.parts[0]), textOf(amount.parts[1]));
    case Amount::Kind::Quotient:
        return u"(%1 / %2)"_s.arg(textOf(amount.parts[0]), textOf(amount.parts[1]));
    }
    return {};
}

QString textOf(const Condition& condition)
{
    static const QStringList signs{u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    if (const auto* const verdict = std::get_if<VerdictIs>(&condition.kind))
        return u"verdict(%1) %2 %3"_s.arg(
            QString::fromStdString(verdict->of), verdict->isNegated ? u"!="_s : u"="_s,
            QString::fromStdString(std::string(nameOf(verdict->verdict))));
    const auto& comparing = std::get<Comparing>(condition.kind);
    QString text = textOf(comparing.left) + u' ' + signs[static_cast<int>(comparing.relation)] +
                   u' ' + textOf(comparing.right);
    if (comparing.tolerance.share > 0)
        text += u" ± %1 of it"_s.arg(comparing.tolerance.share);
    if (comparing.tolerance.amount > 0)
        text += u" ± %1"_s.arg(comparing.tolerance.amount);
    return text;
}

}  // namespace

/// The expressions of claims: what they mean, and what is wrong where.
class TestCondition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expressions_data();
    void expressions();
    void everyQuantityIsReadByItsName();
    void tooLong();
};

void TestCondition::expressions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& text, const QString& expected) {
        QTest::addRow("%s", qPrintable(text)) << text << expected;
    };
    row(u"cpu-share(a.b) >= 0.9"_s, u"cpu-share(a.b) >= 0.9"_s);
    row(u"wall(a) = 10 × 40 ms ± 3 %"_s, u"wall(a) = (10 * 40000000) ± 0.03 of it"_s);
    row(u"wall(a) = 400ms +- 5 ms"_s, u"wall(a) = 400000000 ± 5e+06"_s);
    row(u"wall(a) + wall(b) * 2 < 3 * (1 s - wall(c))"_s,
        u"(wall(a) + (wall(b) * 2)) < (3 * (1000000000 - wall(c)))"_s);
    row(u"wall(a) / 2 / 3 ≤ 1 µs"_s, u"((wall(a) / 2) / 3) <= 1000"_s);
    row(u"wall(a)/wall(b) ≥ 5 %"_s, u"(wall(a) / wall(b)) >= 0.05"_s);
    row(u"lowest count(a.x-1) != expected-count(a.x-1)"_s,
        u"lowest count(a.x-1) != expected-count(a.x-1)"_s);
    row(u"highest running(a) <= cores"_s, u"highest running(a) <= cores()"_s);
    row(u"verdict(a.b) = both"_s, u"verdict(a.b) = both"_s);
    row(u"verdict(a) ≠ concurrent"_s, u"verdict(a) != concurrent"_s);

    row(QString(), u"7:5: the end of the expression; expected a number, such as 5, 20 % or 30 ms, "
                   u"or a quantity of a run, such as wall(name.run)"_s);
    row(u"wal(a) > 1 s"_s, u"7:5: “wal”; expected wall, the nearest of wall"_s);
    row(u"wall > 1 s"_s, u"7:10: “>”; expected a run in parentheses, such as (name.sequential)"_s);
    row(u"wall(a) ~ 1 s"_s, u"7:13: “~”; expected =, !=, <, <=, > or >="_s);
    row(u"wall(a) > 1"_s,
        u"7:16: a time compared with what is no time; expected two times, or two numbers"_s);
    row(u"wall(a) + 1 > 1 s"_s,
        u"7:13: a time and what is no time in one sum; expected two times, or two numbers"_s);
    row(u"wall(a) = 1 s"_s, u"7:18: the end of the expression; expected ± and a tolerance"_s);
    row(u"wall(a) < 1 s ± 3 %"_s, u"7:19: “±”; expected a tolerance after = and != only"_s);
    row(u"wall(a) = 1 s ± 300 %"_s, u"7:22: “300”; expected a tolerance from 0 to 100 %"_s);
    row(u"wall(a) = 1 s ± 3"_s, u"7:22: “3”; expected a tolerance in % or in the unit"_s);
    row(u"wall(a) > 1 s and 2"_s, u"7:19: “and”; expected the end of the expression"_s);
    row(u"verdict(a) = concurent"_s, u"7:18: “concurent”; expected concurrent, the nearest of"_s);
    row(u"verdict(a) > both"_s, u"7:16: “>”; expected = or !=, and a verdict"_s);
    row(QString(40, u'(') + u"1"_s, u"7:37: “(”; expected a number"_s);
}

void TestCondition::expressions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    Problems problems;
    const auto condition = parseCondition(text.toStdString(), {7, 5}, problems);
    QCOMPARE(condition.has_value(), problems.empty());
    if (condition) {
        QCOMPARE(textOf(*condition), expected);
        return;
    }
    QCOMPARE(problems.size(), std::size_t{1});
    const Problem& problem = problems.front();
    const QString told =
        u"%1:%2: %3; expected %4"_s.arg(problem.place.line)
            .arg(problem.place.column)
            .arg(QString::fromStdString(problem.found), QString::fromStdString(problem.expected));
    QVERIFY2(told.startsWith(expected), qPrintable(told));
}

void TestCondition::everyQuantityIsReadByItsName()
{
    for (const QuantityTraits& traits : quantityTraits()) {
        Problems problems;
        bool isTime = false;
        const std::string of = traits.subject == Subject::Machine ? "" : "(a.b)";
        const auto amount =
            parseAmount("highest " + std::string(traits.name) + of, {1, 1}, problems, isTime);
        QVERIFY2(amount, traits.name.data());
        QCOMPARE(amount->measure.quantity, traits.quantity);
        QCOMPARE(isTime, traits.isTime);
        QCOMPARE(traitsOf(traits.quantity).name, traits.name);
    }
}

void TestCondition::tooLong()
{
    Problems problems;
    std::string sum = "1";
    while (sum.size() <= 1000)
        sum += " + 1";
    QVERIFY(!parseCondition(sum + " = 5", {1, 1}, problems));
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().expected, std::string("1000 at most"));
}

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
