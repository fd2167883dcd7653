"""Pictures too heavy for a page."""

from __future__ import annotations

import io
import random
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from classeur.model.pictures import HEAVY_BYTES
from classeur.reading.folder import read_folder
from classeur.tasks.build_site import stage_house
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from classeur.writers.site.pictures import WIDEST, scaled, scaled_suffix
from tests.houses import BODY, TODAY, a_text, house_files, write_house

PHOTO = PurePosixPath("procedures/photo.jpg")


def a_photo(mode: str = "RGB", size: tuple[int, int] = (3000, 2000), kind: str = "JPEG", turned: int = 1) -> bytes:
    """A picture of noise, which no format makes light; `turned` is what the camera says of its side."""
    dots = random.Random(1).randbytes(size[0] * size[1] * len(mode))
    made = Image.frombytes(mode, size, dots)
    kept = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = "salle de soins"
    made.save(kept, kind, **({"exif": exif, "quality": 90} if kind == "JPEG" else {}))
    return kept.getvalue()


@pytest.fixture(scope="module")
def photo() -> bytes:
    return a_photo()


def shown(root: Path) -> str:
    """The page of the text, staged."""
    stage_house(root, root / ".classeur/stage", TODAY, MkDocsEngine(root).dialect, translator("fr"))
    return (root / ".classeur/stage/pages/d/PR-R1-001/index.md").read_text("utf-8")


def with_photo(root: Path, content: bytes, body: str = "\n![La salle](photo.jpg)\n") -> Path:
    write_house(root, house_files(**{"procedures/accueil.md": a_text(BODY + body)}))
    (root / PHOTO).write_bytes(content)
    return root


def test_a_heavy_picture_is_shown_by_a_light_copy(tmp_path: Path, photo: bytes) -> None:
    page = shown(with_photo(tmp_path, photo))

    copy = tmp_path / ".classeur/stage/pages/f/procedures/photo.jpg-1600.jpg"
    assert 'src="../../f/procedures/photo.jpg-1600.jpg"' in page
    assert copy.stat().st_size < len(photo) / 2
    assert max(Image.open(io.BytesIO(copy.read_bytes())).size) == WIDEST
    assert not (tmp_path / ".classeur/stage/pages/f/procedures/photo.jpg").exists()


def test_a_link_to_a_heavy_picture_gives_the_original(tmp_path: Path, photo: bytes) -> None:
    page = shown(with_photo(tmp_path, photo, "\n[La salle, en grand](photo.jpg)\n"))

    assert 'href="../../f/procedures/photo.jpg"' in page
    assert (tmp_path / ".classeur/stage/pages/f/procedures/photo.jpg").read_bytes() == photo


def test_a_heavy_picture_is_told_once_where_it_is_first_shown(tmp_path: Path, photo: bytes) -> None:
    body = "\n![La salle](photo.jpg)\n\n![Encore](photo.jpg)\n"

    _, faults = read_folder(with_photo(tmp_path, photo, body), TODAY)

    [fault] = faults
    assert (fault.code, fault.values["target"], fault.reference) == ("LK015", "photo.jpg", "PR-R1-001")
    assert fault.values["size"] == f"{len(photo) / 1e6:.1f}"


def test_the_copy_forgets_what_the_camera_wrote_and_stands_upright(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(a_photo(turned=6))

    made = scaled(tmp_path / "photo.jpg")

    assert made is not None
    assert b"salle de soins" not in made
    assert Image.open(io.BytesIO(made)).size == (1067, WIDEST)


def test_the_same_picture_gives_the_same_copy(tmp_path: Path, photo: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(photo)

    assert scaled(tmp_path / "photo.jpg") == scaled(tmp_path / "photo.jpg")


def test_a_picture_that_one_sees_through_stays_so(tmp_path: Path) -> None:
    (tmp_path / "plan.png").write_bytes(a_photo("RGBA", (1800, 600), "PNG"))

    assert scaled_suffix(tmp_path, PurePosixPath("plan.png")) == "-1600.png"
    assert Image.open(io.BytesIO(scaled(tmp_path / "plan.png") or b"")).mode == "RGBA"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", b"\xff\xd8\xff" + b"0" * HEAVY_BYTES),
        ("photo.jpg", b"<svg/>" + b" " * HEAVY_BYTES),
        ("film.gif", b"GIF89a" + b"0" * HEAVY_BYTES),
        ("petite.jpg", b"0" * 100),
    ],
    ids=["broken", "not what its name says", "moving", "light"],
)
def test_what_cannot_or_need_not_be_scaled_is_shown_as_it_is(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)

    assert scaled_suffix(tmp_path, PurePosixPath(name)) == ""


def test_a_picture_cut_in_its_middle_is_given_as_it_is(tmp_path: Path, photo: bytes) -> None:
    cut = photo[: len(photo) // 2]

    shown(with_photo(tmp_path, cut))

    assert (tmp_path / ".classeur/stage/pages/f/procedures/photo.jpg-1600.jpg").read_bytes() == cut


def test_a_picture_in_a_folder_is_found_nowhere_when_it_is_gone(tmp_path: Path) -> None:
    assert scaled_suffix(tmp_path, PHOTO) == ""
    assert scaled(tmp_path / PHOTO) is None
