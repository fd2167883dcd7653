"""Accessible drawings (process map, SIPOC, Mermaid diagrams): views in, SVG text or PNG out."""
