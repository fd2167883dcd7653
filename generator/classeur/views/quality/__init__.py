"""The figures of the living quality system: what registers and indicators say on a day, without words nor drawings."""
