"""The organisation's Word template: found, checked, completed. Run as a module, it makes the shipped one again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.resources import bundled
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator
from classeur.writers.word.shipped_template import shipped_template
from classeur.writers.word.style_names import RequiredStyle
from classeur.writers.word.template import Template, TemplateError

TEMPLATE = Path("site_templates", "word", "template.docx")
LOGO = Path("site_templates", "word", "logo.png")


@dataclass(frozen=True)
class TemplateReport:
    """A template and the styles that it lacks."""

    path: Path
    lacking: tuple[RequiredStyle, ...]


def template_path(root: Path) -> Path:
    """The house's own template, else the shipped one."""
    own = root / TEMPLATE
    return own if own.is_file() else bundled("site_templates") / "word" / "template.docx"


def read_template(path: Path, words: Translator) -> Template:
    """A template.

    Raises:
        ClasseurError: there is no such file, or Word could not have written it.
    """
    try:
        template = Template(path.read_bytes())
        template.opened  # noqa: B018 (read now: a fault is told here)
    except (OSError, TemplateError) as error:
        raise ClasseurError(
            words("{path} is no Word template that can be read.", path=path),
            remedy=words("Save it again from Word as a .docx file, or remove it: the shipped one is used then."),
        ) from error
    return template


def check_template(root: Path, path: Path | None, words: Translator) -> TemplateReport:
    """Which styles a template lacks; copies are made all the same, with the shipped ones in their place."""
    chosen = path or template_path(root)
    return TemplateReport(chosen, read_template(chosen, words).lacking)


def complete_template(path: Path, out: Path, words: Translator) -> None:
    """Write a template with the styles that it lacked.

    Raises:
        ClasseurError: it cannot be read or written.
    """
    data = read_template(path, words).with_lacking_styles()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=out, problem=disk_trouble(error, words)),
            remedy=words("Choose another place, or close the file in Word."),
        ) from error


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(shipped_template())
