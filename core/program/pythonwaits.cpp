#include "core/program/pythonwork.h"

namespace {

constexpr PythonWork nap{.function = "nap",
                         .unit = "naps",
                         .constants = R"py(
TASK_MS = $ms$  # how long each task waits
)py",
                         .functions = R"py(
[!split]$def$ nap(task):
[!split]    """Only waits: needs no core to do so."""
[!split]    $sleep$(TASK_MS / 1000)
[!split]    print(f"task {task}: 1 nap"$flush$)
[!split]    return 1
[split]$def$ nap(task, part):
[split]    """Only waits: needs no core to do so. One of its SPLIT parts."""
[split]    $sleep$(TASK_MS / 1000 / SPLIT)
[split]    return 1
)py",
                         .report = R"py(
    print(f"{len(results)} tasks done, {sum(results)} naps")
)py"};

constexpr std::string_view downloadReport = R"py(
    done = [size for size in results if size > 0]
    print(f"{len(done)} of {len(results)} downloads done, {sum(done)} bytes")
    if len(done) < len(results):
        sys.exit("some downloads failed")
)py";

constexpr PythonWork download{.function = "download",
                              .unit = "bytes",
                              .constants = {},
                              .functions = R"py(
$def$ download(url):
    """Downloads a picture: waits for the server most of the time."""
    try:
        picture = $await$fetch(url)
    except OSError as error:
        print(f"{url}: {error}"$flush$)
        return 0
    print(f"{url}: {len(picture)} bytes"$flush$)
    return len(picture)
)py",
                              .report = downloadReport};

constexpr PythonWork mixed{.function = "download_and_blur",
                           .unit = "bytes",
                           .constants = {},
                           .functions = R"py(
def blurred(picture):
    """Decodes a picture, blurs and encodes it.

    It knows the format PPM only, since the standard library decodes no other. The
    bytes of another picture are treated as if they were points: as much to compute.
    """
    start = picture.index(b"255\n") + 4 if picture.startswith(b"P6") else 0
    points = bytearray(picture[start:])
    for _ in range(3):
        for at in range(3, len(points) - 3):  # red, green and blue stand in turn
            points[at] = (points[at - 3] + points[at] + points[at + 3]) // 3
    return picture[:start] + bytes(points)


$def$ download_and_blur(url):
    """Downloads a picture, which is to wait, and blurs it, which is to compute."""
    try:
        picture = $await$fetch(url)
    except OSError as error:
        print(f"{url}: {error}"$flush$)
        return 0
    size = len(blurred(picture))
    print(f"{url}: {size} bytes blurred"$flush$)
    return size
)py",
                           .report = downloadReport};

}  // namespace

const PythonWork* pythonWaiting(const Filling& filling)
{
    if (filling.has("sleep"))
        return &nap;
    if (filling.has("download"))
        return &download;
    return filling.has("mixed") ? &mixed : nullptr;
}
