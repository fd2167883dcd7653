"""The code that a printed sheet carries."""

from __future__ import annotations

import io

import segno

from classeur.views.sheet_check import SheetMark


def sheet_code(mark: SheetMark, site_url: str) -> str:
    """The QR code of a sheet as SVG: the address of the check where the site has one, else the text to type."""
    drawn = io.BytesIO()
    code = segno.make(mark.address(site_url) or mark.text, error="m", micro=False)
    code.save(drawn, kind="svg", xmldecl=False, omitsize=True, border=2, svgclass=None, lineclass=None, nl=False)
    return drawn.getvalue().decode("utf-8").replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
