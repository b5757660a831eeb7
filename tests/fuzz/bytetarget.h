#pragma once

#include <QByteArrayList>

#include <cstddef>
#include <cstdint>

/// libFuzzer's entry. Aborts with a message where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Good inputs, to be changed at random.
[[nodiscard]] QByteArrayList goodInputs();
