#pragma once

#include <cstddef>
#include <cstdint>

/// libFuzzer's entry. Reads a stream, builds what is in it, judges it and prints it as JSON; the
/// first byte tells in how large pieces it comes, the others are the stream. Aborts with a message
/// where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
