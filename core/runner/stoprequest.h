#pragma once

/// Ways to ask the runner to stop: Ctrl-C and SIGTERM, and the end of standard input where the
/// window has started it. A second Ctrl-C ends the program at once.
namespace stopRequest {

/// From now on SIGINT and SIGTERM ask to stop, and a reader that goes away is an error of writing
/// to it, not the end of the program.
void listenToSignals();

/// From now on the end of standard input asks to stop.
void listenToStandardInput();

/// Asks to stop.
void raise() noexcept;

/// Whether anyone has asked to stop. Cheap: does not block.
[[nodiscard]] bool isRaised() noexcept;

}  // namespace stopRequest
