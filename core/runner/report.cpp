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

namespace {

Result<void> couldNotWrite(const QSaveFile& file, const std::string& why)
{
    return failure("could not write " + file.fileName().toStdString() + ": " + why);
}

}  // namespace

Result<void> tryJson(const QString& path)
{
    QSaveFile file(path);
    auto opened = openForSaving(file);
    file.cancelWriting();
    return opened;
}

Result<void> writeJson(const Comparison& comparison, const QString& path)
{
    QSaveFile file(path);
    if (auto opened = openForSaving(file); !opened)
        return opened;
    if (auto written = writeAll(file, QJsonDocument(resultJson(comparison)).toJson()); !written)
        return couldNotWrite(file, written.error().message);
    if (!file.commit())
        return couldNotWrite(file, file.errorString().toStdString());
    return {};
}
