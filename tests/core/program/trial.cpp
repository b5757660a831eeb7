#include "trial.h"

#include "pictureserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QThreadPool>

#include <mutex>

namespace {

constexpr int pictures = 4;

void write(const QString& path, const std::string& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
        qFatal("%s cannot be written", qPrintable(path));
}

QString baseNameOf(const Variant& variant)
{
    return QString::number(qHash(variant.name), 16);
}

/// Runs until it ends; the exit code is -1 if it crashed.
void run(Trial& trial, const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    trial.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    trial.output = QString::fromUtf8(process.readAllStandardOutput());
    trial.messages = QString::fromUtf8(process.readAllStandardError());
}

/// As a warning-free program is compiled; without optimisation, to be quick.
QStringList compilerOptions()
{
    return {QStringLiteral("-std=c++20"), QStringLiteral("-O0"),     QStringLiteral("-Wall"),
            QStringLiteral("-Wextra"),    QStringLiteral("-Werror"), QStringLiteral("-pthread")};
}

/// Reading the standard headers takes most of the time. What a program includes itself is tried
/// without this in one of sixteen.
const char* const headers = R"(
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>
)";

}  // namespace

QString Trials::obstacle(Language language)
{
    if (language == Language::Python && QByteArray(PYTHON).isEmpty())
        return QStringLiteral("there is no Python interpreter");
    return {};
}

void Trials::writeUrls(const std::string& addresses)
{
    write(m_folder.filePath(QStringLiteral("urls.txt")), addresses);
}

void Trials::runAll(Language language)
{
    PictureServer server;
    std::string addresses = "# pictures\n\n";
    for (int number = 1; number <= pictures; ++number)
        addresses += server.addressOf(number) + "\r\n";
    writeUrls(addresses);
    if (language == Language::Cpp)
        compileHeaders();

    const std::string urls = m_folder.filePath(QStringLiteral("urls.txt")).toStdString();
    std::mutex mutex;  // protects m_trials
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    for (const Variant& variant : variantsIn(language, urls)) {
        pool.start([this, variant, language, &mutex] {
            Trial trial = trialOf(variant, language);
            const std::lock_guard lock(mutex);
            m_trials[variant.name] = std::move(trial);
        });
    }
    while (!pool.waitForDone(5))
        QCoreApplication::processEvents();
}

Trial Trials::tryRefused(Language language)
{
    writeUrls("http://127.0.0.1:1/1\n");
    Variant variant{.name = QStringLiteral("refused"), .experiment = {}, .plan = {}, .text = {}};
    variant.experiment.workload = "download";
    variant.experiment.urls = m_folder.filePath(QStringLiteral("urls.txt")).toStdString();
    variant.text = programFor(variant.experiment, variant.plan, language);
    return trialOf(variant, language);
}

Trial Trials::trialOf(const Variant& variant, Language language) const
{
    Trial trial;
    trial.variant = variant;
    const QString file = m_folder.filePath(baseNameOf(variant));
    if (language == Language::Python)
        runPython(trial, file);
    else
        runCpp(trial, file);
    return trial;
}

void Trials::runPython(Trial& trial, const QString& file) const
{
    const QString source = file + QStringLiteral(".py");
    write(source, trial.variant.text);
    trial.isCompiled = true;
    run(trial, QStringLiteral(PYTHON), {source});
}

void Trials::runCpp(Trial& trial, const QString& file) const
{
    const QString source = file + QStringLiteral(".cpp");
    write(source, trial.variant.text);
    QStringList options = compilerOptions();
    if (qHash(trial.variant.name) % 16 != 0)
        options << QStringLiteral("-include") << m_folder.filePath(QStringLiteral("headers.h"));
    options << source << QStringLiteral("-o") << file;
    if (trial.variant.text.find("curl") != std::string::npos)
        options << QStringLiteral("-lcurl");
    run(trial, QStringLiteral(CXX_COMPILER), options);
    trial.isCompiled = trial.exitCode == 0;
    if (trial.isCompiled)
        run(trial, file, {});
}

void Trials::compileHeaders() const
{
    const QString header = m_folder.filePath(QStringLiteral("headers.h"));
    write(header, headers);
    QStringList options = compilerOptions();
    options << QStringLiteral("-x") << QStringLiteral("c++-header") << header
            << QStringLiteral("-o") << header + QStringLiteral(".gch");
    Trial trial;
    run(trial, QStringLiteral(CXX_COMPILER), options);
}

void addRows(const Trials& trials)
{
    QTest::addColumn<QString>("name");
    for (const auto& [name, trial] : trials.all())
        QTest::newRow(qPrintable(name)) << name;
}
