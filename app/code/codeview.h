#pragma once

#include "core/program/program.h"

#include <QColor>
#include <QWidget>

class QsciLexer;
class QsciScintilla;
struct Theme;

/// A program's text with colours and line numbers, to be read and copied. The one class that knows
/// QScintilla.
class CodeView : public QWidget {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Keeps the place in the text where the language is the same as before.
    void setProgram(const QString& text, Language language);
    void setTheme(const Theme& theme);

    /// The size of the font, in pixels.
    void setPixelSize(int pixels);
    [[nodiscard]] int letterHeight() const;  ///< as it is drawn

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] int firstVisibleLine() const;  ///< from 0
    void setFirstVisibleLine(int line);
    [[nodiscard]] int visibleLines() const;  ///< that fit

    /// Breaks lines that are longer than there is room, or lets them be scrolled to.
    void setWrapped(bool isWrapped);
    [[nodiscard]] bool isWrapped() const;

    /// The colour of the character at that place, both from 0.
    [[nodiscard]] QColor colourAt(int line, int column) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createText();
    void createLexers();
    void applyLook();
    void fitMargin();
    [[nodiscard]] QsciLexer* lexer() const;

    QsciScintilla* m_text = nullptr;
    QsciLexer* m_python = nullptr;
    QsciLexer* m_cpp = nullptr;
    Language m_language = Language::Python;
    int m_pixelSize = 0;
    QColor m_paper;
    QColor m_lineNumber;
};
