#pragma once

/// The image server's side: its process. The arguments are those of ImageServer, after the
/// program's name and "image-server". Returns the exit status when the process that started it has
/// gone, or asks it to end.
[[nodiscard]] int serveImages(int argc, char** argv);
