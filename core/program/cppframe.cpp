#include "core/program/cppframe.h"

namespace {

constexpr std::string_view head = R"cpp(
$comment$
//
// Compile and run it with:
//   $run$
)cpp";

constexpr std::string_view constants = R"cpp(
[time]using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
[milliseconds]using Milliseconds = std::chrono::duration<double, std::milli>;

[!file]constexpr int tasks = $tasks$;
[file]int tasks = 0;  // as many as there are addresses
[queue]constexpr int workers = $workers$;  // so many tasks are in progress at once
[split]constexpr int split = $split$;  // so many workers do a part of the same task
[limit]constexpr int cores = $cores$;  // so many cores may be used
[serial]constexpr int serial = $serialPercent$;  // percent that only one worker at a time can do
[file]constexpr char urls_file[] = "$urls$";
[net]constexpr long timeout_ms = $timeout$;
[local]constexpr Milliseconds delay{$delay$};  // of the server, give or take a half
[local]constexpr double bandwidth = $bandwidth$;  // bytes per millisecond and connection
[local]constexpr int port = $port$;  // of the server; 0 stands for a free one
)cpp";

constexpr std::string_view share = R"cpp(
[stealing]/// The tasks that a worker has not done yet.
[stealing]struct Share {
[stealing]    int next = 0;
[stealing]    int end = 0;
[stealing]    int left() const { return end - next; }
[stealing]};
)cpp";

constexpr std::string_view fields = R"cpp(
[alone]int done = 0;  // tasks
[alone]long long total = 0;  // of their results
[!alone]    std::atomic<int> done = 0;  // tasks
[!alone]    std::atomic<long long> total = 0;  // of their results
[crew&shared]    std::atomic<int> next = 1;  // a queue of numbers: the next task
[!loop&split]    std::atomic<long long> results[tasks + 1] = {};  // of each split task
[stealing]    Share shares[workers];
[stealing]    $mutex$ shares_lock;
[serial]    $mutex$ serial_lock;
)cpp";

constexpr std::string_view amount = R"cpp(
[!split]/// $doc$
[!split]long long $function$(int task)
[!split]{
[!split&serial]    const long long middle = $AMOUNT$ * serial / 100;
[!split&serial]    long long result = 0;
[!split&serial]    {
[!split&serial&gil]        lock_without_interpreter($s$serial_lock);
[!split&serial&gil]        const std::lock_guard lock($s$serial_lock, std::adopt_lock);
[!split&serial&!gil]        const std::lock_guard lock($s$serial_lock);  // one worker at a time
[!split&serial]        result = $kernel$($with$0, middle);
[!split&serial]    }
[!split&serial]    result += $kernel$($with$middle, $AMOUNT$);
[!split&!serial]    const long long result = $kernel$($with$0, $AMOUNT$);
[!split]    std::printf("task %d: %lld $unit$\n", task, result);
[!split]    return result;
[!split]}
[split]/// $doc$ One of the parts of a task.
[split]long long $function$(int$nameOfTask$, int part)
[split]{
[split]    const long long first = $AMOUNT$ * part / split;
[split]    const long long last = $AMOUNT$ * (part + 1) / split;
[split&serial]    const long long middle = first + (last - first) * serial / 100;
[split&serial]    long long result = 0;
[split&serial]    {
[split&serial&gil]        lock_without_interpreter($s$serial_lock);
[split&serial&gil]        const std::lock_guard lock($s$serial_lock, std::adopt_lock);
[split&serial&!gil]        const std::lock_guard lock($s$serial_lock);  // one worker at a time
[split&serial]        result = $kernel$($with$first, middle);
[split&serial]    }
[split&serial]    return result + $kernel$($with$middle, last);
[split&!serial]    return $kernel$($with$first, last);
[split]}
)cpp";

constexpr std::string_view start = R"cpp(
int main()
{
[net]    curl_global_init(CURL_GLOBAL_DEFAULT);
[local]    const pid_t server = start_server();
[file]    urls = read_addresses(urls_file);
[file]    tasks = static_cast<int>(urls.size());
[limit]    use_cores(cores);
[stealing]    for (int i = 0; i < workers; ++i)
[stealing]        shared.shares[i] = {tasks * i / workers, tasks * (i + 1) / workers};
    const auto start = Clock::now();
[!loop&plain]    for (int task = 1; task <= tasks; ++task)
[!loop&plain]        finish($call$);
[crew]    in_$means$(workers, work);
[loop&queue]    for (int i = 0; i < workers; ++i)
[loop&queue]        start_next();
[loop&plain]    start_next();
[loop]    loop.run();
    const std::chrono::duration<double> elapsed = Clock::now() - start;
[local]    kill(server, SIGTERM);
[local]    waitpid(server, nullptr, 0);
[!alone]    const int done = shared.done;
[!alone]    const long long total = shared.total;
    std::printf("%.3f seconds\n", elapsed.count());
)cpp";

constexpr CppFrame frame{head, constants, share, fields, amount, start};

}  // namespace

const CppFrame& cppFrame()
{
    return frame;
}
