#include "core/program/cpptools.h"

namespace {

constexpr std::string_view globalLock = R"cpp(
/// A model of CPython's interpreter lock: who computes holds it. Those who want it
/// stand in a queue; who has held it for 5 ms hands it over to the next.
class GlobalLock {
public:
    void take()
    {
        std::unique_lock lock(m_mutex);
        const long ticket = m_next_ticket++;
        m_changed.wait(lock, [&] { return m_serving == ticket; });
        m_since = Clock::now();
    }

    void release()
    {
        const std::lock_guard lock(m_mutex);
        ++m_serving;
        m_changed.notify_all();
    }

    /// To be called now and then by who computes.
    void offer()
    {
        if (Clock::now() - m_since < 5ms)
            return;
        release();  // who waits is the next; otherwise it comes back at once
        take();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    long m_next_ticket = 0;
    long m_serving = 0;
    Clock::time_point m_since;  // only who holds the lock looks at it
};

GlobalLock interpreter;

/// Gives the lock away while its owner waits for something else.
struct Waiting {
    Waiting() { interpreter.release(); }
    ~Waiting() { interpreter.take(); }
};

[politely]template <typename Mutex>
[politely]void lock_without_interpreter(Mutex& mutex)
[politely]{
[politely]    if (mutex.try_lock())
[politely]        return;
[politely]    const Waiting waiting;
[politely]    mutex.lock();
[politely]}
)cpp";

constexpr std::string_view sharedMutex = R"cpp(
/// A mutex for several processes; std::mutex is for the threads of one.
class SharedMutex {
public:
    SharedMutex()
    {
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
        pthread_mutex_init(&m_mutex, &attributes);
    }

    void lock() { pthread_mutex_lock(&m_mutex); }
    void unlock() { pthread_mutex_unlock(&m_mutex); }
[philosophers]
[philosophers]    bool try_lock_for(Milliseconds time)
[philosophers]    {
[philosophers]        const auto until = std::chrono::system_clock::now().time_since_epoch() + time;
[philosophers]        const auto seconds = std::chrono::floor<std::chrono::seconds>(until);
[philosophers]        const auto rest = std::chrono::floor<std::chrono::nanoseconds>(until - seconds);
[philosophers]        const timespec end{seconds.count(), rest.count()};
[philosophers]        return pthread_mutex_timedlock(&m_mutex, &end) == 0;
[philosophers]    }

private:
    pthread_mutex_t m_mutex;
};
)cpp";

constexpr std::string_view coroutine = R"cpp(
/// A coroutine that goes on by itself: the event loop resumes it when it has waited.
struct Coroutine {
    struct promise_type {
        Coroutine get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
};

)cpp";

constexpr std::string_view eventLoop = R"cpp(
/// Resumes coroutines when their time has come, all in one thread.
class EventLoop {
public:
    struct Sleep {
        EventLoop& loop;
        Clock::time_point until;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> who) const
        {
            loop.m_sleepers.emplace(until, who);
        }
        void await_resume() const {}
    };

    Sleep sleep(Milliseconds time)
    {
        return {*this, Clock::now() + std::chrono::ceil<Clock::duration>(time)};
    }
[philosophers]    void resume_soon(std::coroutine_handle<> who)
[philosophers]    {
[philosophers]        m_sleepers.emplace(Clock::now(), who);
[philosophers]    }

    /// Until nobody sleeps any more.
    void run()
    {
        while (!m_sleepers.empty()) {
            const auto [until, who] = *m_sleepers.begin();
            m_sleepers.erase(m_sleepers.begin());
            std::this_thread::sleep_until(until);
            who.resume();
        }
    }

private:
    std::multimap<Clock::time_point, std::coroutine_handle<>> m_sleepers;
};

EventLoop loop;
)cpp";

constexpr std::string_view fetchLoop = R"cpp(
/// Resumes coroutines when their download has ended, all in one thread.
class EventLoop {
public:
    struct Fetch {
        EventLoop& loop;
        const std::string& url;
        std::string body = {};
        CURLcode code = CURLE_OK;
        std::coroutine_handle<> who = {};

        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> handle)
        {
            who = handle;
            curl_multi_add_handle(loop.m_downloads, new_transfer(url, body, this));
        }
        std::string await_resume() { return checked(url, body, code); }
    };

    Fetch fetch(const std::string& url) { return {*this, url}; }

    /// Until nothing is downloaded any more.
    void run()
    {
        int left = 1;
        while (left > 0) {
            curl_multi_perform(m_downloads, &left);
            if (resume_finished())
                left = 1;  // they may have begun other downloads
            else if (left > 0)
                curl_multi_poll(m_downloads, nullptr, 0, 1000, nullptr);
        }
    }

private:
    bool resume_finished()
    {
        int left = 0;
        const CURLMsg* const message = curl_multi_info_read(m_downloads, &left);
        if (!message)
            return false;
        Fetch* fetch = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &fetch);
        fetch->code = message->data.result;
        CURL* const transfer = message->easy_handle;
        curl_multi_remove_handle(m_downloads, transfer);
        curl_easy_cleanup(transfer);
        fetch->who.resume();
        return true;
    }

    CURLM* m_downloads = curl_multi_init();
};

EventLoop loop;
)cpp";

constexpr std::string_view fetching = R"cpp(
std::vector<std::string> urls;  // of the pictures, one for each task

[file]/// One address a line; a line that begins with # is a comment.
[file]std::vector<std::string> read_addresses(const char* path)
[file]{
[file]    std::vector<std::string> addresses;
[file]    std::ifstream file(path);
[file]    for (std::string line; std::getline(file >> std::ws, line);) {
[file]        line.erase(line.find_last_not_of(" \t\r") + 1);
[file]        if (!line.starts_with("#"))
[file]            addresses.push_back(line);
[file]    }
[file]    return addresses;
[file]}

std::size_t keep(char* data, std::size_t, std::size_t size, void* body)
{
    static_cast<std::string*>(body)->append(data, size);
    return size;
}

CURL* new_transfer(const std::string& url, std::string& body$ownerParameter$)
{
    CURL* const transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, url.c_str());
    curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(transfer, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(transfer, CURLOPT_TIMEOUT_MS, timeout_ms);
    curl_easy_setopt(transfer, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(transfer, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(transfer, CURLOPT_NOSIGNAL, 1L);
[loop]    curl_easy_setopt(transfer, CURLOPT_PRIVATE, owner);
    return transfer;
}

/// What was downloaded; nothing where that failed.
std::string checked(const std::string& url, const std::string& body, CURLcode code)
{
    if (code == CURLE_OK)
        return body;
    std::fprintf(stderr, "%s: %s\n", url.c_str(), curl_easy_strerror(code));
    return {};
}

[!loop]std::string fetch(const std::string& url)
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop]    std::string body;
[!loop]    CURL* const transfer = new_transfer(url, body);
[!loop]    const CURLcode code = curl_easy_perform(transfer);
[!loop]    curl_easy_cleanup(transfer);
[!loop]    return checked(url, body, code);
[!loop]}
)cpp";

constexpr std::string_view server = R"cpp(
// ---- A server of our own, so that this runs without a network ----

/// Takes its time to answer, and sends no faster than the bandwidth.
void answer(int connection)
{
    char request[1024] = {};
    int number = 0;  // of the picture
    if (read(connection, request, sizeof request - 1) > 0)
        std::sscanf(request, "GET /picture/%d", &number);
    std::mt19937 random(number);  // the same picture whenever it is asked for
    std::string picture = "P6\n200 160\n255\n";
    for (int i = 0; i < 3 * 200 * 160; ++i)
        picture += static_cast<char>(random());
    std::uniform_real_distribution<double> give_or_take(0.5, 1.5);
    std::this_thread::sleep_for(delay * give_or_take(random));
    const std::string length = "Content-Length: " + std::to_string(picture.size());
    const std::string text = "HTTP/1.0 200 OK\r\n" + length + "\r\n\r\n" + picture;
    for (std::size_t at = 0; at < text.size(); at += 8192) {
        const std::string piece = text.substr(at, 8192);
        if (send(connection, piece.data(), piece.size(), MSG_NOSIGNAL) < 0)
            break;
        std::this_thread::sleep_for(Milliseconds(8192.0 / bandwidth));
    }
    close(connection);
}

/// Starts the server in a process of its own, and says where its pictures are.
pid_t start_server()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    auto* const where = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (bind(listener, where, size) != 0 || listen(listener, 256) != 0) {
        std::perror("the port of the server");
        std::exit(1);
    }
    getsockname(listener, where, &size);
    const std::string prefix =
        "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/picture/";
    for (int task = 1; task <= tasks; ++task)
        urls.push_back(prefix + std::to_string(task));
    const pid_t server = fork();
    while (server == 0)
        std::thread(answer, accept(listener, nullptr, nullptr)).detach();
    close(listener);
    return server;
}
)cpp";

constexpr CppTools tools{globalLock, sharedMutex, coroutine, eventLoop,
                         fetchLoop,  fetching,    server};

}  // namespace

const CppTools& cppTools()
{
    return tools;
}
