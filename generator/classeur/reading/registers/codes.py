"""The rules' codes that speak of faults in registers."""

from __future__ import annotations

from classeur.reading.typed import TypedCodes
from classeur.reading.yaml_text import YamlCodes

FORMAT_REFUSED = "RG011"
UNREADABLE = "RG012"
NO_HEADER = "RG013"
UNKNOWN_COLUMN = "RG014"
BAD_VALUE = "RG015"
MISSING_VALUE = "RG016"
MERGED = "RG017"
LEFT_OUT = "RG018"
NO_RESULT = "RG019"
UNKNOWN_FILE = "RG020"
COLUMN_TWICE = "RG021"

YAML_CODES = YamlCodes(unreadable=UNREADABLE, duplicate_key=COLUMN_TWICE, too_large=UNREADABLE)
CODES = TypedCodes(
    missing=MISSING_VALUE,
    unknown_key=UNKNOWN_COLUMN,
    version=BAD_VALUE,
    date=BAD_VALUE,
    shape=BAD_VALUE,
    choice=BAD_VALUE,
    reference=BAD_VALUE,
    number=BAD_VALUE,
)
