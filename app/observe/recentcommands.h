#pragma once

#include <QObject>
#include <QStringList>

class QSettings;

/// The command lines that were observed last, newest first.
class RecentCommands : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 10;

    /// `memory` is borrowed and outlives this object.
    explicit RecentCommands(QSettings& memory, QObject* parent = nullptr);

    void add(const QString& line);
    void clear();
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void changed();

private:
    void setLines(const QStringList& lines);

    QSettings& m_memory;
};
