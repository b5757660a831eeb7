#include "app/lab/picturedesk.h"

#include "app/theme/theme.h"
#include "app/timeline/comparisonpicture.h"
#include "core/model/recording.h"

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

void PictureDesk::askWhereToDraw(const Comparison& comparison, const Theme& theme)
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
            [this, comparison, theme](const QString& path) { draw(comparison, theme, path); });
    dialog->open();
}

void PictureDesk::draw(const Comparison& comparison, const Theme& theme, const QString& path)
{
    if (const auto ok = writePicture(comparison, path, theme); !ok)
        Q_EMIT failed(QString::fromStdString(ok.error().message));
    else
        Q_EMIT drawn(path);
}
