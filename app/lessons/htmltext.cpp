#include "app/lessons/htmltext.h"

#include "app/lessons/lessonwords.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What QTextDocument knows of style sheets is little; it is what paper needs.
constexpr auto style = R"(
body { color: #1a1f29; background-color: #ffffff; margin-left: 24px; margin-right: 24px; }
h1 { font-size: 22px; } h2 { font-size: 17px; margin-top: 26px; } h3 { font-size: 13px; }
p, li, td, th { font-size: 13px; } p { margin-top: 4px; margin-bottom: 6px; }
.muted { color: #5a6372; } .item { margin-left: 18px; }
td, th { text-align: left; vertical-align: top; padding: 3px 14px 3px 0; }
)";

/// For browsers alone.
constexpr auto screenStyle = R"(
@media all {
  body { font-family: Inter, sans-serif; max-width: 860px; margin: 24px auto; padding: 0 24px; }
  img { max-width: 100%; height: auto; } img, .entry { break-inside: avoid; }
  h2 { break-after: avoid; }
}
)";

QString htmlOf(const QTextFragment& fragment)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat())
        return escaped(format.property(QTextFormat::ImageAltText).toString());
    QString html = escaped(fragment.text());
    html.replace(QChar::LineSeparator, u"<br>"_s);
    if (format.fontFixedPitch())
        html = u"<code>%1</code>"_s.arg(html);
    if (format.fontItalic())
        html = u"<i>%1</i>"_s.arg(html);
    if (format.fontWeight() > QFont::Medium)
        html = u"<b>%1</b>"_s.arg(html);
    return html;
}

QString htmlOf(const QTextBlock& block)
{
    QString html;
    for (auto part = block.begin(); !part.atEnd(); ++part)
        html += htmlOf(part.fragment());
    if (html.isEmpty())
        return {};
    if (QTextList* const list = block.textList())
        return u"<p class=\"item\">%1 %2</p>\n"_s.arg(
            list->format().style() == QTextListFormat::ListDecimal ? escaped(list->itemText(block))
                                                                   : u"•"_s,
            html);
    if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence))
        return u"<pre>%1</pre>\n"_s.arg(html);
    return u"<p>%1</p>\n"_s.arg(html);
}

}  // namespace

bool isTooRich(std::string_view markdown)
{
    constexpr std::ptrdiff_t mostMarks = 300;
    constexpr std::ptrdiff_t mostLines = 500;
    const auto isMark = [](char c) {
        return std::string_view("*_`~[+-").find(c) != std::string_view::npos;
    };
    return std::ranges::count_if(markdown, isMark) > mostMarks ||
           std::ranges::count(markdown, '\n') > mostLines;
}

QString escaped(std::string_view text)
{
    return escaped(textOf(text));
}

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString htmlParagraph(const QString& text, const char* kind)
{
    return u"<p class=\"%1\">%2</p>\n"_s.arg(QString::fromLatin1(kind), escaped(text));
}

QString htmlHeading(const QString& text)
{
    return u"<h3>%1</h3>\n"_s.arg(escaped(text));
}

QString htmlOfMarkdown(std::string_view markdown)
{
    if (isTooRich(markdown))
        return u"<pre>%1</pre>\n"_s.arg(escaped(markdown));
    QTextDocument document;
    document.setMarkdown(textOf(markdown),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                             QTextDocument::MarkdownNoHTML);
    QString html;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        html += htmlOf(block);
    return html;
}

QString htmlPage(const QString& title, const QString& body)
{
    QString page = u"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "img-src data:; style-src 'unsafe-inline'\">\n<title>"_s;
    page += escaped(title) + u"</title>\n<style>"_s + QString::fromLatin1(style) +
            u"</style>\n<style>"_s + QString::fromLatin1(screenStyle) +
            u"</style>\n</head>\n<body>\n"_s + body + u"</body>\n</html>\n"_s;
    return page;
}
