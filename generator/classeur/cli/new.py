"""`classeur new`: a fresh text with the next free reference."""

from __future__ import annotations

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.tasks.new_document import Wish, plan_new, write_new
from classeur.tasks.open_folder import open_folder
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "new",
        help=words("Write a fresh text of a kind, with the next free reference.")
        + "\n\n"
        + words("Example: classeur new procedure --title 'Prepare a home visit' --process R2 --folder soins"),
    )
    @click.argument("kind", metavar=words("KIND"))
    @click.option("--title", metavar=words("TITLE"), help=words("The title of the text."))
    @click.option("--process", default="", metavar="CODE", help=words("The process that it belongs to, such as R2."))
    @click.option("--folder", default="", metavar=words("FOLDER"), help=words("The theme's folder, such as hygiene."))
    @click.option("--reference", default="", metavar="REF", help=words("A reference of your own."))
    @click.option("--dry-run", is_flag=True, help=words("Show the text without writing it."))
    @output_format(words, "json")
    @shared_options(words)
    def run(
        session: Session,
        kind: str,
        title: str | None,
        process: str,
        folder: str,
        reference: str,
        dry_run: bool,
        form: str,
    ) -> int:
        root = session.root
        binder, _ = open_folder(root, session.today)
        wish = Wish(kind, title or words("New text"), process, reference, folder, session.person or "")
        document = plan_new(binder, wish, words)
        if dry_run:
            click.echo(f"# {document.path}\n{document.text}", nl=False)
            return CLEAN
        write_new(root, document, words)
        if form == "json":
            print_json({"path": str(document.path), "reference": document.reference})
        else:
            click.echo(words("{reference} written in {path}.", reference=document.reference, path=document.path))
        return CLEAN

    return run
