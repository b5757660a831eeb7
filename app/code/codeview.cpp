#include "app/code/codeview.h"

#include "app/code/codecolours.h"
#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>

#include <initializer_list>

namespace {

constexpr int numberMargin = 0;
constexpr int spaceMargin = 1;
constexpr int spaceWidth = 12;

/// With the words that came to C++ from 2011 on, which the library's own list lacks.
class CppLexer : public QsciLexerCPP {
public:
    using QsciLexerCPP::QsciLexerCPP;

    [[nodiscard]] const char* keywords(int set) const override
    {
        static const QByteArray words =
            QByteArray(QsciLexerCPP::keywords(1)) +
            " alignas alignof char8_t co_await co_return co_yield concept"
            " consteval constexpr constinit decltype final noexcept"
            " nullptr override requires static_assert thread_local";
        return set == 1 ? words.constData() : QsciLexerCPP::keywords(set);
    }
};

void paint(QsciLexer* lexer, const QColor& colour, std::initializer_list<int> styles)
{
    for (const int style : styles)
        lexer->setColor(colour, style);
}

void paintPython(QsciLexer* lexer, const CodeColours& colours)
{
    using Python = QsciLexerPython;
    paint(lexer, colours.comment,
          {Python::Comment, Python::CommentBlock,
           Python::TripleDoubleQuotedString});  // which is a comment where these are used
    paint(lexer, colours.number, {Python::Number});
    paint(lexer, colours.keyword, {Python::Keyword});
    paint(lexer, colours.name, {Python::ClassName, Python::FunctionMethodName});
    paint(lexer, colours.directive, {Python::Decorator});
    paint(lexer, colours.string,
          {Python::DoubleQuotedString, Python::SingleQuotedString, Python::TripleSingleQuotedString,
           Python::UnclosedString, Python::DoubleQuotedFString, Python::SingleQuotedFString,
           Python::TripleSingleQuotedFString, Python::TripleDoubleQuotedFString});
}

void paintCpp(QsciLexer* lexer, const CodeColours& colours)
{
    using Cpp = QsciLexerCPP;
    paint(lexer, colours.comment,
          {Cpp::Comment, Cpp::CommentLine, Cpp::CommentDoc, Cpp::CommentLineDoc});
    paint(lexer, colours.number, {Cpp::Number, Cpp::UserLiteral});
    paint(lexer, colours.keyword, {Cpp::Keyword});
    paint(lexer, colours.name, {Cpp::GlobalClass, Cpp::KeywordSet2});
    paint(lexer, colours.directive, {Cpp::PreProcessor});
    paint(lexer, colours.string,
          {Cpp::DoubleQuotedString, Cpp::SingleQuotedString, Cpp::RawString, Cpp::UnclosedString,
           Cpp::EscapeSequence});
}

}  // namespace

CodeView::CodeView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("codeView"));
    createText();
    createLexers();
    m_text->setLexer(m_python);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    setFocusProxy(m_text);
}

void CodeView::setProgram(const QString& text, Language language)
{
    const bool isOtherLanguage = language != m_language;
    if (!isOtherLanguage && text == m_text->text())
        return;
    const int line = isOtherLanguage ? 0 : firstVisibleLine();
    if (isOtherLanguage) {
        m_language = language;
        m_text->setLexer(lexer());
        applyLook();
    }
    m_text->setReadOnly(false);
    m_text->setText(text);
    m_text->setReadOnly(true);
    fitMargin();
    setFirstVisibleLine(line);
}

void CodeView::setTheme(const Theme& theme)
{
    const CodeColours colours = codeColoursOf(theme);
    for (QsciLexer* lexer : {m_python, m_cpp}) {
        lexer->setDefaultPaper(theme.card);
        lexer->setPaper(theme.card);
        lexer->setDefaultColor(colours.text);
        lexer->setColor(colours.text);
    }
    paintPython(m_python, colours);
    paintCpp(m_cpp, colours);
    m_paper = theme.card;
    m_lineNumber = colours.lineNumber;
    m_text->setCaretForegroundColor(theme.text);
    m_text->setSelectionBackgroundColor(theme.accent);
    m_text->setSelectionForegroundColor(theme.onAccent);
    applyLook();
}

void CodeView::setPixelSize(int pixels)
{
    m_pixelSize = pixels;
    applyLook();
}

int CodeView::letterHeight() const
{
    return QFontInfo(lexer()->font(QsciLexerPython::Default)).pixelSize();
}

QString CodeView::text() const
{
    return m_text->text();
}

QString CodeView::selectedText() const
{
    return m_text->selectedText();
}

int CodeView::firstVisibleLine() const
{
    return m_text->firstVisibleLine();
}

void CodeView::setFirstVisibleLine(int line)
{
    m_text->setFirstVisibleLine(line);
}

int CodeView::visibleLines() const
{
    return static_cast<int>(m_text->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
}

void CodeView::setWrapped(bool isWrapped)
{
    if (isWrapped == this->isWrapped())
        return;
    m_text->setWrapMode(isWrapped ? QsciScintilla::WrapWord : QsciScintilla::WrapNone);
    m_text->setWrapIndentMode(QsciScintilla::WrapIndentIndented);
}

bool CodeView::isWrapped() const
{
    return m_text->wrapMode() != QsciScintilla::WrapNone;
}

QColor CodeView::colourAt(int line, int column) const
{
    m_text->recolor();
    const int position = m_text->positionFromLineIndex(line, column);
    const long style =
        m_text->SendScintilla(QsciScintilla::SCI_GETSTYLEAT, static_cast<unsigned long>(position));
    return lexer()->color(static_cast<int>(style));
}

bool CodeView::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QWidget::eventFilter(watched, event);
    // A text that cannot be changed has no use for these, and the window has.
    auto* const press = static_cast<QKeyEvent*>(event);
    const bool isPlain = press->modifiers() == Qt::NoModifier;
    const bool isWindows = press->matches(QKeySequence::Undo) ||
                           press->matches(QKeySequence::Redo) ||
                           (isPlain && press->key() == Qt::Key_Space);
    if (isWindows)
        event->ignore();
    return isWindows;
}

void CodeView::createText()
{
    m_text = new QsciScintilla(this);
    m_text->setObjectName(QStringLiteral("code"));
    m_text->setAccessibleName(tr("The program"));
    m_text->setMarginWidth(spaceMargin, spaceWidth);
    m_text->setMarginType(spaceMargin, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    m_text->setUtf8(true);
    m_text->setReadOnly(true);
    m_text->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_text->setMarginSensitivity(numberMargin, false);
    m_text->setScrollWidth(1);
    m_text->setScrollWidthTracking(true);
    m_text->setTabWidth(4);  // by which broken lines are indented
    m_text->setExtraAscent(1);
    m_text->setExtraDescent(1);
    m_text->installEventFilter(this);
}

void CodeView::createLexers()
{
    m_python = new QsciLexerPython(this);
    m_cpp = new CppLexer(this);
}

void CodeView::applyLook()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (m_pixelSize > 0)  // the library knows points only
        font.setPointSizeF(m_pixelSize * 72.0 / logicalDpiY());
    for (QsciLexer* lexer : {m_python, m_cpp}) {
        lexer->setDefaultFont(font);
        lexer->setFont(font);
    }
    m_text->setLexer(lexer());  // which takes over its fonts and colours
    // The lexer has changed the margins, too.
    m_text->setMarginsFont(font);
    m_text->setMarginsBackgroundColor(m_paper);
    m_text->setMarginsForegroundColor(m_lineNumber);
    fitMargin();
}

void CodeView::fitMargin()
{
    m_text->setMarginWidth(numberMargin, QStringLiteral("00%1").arg(m_text->lines()));
}

QsciLexer* CodeView::lexer() const
{
    return m_language == Language::Python ? m_python : m_cpp;
}
