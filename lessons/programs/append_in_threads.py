"""Fills two lists with random numbers, each list in a thread of its own."""

import random
from threading import Thread

COUNT = 400_000


def append_to_list(numbers, count):
    for number in random.sample(range(20_000_000), count):
        numbers.append(number)


if __name__ == "__main__":
    lists = [[], []]
    threads = [Thread(target=append_to_list, args=(numbers, COUNT))
               for numbers in lists]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print([len(numbers) for numbers in lists])
