"""The commands: they parse, call one task, print, choose the exit code."""
