#include "core/runner/report.h"

#include "core/runner/findingwords.h"
#include "core/runner/terminal.h"
#include "core/runner/texttable.h"
#include "core/runner/texttimeline.h"
#include "core/runner/threadtable.h"
#include "core/storage/deviceio.h"
#include "core/storage/resultjson.h"
#include "core/storage/studycsv.h"

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
    if (const std::string findings = findingText(comparison, style); !findings.empty())
        text += '\n' + findings;
    for (const Recording& run : comparison.runs) {
        if (const std::string threads = threadTable(run, style); !threads.empty())
            text += '\n' + threads;
    }
    std::fputs(text.c_str(), stream);
}

Result<void> tryFile(const QString& path)
{
    QSaveFile file(path);
    auto opened = openForSaving(file);
    file.cancelWriting();
    return opened;
}

Result<void> writeJson(const Comparison& comparison, const QString& path)
{
    return saveFile(path, QJsonDocument(resultJson(comparison)).toJson());
}

Result<void> writeStudyCsvFile(const Study& study, const QString& path)
{
    QSaveFile file(path);
    return saveFile(file, [&](QIODevice& device) { return writeStudyCsv(study, device); });
}
