"""Files that come with the program: templates, assets, the starter content."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """A folder or file shipped with classeur, such as `site_templates` or `starter`.

    An installed copy has it inside the package; in a checkout it stands at the top of the repository,
    where the starter content is the repository itself.

    Raises:
        FileNotFoundError: nothing of that name is shipped.
    """
    inside = _PACKAGE / "_bundled" / name
    if inside.exists():
        return inside
    checkout = _PACKAGE.parent.parent
    beside = checkout if name == "starter" else checkout / name
    if beside.exists() and (checkout / "pyproject.toml").exists():
        return beside
    raise FileNotFoundError(name)
