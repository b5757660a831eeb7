#include "app/lab/pathfield.h"

#include "app/lab/labfield.h"
#include "app/shell/role.h"
#include "app/shell/textlabel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace {

/// A path as typed, or as dropped from a file manager.
QString pathIn(const QString& typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text);
    if (url.isLocalFile())
        return url.toLocalFile();
    if (text == u'~' || text.startsWith(QStringLiteral("~/")))
        return QDir::homePath() + text.mid(1);
    return text;
}

}  // namespace

PathField::PathField(Kind kind, const Words& words, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_words(words)
{
    createControls();
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { report(m_edit->text()); });
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())  // by the button that clears it, for which no other signal tells
            report(text);
    });
    connect(m_choose, &QToolButton::clicked, this, &PathField::ask);
}

void PathField::setPath(const QString& path)
{
    m_path = path;
    const QSignalBlocker blocker(m_edit);
    if (m_edit->text() != path)
        m_edit->setText(path);
}

void PathField::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QWidget* PathField::lastControl() const
{
    return m_choose;
}

void PathField::createControls()
{
    m_edit = new QLineEdit;
    m_edit->setPlaceholderText(m_words.empty);
    m_edit->setClearButtonEnabled(true);
    m_choose = new QToolButton;
    m_choose->setText(QStringLiteral("…"));
    m_choose->setToolTip(m_words.choose);
    m_choose->setAccessibleName(m_words.choose);
    m_choose->setFocusPolicy(Qt::StrongFocus);
    m_problem = textLabel({}, Role::Error);
    m_problem->setObjectName(QStringLiteral("pathProblem"));
    m_problem->setAccessibleName(tr("What is wrong with it"));
    m_problem->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(new LabField(m_words.name, m_words.sentence, m_edit, LabField::Shape::Below), 1);
    row->addWidget(m_choose, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_problem);
}

void PathField::ask()
{
    auto* dialog = new QFileDialog(window(), m_words.choose, QFileInfo(m_path).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::File ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind == Kind::Folder);
    connect(dialog, &QFileDialog::fileSelected, this, &PathField::report);
    dialog->open();
}

void PathField::report(const QString& typed)
{
    const QString path = pathIn(typed);
    if (path == m_path)
        setPath(path);  // it may have been typed differently
    else
        Q_EMIT pathEdited(path);
}
