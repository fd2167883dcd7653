"""A fault put into the program while it runs, in the functions and constants that live in memory."""

from __future__ import annotations

import ast
import gc
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from tests.faults.mutants import Mutant, code_of, codes_in, value_of

CLASSEUR = Path(__file__).parents[2] / "generator" / "classeur"
Key = tuple[str, str]
"""A function: its file and its qualified name."""


def _module(mutant: Mutant) -> str:
    parts = mutant.path.relative_to(CLASSEUR.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _functions() -> dict[Key, list[FunctionType]]:
    """The living functions, by the code that they have."""
    gc.unfreeze()  # what is left aside is not listed
    found: dict[Key, list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if type(each) is FunctionType:
            found[each.__code__.co_filename, each.__code__.co_qualname].append(each)
    return found


def reading(mutant: Mutant) -> Iterator[Key]:
    """The functions that run the mutant: its own, or those that read its constant."""
    if mutant.function:
        yield str(mutant.path), mutant.function
        return
    for module in _holding(mutant):
        path = str(module.__file__)
        for name, code in codes_in(compile(Path(path).read_text("utf-8"), path, "exec")).items():
            if mutant.name in _names(code):
                yield path, name


def _holding(mutant: Mutant) -> list[ModuleType]:
    """The modules where the constant of a mutant has its name."""
    held = getattr(sys.modules[_module(mutant)], mutant.name)
    everywhere = [module for name, module in sys.modules.items() if name.startswith(("classeur", "tests"))]
    return [module for module in everywhere if getattr(module, mutant.name, None) is held]


def _names(code: CodeType) -> set[str]:
    inside = [_names(each) for each in code.co_consts if isinstance(each, CodeType)]
    return {*code.co_names, *(name for names in inside for name in names)}


def put(mutant: Mutant) -> None:
    """Change the living program."""
    if mutant.function:
        changed, functions = code_of(mutant), _functions().get((str(mutant.path), mutant.function))
        if not functions:
            raise LookupError(str(mutant))
        for function in functions:
            function.__code__ = changed
    else:
        held = _holding(mutant)
        value = eval(value_of(mutant), vars(sys.modules[_module(mutant)]))
        for module in held:
            setattr(module, mutant.name, value)


def put_the_same(mutants: Sequence[Mutant]) -> None:
    """Replace each function of the modules concerned by itself, compiled again as those of mutants are."""
    living = _functions()
    for path in {mutant.path for mutant in mutants}:
        for name, code in codes_in(compile(ast.parse(path.read_text("utf-8")), str(path), "exec")).items():
            for function in living.get((str(path), name), ()):
                function.__code__ = code


def forget() -> None:
    """What functions of the program and of the tests remember, they compute again.

    A test that looks at what was made before the fault was put would see nothing of it. A program that lives remembers
    in tables of its modules as well.
    """
    for name, module in list(sys.modules.items()):
        for each in list(vars(module).values()) if name.startswith(("classeur", "test")) else ():
            if hasattr(each, "cache_clear"):
                each.cache_clear()
        for table in _memories(str(module.__file__)) if name.startswith("classeur.") else ():
            getattr(module, table).clear()


_memories_of: dict[str, tuple[str, ...]] = {}


def _memories(path: str) -> tuple[str, ...]:
    """The names of the tables that a module leaves empty, such as `_READ: dict[…] = {}`: only functions fill them."""
    if path not in _memories_of:
        _memories_of[path] = tuple(_left_empty(path))
    return _memories_of[path]


def _left_empty(path: str) -> Iterator[str]:
    outside = [node for node in ast.parse(Path(path).read_text("utf-8")).body if not isinstance(node, ast.FunctionDef)]
    empty = [node for node in outside if isinstance(node, ast.AnnAssign) and ast.unparse(node.value or node) == "{}"]
    names = [ast.unparse(node.target) for node in empty]
    told = Counter(each.id for node in outside for each in ast.walk(node) if isinstance(each, ast.Name))
    yield from (name for name in names if name.isupper() and told[name] == 1)
