#include "core/runner/report.h"

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
}
