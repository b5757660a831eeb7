#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QTableWidget;
struct Recording;

/// Two runs of the same, one drawn below the other.
struct DifferencePair {
    QString title;           ///< of the run
    QString ghost;           ///< what the other is called
    bool isOfBefore = true;  ///< the other is of an earlier recording, else of the same
    const Recording* before = nullptr;
    const Recording* now = nullptr;
};

/// How a run differs from another one of the same: wall time, running, ready and blocked, with what
/// it comes to in a sentence. Hidden where there is no other.
class DifferenceCard : public QWidget {
    Q_OBJECT

public:
    explicit DifferenceCard(QWidget* parent = nullptr);

    void showNothing();
    /// Reads both now and keeps neither. Called often, it does something only where the pair is
    /// another or has ended.
    void showPair(const DifferencePair& pair);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What the figures shown are of.
    struct Key {
        QString title;
        QString ghost;
        qint64 before = -1;  ///< origins
        qint64 now = -1;
        bool hasEnded = false;
        bool operator==(const Key&) const = default;
    };

    void createTable();
    void fillTable(const DifferencePair& pair);

    QLabel* m_title = nullptr;
    QTableWidget* m_table = nullptr;  ///< made when it first has something to show
    QLabel* m_sentence = nullptr;
    QLabel* m_caveats = nullptr;
    Key m_key;
};
