#include "tests/fuzz/bytetarget.h"
#include "tests/fuzz/mutator.h"

#include <cstdio>
#include <cstdlib>

/// Feeds the fuzz target with so many inputs, the same every time, for compilers without libFuzzer.
/// `fuzz_…_bounded ROUNDS [FIRST]`: a round that fails can be repeated by its number.
int main(int argc, char** argv)
{
    const long rounds = argc > 1 ? std::atol(argv[1]) : 5000;
    const long first = argc > 2 ? std::atol(argv[2]) : 0;
    const QByteArrayList inputs = goodInputs();
    for (long round = first; round < first + rounds; ++round) {
        if (round % 500 == 0) {
            std::printf("from round %ld\n", round);
            std::fflush(stdout);
        }
        Mutator mutator(static_cast<std::uint32_t>(round));
        const auto last = static_cast<std::size_t>(inputs.size()) - 1;
        QByteArray input = inputs.at(static_cast<qsizetype>(mutator.upTo(last)));
        mutator.changeBytes(input);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
                               static_cast<std::size_t>(input.size()));
    }
    std::printf("all %ld rounds held\n", rounds);
    return 0;
}
