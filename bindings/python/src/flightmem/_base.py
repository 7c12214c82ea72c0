# SPDX-License-Identifier: MIT
"""The root of the exceptions, and the refusal that they carry."""
import dataclasses
from typing import Optional


@dataclasses.dataclass(frozen=True)
class Refusal:
    """Why a request was refused, as data. Sizes in bytes."""

    status: int  #: the status of the call
    asked: int  #: bytes asked for
    align: int  #: alignment asked for
    capacity: int  #: bytes that the refuser has in all
    available: int  #: bytes free in it
    largest: int  #: the largest request that would be granted now
    help: int  #: what would help: flightmem.Help
    help_bytes: int  #: bytes that `help` speaks of
    subject: str  #: who said no
    sentence: str  #: all of it in one English sentence

    def __str__(self) -> str:
        return self.sentence


class FlightmemError(Exception):
    """Root of all exceptions of flightmem."""

    status: int = 0  #: the number of the status, for ever the same
    name: str = ""  #: its name in C
    kind: str = ""  #: invalid, refused, misuse, missing or incompatible
    text: str = ""  #: what it means
    remedy: str = ""  #: what would help
    refusal: Optional[Refusal] = None  #: the record of a refused request
    position: Optional[int] = None  #: index of the character at fault in a text that can't be read
