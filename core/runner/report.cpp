#include "core/runner/report.h"

#include "core/runner/terminal.h"
#include "core/runner/texttable.h"
#include "core/runner/texttimeline.h"
#include "core/storage/resultjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

void printJson(const QJsonObject& object)
{
    std::fputs(QJsonDocument(object).toJson().constData(), stdout);
}

void printReport(const Comparison& comparison, bool asJson)
{
    if (asJson) {
        printJson(resultJson(comparison));
        return;
    }
    const TextStyle style = styleOfStandardOutput();
    const std::string text = textTimeline(comparison, style) + '\n' + textTable(comparison, style);
    std::fputs(text.c_str(), stdout);
}
