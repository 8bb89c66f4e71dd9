"""Options written down: `cleantext.toml`, or `[tool.cleantext]` in `pyproject.toml`, in this folder or above it.

What the command line says goes before. Paths are meant from the folder of the file.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cleantext import CleanTextError
from cleantext.files import said

_PATHS = ("rules", "output_dir", "quarantine", "journal", "report", "report_html")
_NOT_HERE = ("check", "diff", "paths", "file", "help", "findings", "as_json")


class ConfigurationError(CleanTextError):
    """A file of options is not as it should be."""


def defaults(commands: Mapping[str, click.Command], named: str | None) -> dict[str, dict[str, Any]]:
    """The options that are written down, by command: those of the file named, or of the nearest one.

    Raises ConfigurationError where the file cannot be read, or has a key or a value that no option has.
    """
    found = next(_nearest(Path.cwd()), None) if named is None else (Path(named), _read(Path(named)))
    if found is None or found[1] is None:
        return {}
    path, options = found[0], found[1]
    known = {name: it for command in commands.values() for name, it in _options(command)}
    given = {_checked(path, known, key, value): value for key, value in options.items()}
    given = {name: [it] if known[name].multiple and isinstance(it, str) else it for name, it in given.items()}
    placed = {name: _placed(path.parent, value) if name in _PATHS else value for name, value in given.items()}
    return {
        command: {name: placed[name] for name, _ in _options(it) if name in placed} for command, it in commands.items()
    }


def _nearest(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield the files that hold options, from a folder upwards, up to the root of its repository."""
    for place in (folder, *folder.parents):
        for name in ("cleantext.toml", "pyproject.toml"):
            if (place / name).is_file() and (options := _read(place / name)) is not None:
                yield place / name, options
        if (place / ".git").exists():
            return


def _read(path: Path) -> Mapping[str, Any] | None:
    """The options of a file; None for a `pyproject.toml` that has none for us."""
    try:
        with path.open("rb") as file:
            told = tomllib.load(file)
    except OSError as error:
        raise ConfigurationError(f"{said(path)}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{said(path)}: is no TOML: {error}") from error
    if path.name != "pyproject.toml":
        return told
    tool = told.get("tool", {}).get("cleantext")
    if tool is not None and not isinstance(tool, dict):
        raise ConfigurationError(f"{said(path)}: tool.cleantext is a table of options, not {tool!r}")
    return tool


def _options(command: click.Command) -> Iterator[tuple[str, click.Option]]:
    for it in command.params:
        if isinstance(it, click.Option) and it.name is not None and it.name not in _NOT_HERE:
            yield it.name, it


def _checked(path: Path, known: Mapping[str, click.Option], key: str, value: Any) -> str:
    """The option's own name; `source-lang` and `source_lang` are one."""
    name = key.replace("-", "_")
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean {near[0].replace('_', '-')!r}?" if near else ""
        raise ConfigurationError(f"{said(path)}: {key!r} is no option{hint}")
    option = known[name]
    if not _fits(option, value):
        wanted = "true or false" if option.is_flag else _KINDS.get(type(option.type), "a string")
        wanted += " or a list of them" if option.multiple else ""
        raise ConfigurationError(f"{said(path)}: {key} is {wanted}, not {value!r}")
    if isinstance(option.type, click.Choice) and value not in option.type.choices:
        choices = " or ".join(map(repr, option.type.choices))
        raise ConfigurationError(f"{said(path)}: {key} is {choices}, not {value!r}")
    return name


_KINDS = {click.IntRange: "a whole number", click.FloatRange: "a number"}


def _fits(option: click.Option, value: Any) -> bool:
    if option.is_flag:
        return isinstance(value, bool)
    values = value if option.multiple and isinstance(value, list) else [value]
    kinds = {click.IntRange: (int,), click.FloatRange: (int, float)}.get(type(option.type), (str,))
    return all(isinstance(it, kinds) and not isinstance(it, bool) for it in values)


def _placed(folder: Path, value: Any) -> Any:
    return [str(folder / it) for it in value] if isinstance(value, list) else str(folder / value)
