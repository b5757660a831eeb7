#include "core/program/pythonnet.h"

namespace {

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

constexpr PythonNet net{fetching, server};

}  // namespace

const PythonNet& pythonNet()
{
    return net;
}
