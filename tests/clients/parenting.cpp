// Starts other processes in ways that are hard to follow.
//
//   parenting children COUNT          that end at once, one after another
//   parenting daemon MILLISECONDS     a process that leaves its session and outlives this one
//   parenting execute NAME            becomes `sleep 0.05`, called NAME
//   parenting execute-from-thread     as above, but a thread does it: the others end

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace {

int startChildren(int count)
{
    for (int i = 0; i < count; ++i) {
        const pid_t child = fork();
        if (child == 0)
            _exit(0);
        if (child < 0 || waitpid(child, nullptr, 0) != child)
            return 1;
    }
    return 0;
}

/// Says its number before this process ends; then nobody waits for it.
int startDaemon(int milliseconds)
{
    const pid_t child = fork();
    if (child > 0) {
        waitpid(child, nullptr, 0);
        return 0;
    }
    setsid();
    if (const pid_t daemon = fork(); daemon > 0) {
        std::printf("%d\n", daemon);
        std::fflush(stdout);
        _exit(0);
    }
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    usleep(static_cast<useconds_t>(milliseconds) * 1000);
    _exit(0);
}

int execute(const char* name)
{
    execlp("sleep", name, "0.05", nullptr);
    return 127;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string way = argc > 1 ? argv[1] : "";
    if (way == "children" && argc == 3)
        return startChildren(std::atoi(argv[2]));
    if (way == "daemon" && argc == 3)
        return startDaemon(std::atoi(argv[2]));
    if (way == "execute" && argc == 3)
        return execute(argv[2]);
    if (way == "execute-from-thread") {
        std::jthread([] { _exit(execute("sleep")); }).join();
    }
    return 2;
}
