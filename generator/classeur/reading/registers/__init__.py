"""Registers: .yml, .csv and .xlsx files to rows, each value with its file, sheet, line and column."""
