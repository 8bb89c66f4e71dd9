"""What `where_used.py` measures, each in a process of its own: `python uses.py NAME PAGES OUTPUT`.

PAGES is a folder of Parquet files with the columns `key` and `body`, and so is what is left in OUTPUT.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROCESSES = 2


def bare(pages: Path, output: Path) -> None:
    """`clean()` in a loop over texts in memory, at the same time in each of the processes; prints what each took."""
    command = [sys.executable, __file__, "part", str(pages), str(output)]
    pipe = subprocess.PIPE
    parts = [
        subprocess.Popen(command, env={**os.environ, "PART": str(part)}, stdout=pipe, text=True)
        for part in range(PROCESSES)
    ]
    print(json.dumps([json.loads(part.communicate()[0]) for part in parts]))


def part_of_bare(pages: Path, output: Path) -> None:
    """One of those loops, over its share of the files; the start and the files are not timed."""
    import cleantext

    number = int(os.environ["PART"])
    table = _read(sorted(pages.iterdir())[number::PROCESSES])
    texts = table["body"].to_pylist()
    cleantext.clean("The boat  left.")
    clock, processor = time.perf_counter(), time.process_time()
    cleaned = [cleantext.clean(text) for text in texts]
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    _write(table["key"].to_pylist(), cleaned, output / f"{number}.parquet")
    print(json.dumps({"clock": clock, "processor": processor, "bytes": sum(len(it.encode()) for it in texts)}))


def pool(pages: Path, output: Path) -> None:
    """`clean_many`: cleantext's own pool of processes, on texts out of the files and into one."""
    import cleantext

    table = _read(sorted(pages.iterdir()))
    cleaned = list(cleantext.clean_many(table["body"].to_pylist(), jobs=PROCESSES))
    _write(table["key"].to_pylist(), cleaned, output / "pages.parquet")


def spark(pages: Path, output: Path) -> None:
    """`clean_frame`, in Spark's local mode."""
    from cleantext.engines.spark import clean_frame

    session = _spark_session()
    clean_frame(session.read.parquet(str(pages)), "body").write.parquet(str(output / "pages"))
    session.stop()


def spark_column(pages: Path, output: Path) -> None:
    """`clean_column`, in Spark's local mode."""
    from cleantext.engines.spark import clean_column

    session = _spark_session()
    frame = session.read.parquet(str(pages))
    frame.withColumn("body", clean_column("body")).write.parquet(str(output / "pages"))
    session.stop()


def ray(pages: Path, output: Path) -> None:
    """`clean_dataset`, by tasks."""
    import ray

    from cleantext.engines.ray import clean_dataset

    ray.init(num_cpus=PROCESSES, include_dashboard=False, log_to_driver=False)
    clean_dataset(ray.data.read_parquet(str(pages)), "body").write_parquet(str(output / "pages"))
    ray.shutdown()


def datatrove(pages: Path, output: Path) -> None:
    """`CleanFormatter`, with the local executor; a task a process."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import ParquetReader
    from datatrove.pipeline.writers import ParquetWriter

    from cleantext.engines.datatrove import CleanFormatter

    def row(_: Any, document: Any) -> dict[str, Any]:
        return {"key": int(document.id), "body": document.text}

    reader = ParquetReader(str(pages), text_key="body", id_key="key")
    writer = ParquetWriter(str(output / "pages"), adapter=row)
    steps = [reader, CleanFormatter(), writer]
    LocalPipelineExecutor(steps, tasks=PROCESSES, workers=PROCESSES, logging_dir=str(output / "logs")).run()


USES: dict[str, Callable[[Path, Path], None]] = {
    "bare": bare,
    "part": part_of_bare,
    "pool": pool,
    "spark": spark,
    "spark column": spark_column,
    "ray": ray,
    "datatrove": datatrove,
}


def _spark_session() -> Any:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable  # else whatever is called python3
    settings = {"ui.enabled": "false", "driver.host": "127.0.0.1", "driver.bindAddress": "127.0.0.1"}
    builder = SparkSession.builder.master(f"local[{PROCESSES}]")
    for name, value in settings.items():
        builder = builder.config(f"spark.{name}", value)
    return builder.getOrCreate()


def _read(paths: list[Path]) -> Any:
    import pyarrow as pa
    from pyarrow import parquet

    return pa.concat_tables([parquet.read_table(path) for path in paths])


def _write(keys: list[int], texts: list[str], path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"key": keys, "body": texts}), path)


if __name__ == "__main__":
    USES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
