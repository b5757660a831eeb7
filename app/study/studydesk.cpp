#include "app/study/studydesk.h"

#include "core/analysis/study.h"
#include "core/storage/deviceio.h"
#include "core/storage/studycsv.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

StudyDesk::StudyDesk(QWidget* window) : QObject(window), m_window(window) {}

void StudyDesk::askWhereToWrite(const Study& study)
{
    QFileDialog* dialog =
        createDialog(tr("Export the Table"), tr("Table (*.csv)"), QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, study](const QString& path) { write(study, path); });
    dialog->open();
}

void StudyDesk::askWhereToDraw(const QPixmap& charts)
{
    QFileDialog* dialog =
        createDialog(tr("Export the Charts"), tr("PNG picture (*.png)"), QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, charts](const QString& path) { draw(charts, path); });
    dialog->open();
}

void StudyDesk::write(const Study& study, const QString& path)
{
    QSaveFile file(path);
    if (const auto ok =
            saveFile(file, [&](QIODevice& device) { return writeStudyCsv(study, device); });
        ok)
        Q_EMIT written(path);
    else
        Q_EMIT failed(QString::fromStdString(ok.error().message));
}

void StudyDesk::draw(const QPixmap& charts, const QString& path)
{
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    charts.save(&picture, "PNG");
    if (const auto ok = saveFile(path, picture.data()); ok)
        Q_EMIT written(path);
    else
        Q_EMIT failed(QString::fromStdString(ok.error().message));
}

QFileDialog* StudyDesk::createDialog(const QString& title, const QString& filter,
                                     const QString& suffix)
{
    auto* dialog = new QFileDialog(
        m_window, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({filter, tr("All files (*)")});
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(tr("Study") + u'.' + suffix);
    return dialog;
}
