#include "app/lab/picturedesk.h"

#include "app/timeline/comparisonpicture.h"

#include <QFileDialog>
#include <QRegularExpression>
#include <QStandardPaths>

namespace {

/// The suffix that a filter such as "PNG picture (*.png)" stands for.
QString suffixOf(const QString& filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    return pattern.match(filter).captured(1);
}

}  // namespace

PictureDesk::PictureDesk(QWidget* window) : QObject(window), m_window(window) {}

void PictureDesk::askWhereToDraw(const PictureOrder& order)
{
    auto* dialog =
        new QFileDialog(m_window, tr("Export a Picture"),
                        QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(tr("Timelines.png"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, order](const QString& path) { draw(order, path); });
    dialog->open();
}

void PictureDesk::draw(const PictureOrder& order, const QString& path)
{
    const auto ok = writePicture(order.comparison, order.sight, path, order.theme, order.size);
    if (!ok)
        Q_EMIT failed(QString::fromStdString(ok.error().message));
    else
        Q_EMIT drawn(path);
}
