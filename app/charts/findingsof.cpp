#include "app/charts/findingsof.h"

#include "app/timeline/findingtext.h"
#include "app/timeline/plantext.h"
#include "core/model/recording.h"

#include <QStringList>

QString findingsOf(const Comparison& comparison)
{
    QStringList paragraphs;
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        const QStringList findings = findingTexts(comparison.runs[run]);
        if (findings.isEmpty())
            continue;
        QStringList lines{
            QStringLiteral("<b>%1</b>").arg(titleOf(comparison, run).toHtmlEscaped())};
        for (const QString& each : findings)
            lines << each.toHtmlEscaped();
        paragraphs << QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
    }
    return paragraphs.join(QString());
}
