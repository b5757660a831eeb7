#include "tests/fuzz/fuzztarget.h"

#include "core/analysis/verdict.h"
#include "core/model/comparisonbuilder.h"
#include "core/storage/resultjson.h"
#include "core/storage/streamreader.h"
#include "tests/support/invariants.h"
#include "tests/support/samplestream.h"

#include <QByteArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void broken(const std::string& promise)
{
    std::fprintf(stderr, "broken: %s\n", promise.c_str());
    std::abort();
}

void require(bool promise, const char* name)
{
    if (!promise)
        broken(name);
}

/// The frames of a stream and the error that it ends in.
struct Content {
    std::vector<Frame> frames;
    std::string error;
    qint64 end = 0;
    bool operator==(const Content&) const = default;
};

void readAvailable(StreamReader& reader, Content& content)
{
    while (content.error.empty()) {
        auto frame = reader.next();
        if (!frame)
            content.error = frame.error().message;
        else if (*frame)
            content.frames.push_back(std::move(**frame));
        else
            break;
    }
    content.end = reader.offset();
}

Content read(const QByteArray& bytes, qsizetype pieceSize)
{
    StreamReader reader;
    Content content;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        reader.feed(bytes.sliced(at, std::min(pieceSize, bytes.size() - at)));
        readAvailable(reader, content);
    }
    return content;
}

bool isShare(const Share& share)
{
    return share.share >= 0 && share.share <= 1 && share.mean >= 0 && share.max >= 0;
}

void checkComparison(const Comparison& comparison)
{
    if (auto what = brokenInvariant(comparison); !what.empty())
        broken(what);
    for (const Recording& run : comparison.runs) {
        const Judgement judged = judge(run);
        require(isShare(judged.concurrency) && isShare(judged.parallelism), "shares from 0 to 1");
        require((judged.verdict == Verdict::Inconclusive) != judged.reason.empty(),
                "a reason where a run is inconclusive");
    }
    require(!QJsonDocument(resultJson(comparison)).toJson().isEmpty(), "a result as JSON");
}

/// Whatever the pieces that a stream comes in, the same is in it; and it comes back as written.
void checkStream(const QByteArray& bytes, qsizetype pieceSize)
{
    const Content whole = read(bytes, std::max(bytes.size(), qsizetype{1}));
    require(read(bytes, pieceSize).frames == whole.frames, "the same frames in pieces");

    ComparisonBuilder builder;
    for (const Frame& frame : whole.frames) {
        if (!builder.add(frame))
            break;
    }
    checkComparison(builder.comparison());

    const QByteArray again = streamBytes(whole.frames);
    require(read(again, again.size() + 1).frames == whole.frames, "frames as they were written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1,
                           static_cast<qsizetype>(size) - 1);
    checkStream(bytes, 1 + data[0]);
    return 0;
}
