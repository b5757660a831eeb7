#include "app/observe/outputpane.h"

#include "app/shell/role.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace {

constexpr std::chrono::milliseconds pauseBetweenUpdates{100};

QString leftOutText(qint64 bytes)
{
    return u'\n' + OutputPane::tr("… %1 left out …").arg(QLocale().formattedDataSize(bytes)) +
           u'\n';
}

}  // namespace

OutputPane::OutputPane(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("outputPane"));
    createLayout();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenUpdates);
    connect(&m_pause, &QTimer::timeout, this, &OutputPane::flush);
    hide();
}

void OutputPane::append(const QByteArray& bytes)
{
    m_buffer.add(bytes);
    if (!m_pause.isActive())
        m_pause.start();
}

void OutputPane::flush()
{
    m_pause.stop();
    if (m_buffer.isEmpty())
        return;
    const OutputBuffer::Piece piece = m_buffer.take();
    QString text = m_decoder.decode(piece.beginning);
    if (piece.leftOut > 0) {
        m_decoder.reset();
        text += leftOutText(piece.leftOut) + m_decoder.decode(piece.end);
    }
    insert(text);
    show();
}

void OutputPane::clear()
{
    m_pause.stop();
    (void)m_buffer.take();
    m_decoder.reset();
    m_view->clear();
    hide();
}

QString OutputPane::text() const
{
    return m_view->toPlainText();
}

void OutputPane::createLayout()
{
    auto* caption = new QLabel(tr("OUTPUT OF THE PROGRAM"));
    setRole(caption, Role::Caption);
    auto* copy = new QToolButton;
    copy->setObjectName(QStringLiteral("copyOutput"));
    copy->setText(tr("Copy"));
    copy->setToolTip(tr("Copies what is selected, or else all that is shown."));
    copy->setAccessibleDescription(copy->toolTip());
    copy->setAutoRaise(true);
    copy->setFocusPolicy(Qt::StrongFocus);
    connect(copy, &QToolButton::clicked, this, &OutputPane::copyAll);
    m_view = new QPlainTextEdit;
    m_view->setObjectName(QStringLiteral("output"));
    m_view->setAccessibleName(tr("Output of the program"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setReadOnly(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setUndoRedoEnabled(false);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setTabChangesFocus(true);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 3, 8, 0);
    row->addWidget(caption, 1);
    row->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
}

void OutputPane::insert(const QString& text)
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    // The end moves too where a scroll bar comes up, so it is enough that the user did not scroll.
    const bool follows = bar->value() >= bar->maximum() || bar->value() == m_followedTo;
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    dropBeginning();
    if (follows)
        m_view->verticalScrollBar()->setValue(bar->maximum());
    m_followedTo = follows ? bar->value() : -1;
}

void OutputPane::dropBeginning()
{
    const QTextDocument& document = *m_view->document();
    const int excessLines = qMax(0, document.blockCount() - mostLines);
    const int excess = qMax(0, document.characterCount() - mostCharacters);
    const int dropped =
        qMax(excessLines, excess == 0 ? 0 : document.findBlock(excess).blockNumber() + 1);
    if (dropped == 0)
        return;
    QScrollBar* bar = m_view->verticalScrollBar();
    const int above = bar->value();
    QTextCursor cursor(document.begin());
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, dropped);
    cursor.removeSelectedText();
    bar->setValue(qMax(0, above - dropped));  // so that what the user reads stays in place
}

void OutputPane::copyAll()
{
    if (m_view->textCursor().hasSelection())
        m_view->copy();
    else
        QApplication::clipboard()->setText(text());
}
