#include "core/engine/processcrew.h"
#include "core/imageserver/imageservice.h"
#include "core/runner/commands.h"
#include "core/runner/options.h"

#include <QStringList>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

int complain(int status, const std::string& message)
{
    std::fprintf(stderr, "coreogram-run: %s\n", message.c_str());
    return status;
}

namespace {

using Command = int (*)(const QStringList&);

const std::map<std::string_view, Command> commands{
    {"compare", compareCommand}, {"run", runCommand},   {"study", studyCommand},
    {"show", showCommand},       {"info", infoCommand}, {"export", exportCommand},
    {"lesson", lessonCommand}};

int execute(const std::vector<std::string>& arguments);

bool asksForHelp(const std::string& argument)
{
    return argument == "--help" || argument == "-h";
}

/// What comes after “--” is the program's, and is not looked at.
int observe(const std::vector<std::string>& arguments)
{
    const auto end = std::ranges::find(arguments, "--");
    if (std::any_of(arguments.begin(), end, asksForHelp))
        return execute({"--help"});
    QStringList own;
    std::for_each(arguments.begin(), end, [&](const std::string& argument) {
        own.append(QString::fromLocal8Bit(argument.c_str()));
    });
    if (end == arguments.end())
        return observeCommand(own, {});
    return observeCommand(own, {end + 1, arguments.end()});
}

int execute(const std::vector<std::string>& arguments)
{
    const std::string name = arguments.empty() ? "" : arguments.front();
    if (asksForHelp(name) || name == "help") {
        std::fputs(helpText().toUtf8().constData(), stdout);
        return statusDone;
    }
    if (name == "--version" || name == "-v") {
        std::puts("coreogram-run " COREOGRAM_VERSION);
        return statusDone;
    }
    if (name == "observe")
        return observe({arguments.begin() + 1, arguments.end()});
    const auto command = commands.find(name);
    if (command == commands.end())
        return complain(statusUsage, (name.empty() ? "no command was given"
                                                   : "there is no command “" + name + "”") +
                                         "; expected compare, run, observe, study, lesson, show, "
                                         "export or info (see --help)");
    QStringList rest;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (asksForHelp(arguments[i]))
            return execute({"--help"});
        rest.append(QString::fromLocal8Bit(arguments[i].c_str()));
    }
    return command->second(rest);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "worker")
        return workAsProcess({arguments.begin() + 1, arguments.end()});
    if (!arguments.empty() && arguments.front() == "image-server")
        return serveImages(argc, argv);
    std::setlocale(LC_CTYPE, "");
    std::signal(SIGCHLD, SIG_DFL);  // where it is ignored, children end without a word
    const int status = execute(arguments);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return complain(std::max(status, statusFailed), "could not write to standard output");
    return status;
}
