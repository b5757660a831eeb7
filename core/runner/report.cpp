#include "core/runner/report.h"

#include "core/runner/terminal.h"
#include "core/runner/texttable.h"
#include "core/runner/texttimeline.h"
#include "core/runner/threadtable.h"
#include "core/storage/deviceio.h"
#include "core/storage/resultjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cstdio>

void printJson(const QJsonObject& object)
{
    std::fputs(QJsonDocument(object).toJson().constData(), stdout);
}

void printReport(const Comparison& comparison, bool asJson)
{
    if (asJson)
        printJson(resultJson(comparison));
    else
        printReport(comparison, stdout);
}

void printReport(const Comparison& comparison, std::FILE* stream)
{
    const TextStyle style = styleOf(stream);
    std::string text = textTimeline(comparison, style) + '\n' + textTable(comparison, style);
    for (const Recording& run : comparison.runs) {
        if (const std::string threads = threadTable(run, style); !threads.empty())
            text += '\n' + threads;
    }
    std::fputs(text.c_str(), stream);
}

Result<void> writeJson(const Comparison& comparison, const QString& path)
{
    const auto wrong = [&](const QString& why) {
        return failure("could not write " + path.toStdString() + ": " + why.toStdString());
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return wrong(file.errorString());
    if (auto written = writeAll(file, QJsonDocument(resultJson(comparison)).toJson()); !written)
        return wrong(QString::fromStdString(written.error().message));
    return file.commit() ? Result<void>() : wrong(file.errorString());
}
