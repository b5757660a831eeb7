#include "core/program/cppnet.h"

namespace {

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

constexpr CppNet net{fetching, fetchLoop, server};

}  // namespace

const CppNet& cppNet()
{
    return net;
}
