"""How a command looks for garbage: rarely, as what it reads lives until it ends."""

import gc


def look_rarely() -> None:
    """From the beginning of a command: looking as often as Python does costs a sixth of its time."""
    gc.set_threshold(100_000, 50, 100)


def leave_aside_what_was_read() -> None:
    """Once a house is open, nobody looks for garbage in it: an act would stop for a fifth of a second to do so."""
    gc.freeze()


def take_back_what_was_left_aside() -> None:
    """At the end of a command: one that runs inside a longer program leaves nothing behind."""
    gc.unfreeze()
