#include "core/imageserver/imageservice.h"

#include "core/imageserver/picturefront.h"
#include "core/observe/childprocess.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace {

/// Each connection is a descriptor, and the usual limit is low.
void allowManyConnections()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

/// Tells the one that has started us; 1 where it has gone already.
int tell(const std::string& line, int status)
{
    const std::string bytes = line + "\n";
    const auto written = write(inheritedDescriptor, bytes.data(), bytes.size());
    return written == static_cast<ssize_t>(bytes.size()) ? status : 1;
}

}  // namespace

int serveImages(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto options = serverOptionsFrom(std::span(arguments).subspan(1));
    if (!options) {
        std::fprintf(stderr, "coreogram-run image-server: %s\n", options.error().message.c_str());
        return 2;
    }
    std::signal(SIGINT, SIG_IGN);  // Ctrl-C is the runner's to handle, and it has us end
    std::signal(SIGTERM, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    allowManyConnections();

    const QCoreApplication application(argc, argv);
    PictureFront front(*options);
    const auto port = front.listen();
    if (!port)
        return tell(port.error().message, 1);
    const QSocketNotifier parent(inheritedDescriptor, QSocketNotifier::Read);
    QObject::connect(&parent, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    if (tell("port " + std::to_string(*port), 0) != 0)
        return 1;
    return QCoreApplication::exec();
}
