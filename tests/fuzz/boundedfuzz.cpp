#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/samplestream.h"

#include <cstdio>
#include <cstdlib>

namespace {

/// The input of a round: the size of the pieces, then the sample stream, changed somehow.
QByteArray inputOf(long round)
{
    Mutator mutator(static_cast<std::uint32_t>(round));
    std::vector<Frame> frames = sampleFrames();
    mutator.changeFrames(frames);
    QByteArray bytes = streamBytes(frames);
    if (mutator.upTo(1) == 0)
        mutator.changeBytes(bytes);
    return bytes.prepend(static_cast<char>(mutator.upTo(255)));
}

}  // namespace

/// Feeds the fuzz target with so many inputs, the same every time, for compilers without libFuzzer.
/// `fuzz_stream_bounded ROUNDS [FIRST]`: a round that fails can be repeated by its number.
int main(int argc, char** argv)
{
    const long rounds = argc > 1 ? std::atol(argv[1]) : 5000;
    const long first = argc > 2 ? std::atol(argv[2]) : 0;
    for (long round = first; round < first + rounds; ++round) {
        if (round % 500 == 0) {
            std::printf("from round %ld\n", round);
            std::fflush(stdout);
        }
        const QByteArray input = inputOf(round);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
                               static_cast<std::size_t>(input.size()));
    }
    std::printf("all %ld rounds held\n", rounds);
    return 0;
}
