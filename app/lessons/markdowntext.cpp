#include "app/lessons/markdowntext.h"

#include "app/lessons/htmltext.h"
#include "core/lesson/timelinelink.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QWheelEvent>

#include <cmath>

namespace {

const QString timelineScheme =
    QString::fromLatin1(lesson::timelineScheme.data(), lesson::timelineScheme.size());

constexpr int widestPicture = 1600;  ///< pixels; larger ones are not read

}  // namespace

MarkdownText::MarkdownText(QString folder, QWidget* parent)
    : QTextBrowser(parent),
      m_folder(std::move(folder))
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setObjectName(QStringLiteral("markdown"));
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownText::follow);
}

void MarkdownText::setText(const QString& markdown)
{
    m_markdown = markdown;
    render();
}

QVariant MarkdownText::loadResource(int type, const QUrl& name)
{
    // Remote pictures are not fetched, nor is anything outside of the lesson's folder.
    if (type != QTextDocument::ImageResource || !name.scheme().isEmpty() || m_folder.isEmpty())
        return {};
    const QString root = QFileInfo(m_folder).canonicalFilePath();
    const QString path = QFileInfo(QDir(root).filePath(name.path())).canonicalFilePath();
    if (path.isEmpty() || !path.startsWith(root + u'/'))
        return {};
    const QImage image(path);
    return image.width() > widestPicture ? image.scaledToWidth(widestPicture) : image;
}

void MarkdownText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void MarkdownText::wheelEvent(QWheelEvent* event)
{
    event->ignore();  // the page scrolls, not a paragraph of it
}

void MarkdownText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();  // colours of links and sizes of headings are put into the document
}

void MarkdownText::follow(const QUrl& link)
{
    if (link.toString().startsWith(timelineScheme))
        Q_EMIT timelineAsked(link.toString(QUrl::PrettyDecoded));
    else if (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http"))
        Q_EMIT pageAsked(link);
}

void MarkdownText::render()
{
    document()->setDefaultFont(font());
    if (isTooRich(m_markdown.toStdString()))
        document()->setPlainText(m_markdown);
    else
        document()->setMarkdown(
            m_markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                            QTextDocument::MarkdownNoHTML);
    shapeTables();
    spaceParagraphs();
    fitHeight();
}

void MarkdownText::fitHeight()
{
    document()->setTextWidth(width());
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())));
}

void MarkdownText::spaceParagraphs()
{
    constexpr double gap = 0.45;  // of the letters' height
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.next().isValid(); block = block.next()) {
        if (block.textList() || QTextCursor(block).currentTable())
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setBottomMargin(gap * fontMetrics().height());
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
}

void MarkdownText::shapeTables()
{
    for (QTextFrame* const frame : document()->rootFrame()->childFrames()) {
        auto* const table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(palette().color(QPalette::PlaceholderText));
        format.setCellPadding(4);
        format.setCellSpacing(0);
        table->setFormat(format);
    }
}
