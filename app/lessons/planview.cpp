#include "app/lessons/planview.h"

#include "app/lessons/htmltext.h"
#include "app/lessons/lessonplan.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostShown = 30;

/// The few words of style that QTextBrowser knows, in the colours of the theme.
QString styleFor(const QPalette& palette)
{
    return u"h2 { font-size: 17px; } h3 { font-size: 13px; } .item { margin-left: 18px; } "
           "p { margin-top: 3px; margin-bottom: 5px; } .muted { color: %1; }"_s.arg(
               palette.color(QPalette::PlaceholderText).name());
}

}  // namespace

PlanView::PlanView(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(u"lessonPlan"_s);
    setAccessibleName(tr("What the lesson teaches"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
}

void PlanView::showPlans(const std::vector<const lesson::Lesson*>& lessons,
                         const lesson::Equipment& equipment, bool withAnswers)
{
    QString html;
    for (std::size_t i = 0; i < std::min(lessons.size(), mostShown); ++i)
        html += planOf(*lessons[i], equipment, withAnswers);
    if (lessons.size() > mostShown)
        html += htmlParagraph(tr("And %1 more, which the saved plan has as well.")
                                  .arg(QLocale().toString(qulonglong(lessons.size() - mostShown))),
                              "muted");
    showPage(html);
}

void PlanView::showNone(const QString& why)
{
    showPage(htmlParagraph(why, "muted"));
}

void PlanView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPage(m_html);
}

/// A page that is shown already keeps its place.
void PlanView::showPage(const QString& html)
{
    const QString style = styleFor(palette());
    if (html == m_html && style == document()->defaultStyleSheet())
        return;
    m_html = html;
    document()->setDefaultStyleSheet(style);
    setHtml(html.trimmed());  // else the last line would end in a blank
}
