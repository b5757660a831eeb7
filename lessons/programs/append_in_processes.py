"""Fills two lists with random numbers, each list in a process of its own."""

import random
from multiprocessing import Process

COUNT = 400_000


def append_to_list(numbers, count):
    for number in random.sample(range(20_000_000), count):
        numbers.append(number)


if __name__ == "__main__":
    lists = [[], []]
    processes = [Process(target=append_to_list, args=(numbers, COUNT))
                 for numbers in lists]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([len(numbers) for numbers in lists])
