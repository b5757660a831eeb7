#include "app/lessons/htmlfile.h"

#include "core/storage/deviceio.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace {

std::string quoted(const QString& path)
{
    return "“" + path.toStdString() + "”";
}

/// The whole of it in memory: a file that cannot be written is told by its own error.
QByteArray pdfOf(const QString& html, const QString& title, const QFont& font)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});  // the document has its own, of 2 cm
    writer.setTitle(title);
    writer.setCreator(u"Coreogram"_s);
    QTextDocument document;
    document.setDefaultFont(font);
    document.setHtml(html);
    document.print(&writer);
    return bytes;
}

}  // namespace

Result<void> writePage(const QString& html, const QString& title, const QString& path,
                       const QFont& font)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "html"_L1 || suffix == "htm"_L1)
        return saveFile(path, html.toUtf8());
    if (suffix == "pdf"_L1)
        return saveFile(path, pdfOf(html, title, font));
    return failure("cannot write " + quoted(path) + ": expected a name that ends in .html or .pdf");
}
