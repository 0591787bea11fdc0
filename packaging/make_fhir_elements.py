"""Writes ``phr/formats/fhir/elements.json``, the elements of each FHIR type, from the models of fhir.resources.

    python packaging/make_fhir_elements.py

The models are those of R4B, which differs from R4 in types that no patient's record holds. For each resource, each
datatype and each of their inner parts the table has its elements: ``"note": "Annotation*"`` is a list of Annotation.
Inner parts have the names of their classes (``ObservationComponent``).
"""

import importlib
import json
import pkgutil
import types
import typing
from collections.abc import Iterator
from pathlib import Path

from fhir.resources import R4B

_TARGET = Path(__file__).parent.parent / "phr/formats/fhir/elements.json"
_NOT_TYPES = ("fhirtypes", "fhirresourcemodel", "fhirprimitiveextension")


def _type_name(annotation: object) -> str:
    """``Annotation*`` for a list of Annotation, ``dateTime`` for a primitive."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        name = type(parts[-1]).__name__.removesuffix("Version")
        return name[0].lower() + name[1:]
    if origin in (typing.Union, types.UnionType):
        return next(_type_name(part) for part in parts if part is not type(None))
    if origin is list:
        return _type_name(parts[0]) + "*"
    if annotation is bool:
        return "boolean"
    return str(getattr(annotation, "__name__", annotation)).removesuffix("Type").removeprefix("abc.")


def _types() -> Iterator[tuple[str, dict[str, str]]]:
    for module in pkgutil.iter_modules(R4B.__path__):
        if module.name in _NOT_TYPES:
            continue
        members = vars(importlib.import_module(f"{R4B.__name__}.{module.name}"))
        for name, model in members.items():
            if isinstance(model, type) and model.__module__ == members["__name__"]:
                yield (
                    name,
                    {
                        field.alias or key: _type_name(field.annotation)
                        for key, field in model.model_fields.items()  # type: ignore[attr-defined] # untyped package
                        if not key.endswith("__ext") and key not in ("fhir_comments", "resource_type")
                    },
                )


def main() -> None:
    """Writes the table, one type a line."""
    rows = (f"{json.dumps(name)}:{json.dumps(row, separators=(',', ':'))}" for name, row in sorted(_types()))
    _TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
