"""Acts on registers: list, add, close, export."""
