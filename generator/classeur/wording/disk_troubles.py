"""Why a disk refused, in the reader's language: the system tells it in English, or in its own."""

from __future__ import annotations

import errno

from classeur.wording.translator import Translator


def disk_trouble(error: OSError, words: Translator) -> str:
    """The trouble in a few words; the system's own words when it is a rare one."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return words("the disk is full")
        case errno.EACCES | errno.EPERM:
            return words("you have no right to write there")
        case errno.EROFS:
            return words("the disk or the share can only be read")
        case errno.EIO:
            return words("the disk answers with an error")
        case _:
            return error.strerror or str(error)
