#pragma once

#include "app/export/exportjob.h"
#include "app/export/traceserver.h"

#include <QTemporaryDir>

#include <functional>

/// Shows recordings in Perfetto: writes a trace, offers it to Perfetto's page on this machine
/// alone, and opens the page in the user's browser.
class PerfettoDesk : public QObject {
    Q_OBJECT

public:
    /// Opens an address in a browser; false where there is none.
    using Opener = std::function<bool(const QUrl&)>;

    /// Perfetto's page reads from this port alone.
    static constexpr quint16 usualPort = 9001;

    explicit PerfettoDesk(QObject* parent = nullptr);

    void setOpener(Opener opener) { m_openAddress = std::move(opener); }
    void setPort(quint16 port) { m_port = port; }
    [[nodiscard]] TraceServer& server() noexcept { return m_server; }

    /// Ends in `offered`, and later in news; or in `failed`, or in `noBrowser`. `name` is what
    /// Perfetto calls the trace.
    void open(std::shared_ptr<const Comparison> comparison, const QString& name);

    /// Stops the writing of a trace; one that is offered stays so.
    void stop() { m_job.stop(); }

Q_SIGNALS:
    void started(const QString& path);
    void news(const QString& text);
    void failed(const QString& message);
    /// The trace is offered, but the user must open `address` in a browser.
    void noBrowser(const QString& message, const QString& address);

private:
    void offer(const QString& path);

    QTemporaryDir m_folder;
    TraceServer m_server;
    Opener m_openAddress;
    quint16 m_port = usualPort;
    QString m_name;
    ExportJob m_job;
};

/// Where Perfetto's page shows what it reads from `trace`.
[[nodiscard]] QUrl perfettoAddress(const QUrl& trace);
