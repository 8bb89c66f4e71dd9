"""Ray Data: columns of a Dataset cleaned block by block.

By tasks without a state, which Ray starts where there is room; their processes go on to the next task, and each
compiles the rules once. A pool of actors is for those who want a fixed number of processes and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Unpack

from cleantext.engines.batches import CleanBatches
from cleantext.errors import ExtraMissingError, OptionError
from cleantext.options import Options

try:
    import ray
    from ray.data import ActorPoolStrategy, Dataset
except ImportError as error:
    raise ExtraMissingError("Datasets of Ray", "ray") from error


def clean_dataset(
    dataset: Dataset, columns: str | Iterable[str], *, actors: int | None = None, **options: Unpack[Options]
) -> Dataset:
    """Clean columns of texts, also fields of structs by a name with dots; rows, nulls, and all other columns stay.

    Lazily. `actors` is the number of processes of a pool that does it in place of tasks; a pool that took all
    CPUs of the cluster would leave none for what reads the data, and is an OptionError. Raises what `clean`
    raises for options that cannot be; columns that are not there or hold no texts fail the first task.
    """
    clean = CleanBatches(columns, **options)
    if actors is None:
        return dataset.map_batches(clean, batch_format="pyarrow")
    return dataset.map_batches(
        CleanBatches,
        batch_format="pyarrow",
        fn_constructor_args=(clean.columns,),
        fn_constructor_kwargs={**options},
        compute=_pool(actors),
    )


def _pool(actors: Any) -> ActorPoolStrategy:
    if not isinstance(actors, int) or isinstance(actors, bool) or actors < 1:
        raise OptionError(f"actors={actors!r} is not a number of processes from 1 on")
    if not ray.is_initialized():
        ray.init()
    processors = int(ray.cluster_resources().get("CPU", 0))
    if actors >= processors:
        raise OptionError(
            f"actors={actors} would leave nothing of the cluster's {processors} CPUs to read and write the data; "
            + (f"use at most {processors - 1}, or " if processors > 1 else "")
            + "leave actors= out, and tasks take what is free"
        )
    return ActorPoolStrategy(size=actors)
