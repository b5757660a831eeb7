#include "app/lessons/pagedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

#include <utility>

namespace {

struct PageDialog {
    Q_DECLARE_TR_FUNCTIONS(PageDialog)
};

}  // namespace

void askForPage(QWidget* parent, const QString& title, const QString& suggestion,
                std::function<void(const QString& path)> take)
{
    auto* dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString html = PageDialog::tr("Web page (*.html)");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({PageDialog::tr("PDF document (*.pdf)"), html});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, html](const QString& filter) {
                         dialog->setDefaultSuffix(filter == html ? QStringLiteral("html")
                                                                 : QStringLiteral("pdf"));
                     });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(take));
    dialog->show();
}
