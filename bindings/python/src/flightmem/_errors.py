# SPDX-License-Identifier: MIT
"""How a status of the library becomes an exception."""
from typing import Optional, Tuple

from ._base import FlightmemError, Refusal
from ._names import BY_STATUS, BusyError, ParseError, PixelFormat, RangeError, StaleError
from . import _core


class ClosedError(StaleError):
    """The pool, space or buffer was closed or released before it was used."""


class ViewsAliveError(BusyError, BufferError):
    """A view of the buffer's memory (memoryview, numpy array) is still alive: delete it, then release."""


def of_status(status: int, message: Optional[str] = None) -> FlightmemError:
    """The exception of a status, with the library's words."""
    kind = BY_STATUS.get(status)
    if kind is None:  # a newer library than this package
        error = FlightmemError(message or f"{_core.status_name(status)} ({status}): {_core.status_text(status)}; {_core.status_remedy(status)}")
        error.status = status
        return error
    return kind(message or f"{kind.text}; {kind.remedy}")


def make(what: str, status: int, refusal: Optional[Tuple[int, int, int, int, int, int, int, int, str, str]]) -> FlightmemError:
    """Called by the C part for each failure. `what` names a state of an object that the library does not see."""
    if what == "views":
        return ViewsAliveError("views of this memory are still alive; delete them, then release")
    if what:
        return ClosedError(f"the {what} is {'released' if what == 'buffer' else 'closed'}; it can't be used any more")
    if refusal is None:
        return of_status(status)
    record = Refusal(*refusal)
    error = of_status(status, record.sentence or None)
    if record.sentence and error.remedy and error.remedy not in record.sentence:
        error.args = (f"{record.sentence} ({error.remedy})",)
    error.refusal = record
    return error


def of_reading(reading: "_core.reading", text: str, what: str) -> FlightmemError:
    """The exception of a text that can't be read."""
    error = of_status(reading.status)
    if isinstance(error, (ParseError, RangeError)):
        # The library counts bytes; Python counts characters.
        error.position = len(text.encode("utf-8", "surrogateescape")[: reading.position].decode("utf-8", "replace"))
        error.args = (f"{text!r} is no {what}: {error.text}, at character {error.position}; {error.remedy}",)
    return error


_core.connect(make, PixelFormat)
