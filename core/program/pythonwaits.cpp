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

constexpr PythonWork increment{.function = "increment",
                               .unit = "additions",
                               .constants = R"py(
ITEMS = $items$  # how often each task adds one
)py",
                               .functions = R"py(
[!processes&!atomic]counter = 0
[!processes&atomic]counter = itertools.count()  # adds in one call, so nobody gets in between
[!processes&shared-lock]lock = threading.Lock()  # one for all


[!atomic&!processes]def add_one(number):
[!atomic&!processes]    return number + 1


$def$ increment(task$part$):
    """Adds one to the shared counter, again and again."""
[loop]    # Nothing is awaited here, so no other task goes on meanwhile.
[!processes&!atomic]    global counter
[own]    lock = $locks$.Lock()  # of this worker alone: it keeps nobody out
[!split]    first, last = 0, ITEMS
[split]    first = ITEMS * part // SPLIT
[split]    last = ITEMS * (part + 1) // SPLIT
    for _ in range(first, last):
[none&!processes]        # Loads, adds, stores: in between another thread can do the same.
[none&!processes]        counter = add_one(counter)
[none&processes]        # Loads, adds, stores: in between another process can do the same.
[none&processes]        counter.value += 1
[own|shared-lock]        with lock:
[own&!processes|shared-lock&!processes]            counter = add_one(counter)
[own&processes|shared-lock&processes]            counter.value += 1
[atomic&!processes]        next(counter)
[atomic&processes]        with counter.get_lock():  # Python has no atomic addition of its own
[atomic&processes]            counter.value += 1
[!split]    print(f"task {task}: {last - first} additions"$flush$)
    return last - first
)py",
                               .report = R"py(
[processes]    counted = counter.value
[!processes&atomic]    counted = next(counter)  # as many as were drawn before
[!processes&!atomic]    counted = counter
    print(f"{len(results)} tasks done, counted {counted} of {sum(results)} additions")
)py",
                               .shared = "counter",
                               .sharedValues = R"(multiprocessing.Value("q"$value$))"};

constexpr PythonWork philosopher{.function = "philosopher",
                                 .unit = "meals",
                                 .constants = R"py(
ROUNDS = $rounds$  # meals of each philosopher, that is: of each task
MEAL = $ms$ / 1000 / ROUNDS  # seconds
PATIENCE = 2 + 2 * (TASKS + 1) * MEAL  # who waits longer is stuck
)py",
                                 .functions = R"py(
[threads]forks = [threading.Lock() for _ in range(max(2, TASKS))]
[loop]forks = [asyncio.Lock() for _ in range(max(2, TASKS))]


$def$ philosopher(task):
    """Takes two forks, each of which a neighbour needs too, to eat."""
[opposite]    first, second = task - 1, task % len(forks)  # all could wait in a circle
[same]    # All take the fork with the lower number first: no circle can close.
[same]    first, second = sorted((task - 1, task % len(forks)))
    for meal in range(ROUNDS):
        $with$ forks[first]:
            $sleep$(MEAL / 2)  # a neighbour takes a fork meanwhile
[!loop]            if not forks[second].acquire(timeout=PATIENCE):
[loop]            try:
[loop]                await asyncio.wait_for(forks[second].acquire(), PATIENCE)
[loop]            except asyncio.TimeoutError:
                circle = f"task {task} holds fork {first}, waits for {second}"
                print(f"deadlock: {circle}"$flush$)
                return meal
            $sleep$(MEAL / 2)
            forks[second].release()
    print(f"task {task}: {ROUNDS} meals"$flush$)
    return ROUNDS
)py",
                                 .report = R"py(
    print(f"{len(results)} tasks done, {sum(results)} of {TASKS * ROUNDS} meals eaten")
    if sum(results) < TASKS * ROUNDS:
        sys.exit("there was a deadlock")
)py",
                                 .shared = "forks",
                                 .sharedValues =
                                     "[multiprocessing.Lock() for _ in range(max(2, TASKS))]"};

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

constexpr std::string_view fetching = R"py(
[file]def read_addresses(path):
[file]    """One address a line; a line that begins with # is a comment."""
[file]    lines = [line.strip() for line in pathlib.Path(path).read_text().splitlines()]
[file]    return [line for line in lines if line and not line.startswith("#")]


[!loop]def fetch(url):
[!loop]    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
[!loop]        return answer.read()
[loop]async def fetch(url):
[loop]    """Asks for a page as a browser does, but in the simplest way: no redirects.
[loop]
[loop]    (urllib.request would block the only thread, and so hold up all other tasks.)
[loop]    """
[loop]    parts = urllib.parse.urlsplit(url)
[loop]    secure = parts.scheme == "https"
[loop]    port = parts.port or (443 if secure else 80)
[loop]    reader, writer = await asyncio.wait_for(
[loop]        asyncio.open_connection(parts.hostname, port, ssl=secure), TIMEOUT
[loop]    )
[loop]    path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
[loop]    writer.write(f"GET {path} HTTP/1.0\r\nHost: {parts.netloc}\r\n\r\n".encode())
[loop]    answer = await asyncio.wait_for(reader.read(), TIMEOUT)
[loop]    writer.close()
[loop]    head, _, body = answer.partition(b"\r\n\r\n")
[loop]    if b" 200 " not in head.partition(b"\r\n")[0] + b" ":
[loop]        raise OSError(head.partition(b"\r\n")[0].decode(errors="replace"))
[loop]    return body
)py";

constexpr std::string_view server = R"py(
# ---- A server of our own, so that this runs without a network ----


class PictureHandler(http.server.BaseHTTPRequestHandler):
    """Takes its time to answer, and sends no faster than BANDWIDTH."""

    def do_GET(self):
        number = int(self.path.rpartition("/")[2])
        random_of_picture = random.Random(number)  # the same whenever it is asked for
        points = random_of_picture.randbytes(3 * 200 * 160)
        time.sleep(DELAY_MS / 1000 * random_of_picture.uniform(0.5, 1.5))
        picture = b"P6\n200 160\n255\n" + points
        self.send_response(200)
        self.send_header("Content-Length", str(len(picture)))
        self.end_headers()
        for at in range(0, len(picture), 8192):
            self.wfile.write(picture[at : at + 8192])
            time.sleep(8192 / BANDWIDTH)

    def log_message(self, *_):
        pass  # not each request


class PictureServer(http.server.ThreadingHTTPServer):
    request_queue_size = 256  # so many may connect at once


def serve(port_to):
    server = PictureServer(("127.0.0.1", PORT), PictureHandler)
    port_to.send(server.server_port)
    server.serve_forever()


def start_server():
    """Starts the server in a process of its own; returns it and its port."""
    port_from, port_to = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.Process(target=serve, args=(port_to,), daemon=True)
    server.start()
    port_to.close()  # so that an end of the server is noticed
    return server, port_from.recv()
)py";

}  // namespace

const PythonWork* pythonWaiting(const Filling& filling)
{
    if (filling.has("sleep"))
        return &nap;
    if (filling.has("increment"))
        return &increment;
    if (filling.has("philosophers"))
        return &philosopher;
    return filling.has("mixed") ? &mixed : &download;
}

std::string_view pythonServer()
{
    return server;
}

std::string_view pythonFetching()
{
    return fetching;
}
