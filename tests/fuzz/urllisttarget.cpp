#include "core/fetch/urllist.h"
#include "core/model/plan.h"
#include "tests/fuzz/bytetarget.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

void require(bool promise, const char* name)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken: %s\n", name);
    std::abort();
}

void checkAddresses(const std::vector<std::string>& addresses)
{
    require(!addresses.empty() && addresses.size() <= limits::maxTasks, "1 to maxTasks addresses");
    std::string again;
    for (const std::string& address : addresses) {
        require(address.size() <= limits::maxUrlLength, "addresses of bounded length");
        require(std::ranges::none_of(address, [](char c) { return c == '\n' || c == '\0'; }),
                "an address is one line");
        again += address + "\n";
    }
    require(parseUrlList(again, "again") == addresses, "the same addresses again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto addresses = parseUrlList(text, "list");
    if (addresses)
        checkAddresses(*addresses);
    else
        require(addresses.error().message.starts_with("list") &&
                    addresses.error().message.find("expected") != std::string::npos,
                "an error names the list and what was expected");
    return 0;
}

QByteArrayList goodInputs()
{
    return {"http://example.org/1.jpg\nhttps://example.org:8443/a?b=c#d\n",
            "\xef\xbb\xbf# comment\r\n\r\nhttp://[::1]:80/\r\n\thttp://user:word@host/ \r\n",
            "http://b\xc3\xbc"
            "cher.example/\xc3\xa4\n" +
                QByteArray("http://127.0.0.1/picture/1\n").repeated(30)};
}
