#pragma once

#include "app/observe/outputbuffer.h"
#include "app/observe/outputdecoder.h"

#include <QFrame>
#include <QTimer>

class QPlainTextEdit;

/// The end of what an observed program printed. It follows the program unless the user has scrolled
/// up, is hidden while there is nothing, and stays small whatever the program does.
class OutputPane : public QFrame {
    Q_OBJECT

public:
    static constexpr int mostLines = 5000;
    static constexpr int mostCharacters = 1024 * 1024;

    explicit OutputPane(QWidget* parent = nullptr);

    /// Shows, ten times a second at most, what the program has printed.
    void append(const QByteArray& bytes);

    /// Shows at once what is still to be shown.
    void flush();

    /// Another program, or none.
    void clear();

    [[nodiscard]] QString text() const;

private:
    void createLayout();
    void insert(const QString& text);
    void dropBeginning();
    void copyAll();

    OutputBuffer m_buffer;
    OutputDecoder m_decoder;
    QPlainTextEdit* m_view = nullptr;
    int m_followedTo = -1;  ///< where the scroll bar was put last; -1 while it does not follow
    QTimer m_pause;         ///< between two updates
};
