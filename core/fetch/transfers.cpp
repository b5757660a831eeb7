#include "core/fetch/transfers.h"

#include "core/fetch/transfer.h"

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>

namespace {

/// Once for the process: the language sees to it that no two threads do it.
void startLibrary()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw std::runtime_error(std::string("libcurl could not be started: ") +
                                 curl_easy_strerror(started));
}

void* newMulti()
{
    startLibrary();
    void* const multi = curl_multi_init();
    if (!multi)
        throw std::bad_alloc();
    return multi;
}

}  // namespace

void Transfers::MultiCloser::operator()(void* multi) const noexcept
{
    curl_multi_cleanup(multi);
}

Transfers::Transfers() : m_multi(newMulti()) {}

Transfers::~Transfers()
{
    while (!m_inProgress.empty())
        remove(m_inProgress.begin());
}

std::unique_ptr<Transfer> Transfers::idleTransfer()
{
    if (m_idle.empty())
        return std::make_unique<Transfer>();
    std::unique_ptr<Transfer> transfer = std::move(m_idle.back());
    m_idle.pop_back();
    return transfer;
}

void Transfers::start(std::uint64_t id, const FetchOrder& order)
{
    std::unique_ptr<Transfer> transfer = idleTransfer();
    transfer->prepare(id, order);
    CURL* const handle = transfer->handle();
    const auto added = m_inProgress.emplace(id, std::move(transfer)).first;
    if (curl_multi_add_handle(m_multi.get(), handle) != CURLM_OK) {
        m_inProgress.erase(added);
        throw std::bad_alloc();
    }
}

void Transfers::remove(InProgress::iterator transfer)
{
    curl_multi_remove_handle(m_multi.get(), transfer->second->handle());
    transfer->second->clear();
    m_idle.push_back(std::move(transfer->second));
    m_inProgress.erase(transfer);
}

std::vector<Fetched> Transfers::advance()
{
    int running = 0;
    curl_multi_perform(m_multi.get(), &running);
    std::vector<Fetched> ended;
    int left = 0;
    while (const CURLMsg* const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        Transfer* transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        const CURLcode code = message->data.result;  // the message goes with the handle
        ended.push_back(transfer->end(code));
        remove(m_inProgress.find(transfer->id()));
    }
    return ended;
}

void Transfers::wait(Nanoseconds atMost)
{
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(atMost).count();
    const auto longest = decltype(milliseconds){std::numeric_limits<int>::max()};
    curl_multi_poll(m_multi.get(), nullptr, 0,
                    static_cast<int>(std::clamp(milliseconds, decltype(milliseconds){0}, longest)),
                    nullptr);
}

void Transfers::wake() noexcept
{
    curl_multi_wakeup(m_multi.get());
}

void Transfers::cancel(std::uint64_t id)
{
    if (const auto found = m_inProgress.find(id); found != m_inProgress.end())
        remove(found);
}

Result<std::vector<std::byte>> fetch(const FetchOrder& order)
{
    Transfers transfers;
    transfers.start(0, order);
    for (;;) {
        std::vector<Fetched> ended = transfers.advance();
        if (!ended.empty())
            return std::move(ended.front().body);
        transfers.wait(order.timeout);
    }
}
