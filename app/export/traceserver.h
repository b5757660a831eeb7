#pragma once

#include "core/model/result.h"

#include <QFile>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

class QTcpSocket;
struct HttpRequest;

/// The only page that may read what is served.
inline constexpr char perfettoOrigin[] = "https://ui.perfetto.dev";

/// Serves one file on 127.0.0.1, to one request of Perfetto's page in a browser of this machine. It
/// ends once the file was fetched, or when nobody has fetched it in time.
class TraceServer : public QObject {
    Q_OBJECT

public:
    explicit TraceServer(QObject* parent = nullptr);
    ~TraceServer() override;

    /// Serves the file at `path` as /`name` from now on, in place of what was served before; the
    /// result is its address. `port` 0 stands for any that is free. The error says what hinders it,
    /// such as a port in use.
    [[nodiscard]] Result<QUrl> serve(const QString& path, const QString& name, quint16 port);
    void stop();

    /// For how long it serves, a minute unless told otherwise.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    [[nodiscard]] bool isServing() const { return m_server.isListening(); }

Q_SIGNALS:
    void fetched();
    void expired();  ///< nobody has fetched it

private:
    void acceptConnections();
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void send(QTcpSocket* socket);
    void sendMore();
    void expire();
    void finish();

    QTcpServer m_server;
    QTimer m_timer;
    QFile m_file;
    QByteArray m_path;              ///< under which it is served
    QPointer<QTcpSocket> m_reader;  ///< who is being sent the file
    std::chrono::milliseconds m_patience = std::chrono::minutes(1);
};
