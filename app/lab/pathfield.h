#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

/// The path of a file or a folder: typed, chosen or cleared. What is wrong with it is said below.
class PathField : public QWidget {
    Q_OBJECT

public:
    enum class Kind { File, Folder };

    /// What the field is for, in the user's words.
    struct Words {
        QString name;
        QString sentence;
        QString empty;   ///< shown where there is no path: what happens then
        QString choose;  ///< the title of the dialog
    };

    PathField(Kind kind, const Words& words, QWidget* parent = nullptr);

    void setPath(const QString& path);
    void setProblem(const QString& problem);

    /// Where the keyboard's order leaves it.
    [[nodiscard]] QWidget* lastControl() const;

Q_SIGNALS:
    void pathEdited(const QString& path);  ///< by the user; empty where it was cleared

private:
    void createControls();
    void ask();
    void report(const QString& typed);

    const Kind m_kind;
    const Words m_words;
    QLineEdit* m_edit = nullptr;
    QToolButton* m_choose = nullptr;
    QLabel* m_problem = nullptr;
    QString m_path;
};
