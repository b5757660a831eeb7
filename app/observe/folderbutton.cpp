#include "app/observe/folderbutton.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace {

const QString key = QStringLiteral("observe/folder");

QString recalled(const QSettings& memory)
{
    const QString folder = memory.value(key).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::currentPath();
}

}  // namespace

FolderButton::FolderButton(QSettings& memory, QWidget* parent)
    : QPushButton(parent),
      m_memory(memory),
      m_folder(recalled(memory))
{
    setObjectName(QStringLiteral("folder"));
    connect(this, &QPushButton::clicked, this, &FolderButton::ask);
    showFolder();
}

void FolderButton::ask()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a Working Folder"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderButton::choose);
    dialog->open();
}

void FolderButton::choose(const QString& folder)
{
    m_folder = folder;
    m_memory.setValue(key, folder);
    showFolder();
}

void FolderButton::showFolder()
{
    const QString path = QDir::toNativeSeparators(m_folder);
    QString name = QDir(m_folder).dirName();
    setText(name.isEmpty() ? path : name.replace(u'&', QStringLiteral("&&")));
    setToolTip(tr("The program runs in %1. Click to choose another folder.").arg(path));
    setAccessibleName(tr("Working folder: %1").arg(path));
    setAccessibleDescription(toolTip());
}
