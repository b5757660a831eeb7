#pragma once

#include <QTcpServer>

/// Answers each request with a body of three bytes, on the thread that made it.
class PictureServer : public QTcpServer {
public:
    PictureServer();

    [[nodiscard]] std::string addressOf(int number) const;

private:
    void answer();
};
