"""Work on several processes: order, bounds, workers that die, and that none is ever left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from cleantext import CleanTextError, WorkerDied
from cleantext.workers import crew as crew_module
from cleantext.workers import worker as worker_module
from cleantext.workers.answers import Failed
from cleantext.workers.crew import SHARD_ITEMS, SHARD_SIZE, SHARDS_AHEAD, Crew

TASKS = """
import os, sys, time

class Odd(Exception):
    def __init__(self, one, two):
        super().__init__("odd")

def double(number):
    return 2 * number

def fail_on_odd(number):
    if number % 2:
        raise ValueError(number)
    return number

def fail_oddly(number):
    raise Odd(1, 2)

def die_on_seven(number):
    if number == 7:
        os.kill(os.getpid(), 9)
    return number

def exit_on_seven(number):
    if number == 7:
        os._exit(3)
    return number

def write_down(item):
    number, path = item
    with open(path, "a") as file:
        file.write(f"{number} ")
    return die_on_seven(number)

def talk(number):
    print("a stray print")
    sys.stdout.write("x" * 100_000)
    sys.stdout.flush()
    return sys.stdin.read()

def slowly(number):
    time.sleep(0.05)
    return number

def stubbornly(number):
    import signal
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    never(number)

def never(number):
    while True:
        time.sleep(0.01)
"""
"""A module that workers can import as they import anything: over `sys.path`."""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "tasks_of_test.py").write_text(TASKS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import tasks_of_test

    return tasks_of_test


def crew_of(task: Callable[[Any], Any], jobs: int = 2, size: int = 1, **options: Any) -> Crew[Any]:
    return Crew(task, jobs, size=lambda _: size, **options)


def pids(crew: Crew[Any]) -> list[int]:
    return [worker._process.pid for worker in crew._workers]


def is_there(pid: int) -> bool:
    """Is there a process of this id? One that has ended counts until it was waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_running(pid: int) -> bool:
    """The same, but one that has ended does not count: an orphan is waited for by whoever likes to."""
    status = Path(f"/proc/{pid}/stat")
    return is_there(pid) and not (status.exists() and status.read_text(encoding="utf-8").split()[2] == "Z")


def soon_gone(wanted: list[int]) -> bool:
    deadline = time.monotonic() + 20
    while any(map(is_running, wanted)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(map(is_running, wanted))


def test_answers_come_in_order(tasks: Any) -> None:
    with crew_of(tasks.double, jobs=3) as crew:
        assert list(crew.run(range(10_000))) == [(number, 2 * number) for number in range(10_000)]
        assert list(crew.run("ab")) == [("a", "aa"), ("b", "bb")], "a crew can go on"
        workers = pids(crew)
        assert len(workers) == 3
    assert not any(map(is_there, workers))


def test_an_exception_is_an_answer(tasks: Any) -> None:
    """With its type and its traceback; the other items are answered."""
    with crew_of(tasks.fail_on_odd) as crew:
        answers = [answer for _, answer in crew.run(range(4))]
    assert answers[::2] == [0, 2]
    assert [(type(it.error), it.error.args) for it in answers[1::2]] == [(ValueError, (1,)), (ValueError, (3,))]
    assert "fail_on_odd" in answers[1].trace


def test_an_exception_that_cannot_travel_is_told(tasks: Any) -> None:
    with crew_of(tasks.fail_oddly) as crew:
        ((_, answer),) = crew.run([1])
    assert isinstance(answer.error, CleanTextError)
    assert str(answer.error) == "Odd: odd"


class Endless:
    """Numbers, and how many of them were taken."""

    taken = 0

    def __iter__(self) -> Iterator[int]:
        for number in count():
            self.taken += 1
            yield number


def test_what_is_read_ahead_is_bounded(tasks: Any) -> None:
    """However long the input is, however slowly the answers are taken."""
    source = Endless()
    with crew_of(tasks.double) as crew:
        for given, _ in enumerate(islice(crew.run(source), 20_000), 1):
            ahead = source.taken - given
            assert ahead <= SHARDS_AHEAD * 2 * SHARD_ITEMS
        time.sleep(0.3)  # nobody asks: nothing is taken
        assert source.taken - given == ahead


@pytest.mark.parametrize(("size", "most"), [(SHARD_SIZE // 2, 2 * 2 * SHARDS_AHEAD), (1_000 * SHARD_SIZE, 2)])
def test_what_is_read_ahead_is_bounded_by_size(tasks: Any, size: int, most: int) -> None:
    """Of items that outweigh all that may be ahead, there is one a process."""
    source = Endless()
    with crew_of(tasks.double, size=size) as crew:
        for given, _ in enumerate(islice(crew.run(source), 50), 1):
            assert source.taken - given < most


def test_a_large_item_travels_alone(tasks: Any) -> None:
    with Crew(tasks.double, 2, size=lambda number: SHARD_SIZE * 10 if number == 5 else 1) as crew:
        shards = [list(shard.items) for shard in crew._shards(range(8))]
    assert shards == [[0, 1, 2, 3, 4], [5], [6, 7]]


def test_answers_are_given_while_others_are_awaited(tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow source does not keep back what is there."""
    monkeypatch.setattr(crew_module, "SHARD_ITEMS", 1)

    def source() -> Iterator[int]:
        for number in count():
            time.sleep(0.1)
            yield number

    with crew_of(tasks.double) as crew:
        crew._jobs = 1_000_000  # never full
        assert list(islice(crew.run(source()), 3)) == [(0, 0), (1, 2), (2, 4)]


def test_a_source_that_fails_is_told_after_what_it_gave(tasks: Any) -> None:
    def source() -> Iterator[int]:
        yield from range(3)
        raise ZeroDivisionError

    given: list[Any] = []
    with crew_of(tasks.double) as crew, pytest.raises(ZeroDivisionError):
        given.extend(crew.run(source()))
    assert given == [(0, 0), (1, 2), (2, 4)]


DEATHS = {"killed": ("die_on_seven", "was killed by SIGKILL"), "ended": ("exit_on_seven", "ended with exit code 3")}


@pytest.mark.parametrize(("task", "how"), DEATHS.values(), ids=DEATHS)
@pytest.mark.parametrize("items", [1, 7, SHARD_ITEMS], ids="{} in a shard".format)
def test_a_worker_dies_of_one_item_and_no_other(
    tasks: Any, monkeypatch: pytest.MonkeyPatch, task: str, how: str, items: int
) -> None:
    """The item is known, in a shard of many too, and the rest goes on."""
    monkeypatch.setattr(crew_module, "SHARD_ITEMS", items)
    with crew_of(getattr(tasks, task)) as crew:
        answers = list(crew.run(range(20)))
    failed = answers.pop(7)[1]
    assert answers == [(number, number) for number in range(20) if number != 7]
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WorkerDied)
    assert failed.error.how.startswith(how)


def test_a_worker_that_dies_of_nothing_in_it_costs_nothing(tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed by mistake, or for the memory that others took."""
    monkeypatch.setattr(crew_module, "SHARD_ITEMS", 10)
    with crew_of(tasks.slowly) as crew:
        answers = crew.run(range(60))
        assert next(answers) == (0, 0)
        for pid in pids(crew):
            os.kill(pid, signal.SIGKILL)
        assert list(answers) == [(number, number) for number in range(1, 60)]


def test_a_prompt_task_is_not_done_twice(tasks: Any, tmp_path: Path) -> None:
    """But for the item that a worker died of."""
    path = tmp_path / "done"
    with crew_of(tasks.write_down, jobs=1, prompt=True) as crew:
        list(crew.run((number, path) for number in range(10)))
    assert path.read_text(encoding="utf-8") == "0 1 2 3 4 5 6 7 7 8 9 "


def test_workers_that_do_not_start_are_told(tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, not again and again."""
    with monkeypatch.context() as patch:
        patch.setattr(worker_module, "_PROGRAM", "raise SystemExit(4)")
        with crew_of(tasks.double) as crew, pytest.raises(WorkerDied, match="did not start: it ended with exit code 4"):
            list(crew.run(range(10_000)))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/no/such/python")
        with crew_of(tasks.double) as crew, pytest.raises(WorkerDied, match=r"could not be started.*with jobs="):
            list(crew.run(range(10)))


KILLED_AT_START = """
import os, pathlib, sys
counts = pathlib.Path({path!r})
counts.write_text(counts.read_text() + "x")
if len(counts.read_text()) <= {times}:
    os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("times", [2, 3])
def test_a_worker_killed_at_its_start_is_started_again(
    tasks: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """It was given nothing to die of; but not for ever."""
    path = tmp_path / "counts"
    path.touch()
    program = KILLED_AT_START.format(path=str(path), times=times) + worker_module._PROGRAM
    monkeypatch.setattr(worker_module, "_PROGRAM", program)
    with crew_of(tasks.double, jobs=1) as crew:
        if times == 2:
            assert list(crew.run([1])) == [(1, 2)]
        else:
            with pytest.raises(WorkerDied, match="did not start: it was killed by SIGKILL"):
                list(crew.run([1]))
    assert path.read_text(encoding="utf-8") == "xxx"


def test_a_task_that_cannot_be_made_again_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        (tmp_path / "task_of_nobody.py").write_text("def task(item): pass", encoding="utf-8")
        patch.syspath_prepend(tmp_path)
        import task_of_nobody

        crew = crew_of(task_of_nobody.task)
    with crew, pytest.raises(ModuleNotFoundError, match="task_of_nobody"):
        list(crew.run([1]))


def test_what_a_task_prints_is_not_taken_for_an_answer(tasks: Any) -> None:
    """It goes to standard error; standard input is empty."""
    with crew_of(tasks.talk, jobs=1) as crew:
        assert list(crew.run([1, 2])) == [(1, ""), (2, "")]


@pytest.mark.parametrize("prompt", [False, True])
@pytest.mark.parametrize("task", ["double", "never", "stubbornly"])
def test_no_process_is_left_after_an_early_stop(
    tasks: Any, monkeypatch: pytest.MonkeyPatch, task: str, prompt: bool
) -> None:
    """At whatever moment; a worker that is at work ends too, or else is killed."""
    monkeypatch.setattr(crew_module, "GRACE", 0.2)
    for wait in (0.0, 0.1, 0.5):
        with crew_of(getattr(tasks, task), prompt=prompt) as crew:
            crew._send(next(crew._shards(range(10))))
            time.sleep(wait)
            workers = pids(crew)
        assert not any(map(is_there, workers))
        assert not crew._threads


def test_after_a_stop_what_was_answered_can_be_had(tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "SHARD_ITEMS", 10)
    with crew_of(tasks.slowly, prompt=True) as crew:
        answers = crew.run(range(10_000))
        given = list(islice(answers, 3))
        time.sleep(0.5)
        crew.stop()
        rest = list(crew.rest())
    assert rest[0] == given.pop(), "nobody asked for the next"
    assert [number for number, _ in given + rest][:5] == [0, 1, 2, 3, 4]
    assert len(rest) > 3
    assert all(number == answer for number, answer in rest)


SCRIPT = """
import time
from cleantext import clean_many
def pids(many):
    crew = many.gi_frame.f_locals["answers"].gi_frame.f_locals["crew"]
    return [worker._process.pid for worker in crew._workers]
many = clean_many((f"{number}  a" for number in range(10**9)), jobs=2)
print(next(many))
time.sleep(0.2)
print(*pids(many), flush=True)
"""
"""Without `if __name__ == "__main__":`."""


def started(script: str) -> tuple[subprocess.Popen[bytes], list[int]]:
    """A process that runs a script, and its workers."""
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"0 a\n"
    workers = list(map(int, process.stdout.readline().split()))
    assert workers
    return process, workers


ENDS = {
    "the script ends": ("", None, 0),
    "the script fails": ("raise SystemExit(3)", None, 3),
    "an interrupt while waiting": ("for it in many: pass", signal.SIGINT, -signal.SIGINT),
    "an interrupt elsewhere": ("time.sleep(60)", signal.SIGINT, -signal.SIGINT),
    "terminated": ("time.sleep(60)", signal.SIGTERM, -signal.SIGTERM),
    "killed": ("for it in many: pass", signal.SIGKILL, -signal.SIGKILL),
}


@pytest.mark.parametrize(("last", "sent", "code"), ENDS.values(), ids=ENDS)
def test_no_process_outlives_the_one_that_started_it(last: str, sent: signal.Signals | None, code: int) -> None:
    """And no worker has a word to say about it; Ctrl-C reaches the whole group, as from a terminal."""
    process, workers = started(SCRIPT + last)
    if sent == signal.SIGINT:
        os.killpg(process.pid, sent)
    elif sent is not None:
        process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    assert soon_gone(workers)
    assert process.returncode == code
    assert said.count(b"Traceback") == said.count(b"KeyboardInterrupt\n") == (sent == signal.SIGINT), said.decode()
    assert b"Warning" not in said
