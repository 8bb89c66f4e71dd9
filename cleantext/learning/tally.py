"""Counts on disk: on how many pages of its site each frame stands, and where; by SQLite, in bounded memory.

A page is known by a hash of its site and text, and is noted in the same transaction as its counts: what is stopped
at any moment can go on, and a page that was crawled twice counts once. Sums, and the least of the lines, do not
depend on the order of pages.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from cleantext.files import FileError
from cleantext.learning.places import Place

_MOST_HELD = 150_000
"""Counts in memory before they are written; about 40 MB."""

_MOST_SITES_HELD = 64

_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sites (id INTEGER PRIMARY KEY, name TEXT UNIQUE, pages INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS counted (page BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS placed (page BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS frames (site INTEGER, frame INTEGER, pages INTEGER, PRIMARY KEY (site, frame)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recurring
    (site INTEGER, frame INTEGER, pages INTEGER, PRIMARY KEY (site, frame)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS places (
    site INTEGER, frame INTEGER, head INTEGER, between_prose INTEGER, signed INTEGER, line TEXT,
    PRIMARY KEY (site, frame)) WITHOUT ROWID;
"""


class Recurring(NamedTuple):
    """A frame that recurs: the first of its lines, and on how many pages it stands, where, and with an author's name.

    `head` and `between` are the pages where it stands above the text, and between two of its paragraphs.
    """

    line: str
    pages: int
    head: int
    between: int
    signed: int


class Tally:
    """The counts of one run, in a file of their own."""

    def __init__(self, path: Path, asked: str) -> None:
        """Open the counts in a file, or begin them. Raises FileError where it holds what another call asked for."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path)
            self._base.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + _SCHEMA)
            self._base.execute("INSERT OR IGNORE INTO about VALUES ('asked', ?)", (asked,))
            self._base.commit()
            (before,) = self._base.execute("SELECT value FROM about WHERE name = 'asked'").fetchone()
        except (sqlite3.Error, OSError) as error:
            raise FileError(path, f"cannot hold the counts: {error}; take it away, or name another --out") from error
        if before != asked:
            self._base.close()
            reason = f"holds counts for other options ({before}); give those, or start over with --force"
            raise FileError(path, reason)
        self._sites: dict[str, int] = dict(self._base.execute("SELECT name, id FROM sites"))
        self._held: Counter[tuple[int, int]] = Counter()
        self._held_places: dict[tuple[int, int], tuple[int, int, int, str]] = {}
        self._pages: Counter[int] = Counter()
        self._new: dict[bytes, None] = {}
        self._recurring = lru_cache(maxsize=_MOST_SITES_HELD)(self._read_recurring)

    def close(self) -> None:
        """Let go of the file, without what was not written yet."""
        self._base.close()

    def remove(self) -> None:
        """Take the file away, when its counts have become rules."""
        self.close()
        remove_counts(self._path)

    def count(self, site: str, text: str, frames: Iterable[str]) -> None:
        """Count a page, unless it was counted."""
        page = _page_key(site, text)
        if self._is_known("counted", page):
            return
        number = self._number_of(site)
        self._new[page] = None
        self._pages[number] += 1
        self._held.update({(number, _frame_key(frame)) for frame in frames})
        if len(self._held) > _MOST_HELD:
            self.write_counts()

    def write_counts(self) -> None:
        """Write what was counted since."""
        if not self._new:
            return
        with self._base:
            self._base.executemany("UPDATE sites SET pages = pages + ? WHERE id = ?",
                                   [(pages, number) for number, pages in self._pages.items()])  # fmt: skip
            self._base.executemany(
                "INSERT INTO frames VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET pages = pages + excluded.pages",
                sorted((*key, pages) for key, pages in self._held.items()),
            )
            self._base.executemany("INSERT INTO counted VALUES (?)", [(page,) for page in sorted(self._new)])
            for table in ("recurring", "places", "placed"):  # of fewer pages than are counted now
                self._base.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
            self._base.execute("DELETE FROM about WHERE name = 'settled'")
        self._held.clear()
        self._pages.clear()
        self._new.clear()

    def settle(self, least_pages: int, least_share: float) -> None:
        """Find what recurs, when all is counted: on so many pages, and on such a share of its site's."""
        if self._base.execute("SELECT 1 FROM about WHERE name = 'settled'").fetchone():
            return
        with self._base:
            self._base.execute(
                "INSERT INTO recurring SELECT site, frame, frames.pages FROM frames JOIN sites ON sites.id = site"
                " WHERE frames.pages >= ? AND frames.pages >= ? * sites.pages",
                (least_pages, least_share),
            )
            self._base.execute("INSERT INTO about VALUES ('settled', '')")

    def recurs(self, site: str, frame: str) -> bool:
        """Does a frame recur on the pages of a site?"""
        return site in self._sites and _frame_key(frame) in self._recurring(self._sites[site])

    def place(self, site: str, text: str, places: Iterable[Place]) -> None:
        """Note where a page has the frames that recur, unless it was noted."""
        number, page = self._sites[site], _page_key(site, text)
        self._new[page] = None
        for it in places:
            key = number, _frame_key(it.frame)
            head, between, signed, line = self._held_places.get(key, (0, 0, 0, it.line))
            self._held_places[key] = (
                head + (it.where == "head"), between + (it.where == "between"), signed + it.signed, min(line, it.line)
            )  # fmt: skip
        if len(self._held_places) > _MOST_HELD // 3 or len(self._new) > _MOST_HELD:
            self.write_places()

    def is_placed(self, site: str, text: str) -> bool:
        """Was it noted where a page has the frames that recur?"""
        return self._is_known("placed", _page_key(site, text))

    def write_places(self) -> None:
        """Write what was noted since."""
        with self._base:
            self._base.executemany(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET head = head + excluded.head,"
                " between_prose = between_prose + excluded.between_prose, signed = signed + excluded.signed,"
                " line = min(line, excluded.line)",
                sorted((*key, *row) for key, row in self._held_places.items()),
            )
            self._base.executemany("INSERT INTO placed VALUES (?)", [(page,) for page in sorted(self._new)])
        self._held_places.clear()
        self._new.clear()

    def sites(self) -> Collection[tuple[str, int]]:
        """Give each site and the number of its pages, in the order of names."""
        return sorted(self._base.execute("SELECT name, pages FROM sites"))

    def found(self, site: str) -> Iterator[Recurring]:
        """Yield the frames that recur on the pages of a site."""
        with closing(
            self._base.execute(
                "SELECT line, pages, head, between_prose, signed FROM places NATURAL JOIN recurring WHERE site = ?",
                (self._sites[site],),
            )
        ) as rows:
            yield from (Recurring(*row) for row in rows)

    def _number_of(self, site: str) -> int:
        if site not in self._sites:
            with self._base:
                row = self._base.execute("INSERT INTO sites (name, pages) VALUES (?, 0)", (site,))
            assert row.lastrowid is not None  # noqa: S101 - for the type checker
            self._sites[site] = row.lastrowid
        return self._sites[site]

    def _is_known(self, table: str, page: bytes) -> bool:
        if page in self._new:
            return True
        asked = f"SELECT 1 FROM {table} WHERE page = ?"  # noqa: S608 - names of our own
        return self._base.execute(asked, (page,)).fetchone() is not None

    def _read_recurring(self, number: int) -> Collection[int]:
        rows = self._base.execute("SELECT frame FROM recurring WHERE site = ?", (number,))
        return frozenset(frame for (frame,) in rows)


def remove_counts(path: Path) -> None:
    """Take away a file of counts, and the journal of a run that was killed while it wrote: SQLite would replay it."""
    for it in (path.with_name(f"{path.name}-journal"), path):
        it.unlink(missing_ok=True)


def _page_key(site: str, text: str) -> bytes:
    return blake2b(f"{site}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _frame_key(frame: str) -> int:
    """64 bits: among a thousand million frames one in forty such runs has two that fall together."""
    return int.from_bytes(blake2b(frame.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
