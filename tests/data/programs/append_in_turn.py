"""Fills two lists with random numbers, one list after the other."""

import random

COUNT = 400_000


def append_to_list(numbers, count):
    for number in random.sample(range(20_000_000), count):
        numbers.append(number)


if __name__ == "__main__":
    lists = [[], []]
    for numbers in lists:
        append_to_list(numbers, COUNT)
    print([len(numbers) for numbers in lists])
