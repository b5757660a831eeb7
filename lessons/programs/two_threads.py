"""Two threads that compute: on CPython they take turns, since one lock lets only one of them run."""

import threading


def work():
    total = 0
    for number in range(4_000_000):
        total += number * number


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
