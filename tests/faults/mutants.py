"""Small faults put into the program, one at a time: each should make a test fail (ADR 0022).

Not touched: annotations, decorators, bodies of classes outside their methods, docstrings, the words of exceptions,
and what runs on Windows only.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """One fault: in `function` of a file (empty: in its constant `name`), at a line, and what it changes.

    `place` and `number` say which node of the module it is, and which of its changes.
    """

    path: Path
    function: str
    name: str
    line: int
    change: str
    place: int
    number: int

    @property
    def key(self) -> str:
        """Its name among all the mutants, as long as its module does not change."""
        return f"{self} [{self.place}.{self.number}]"

    def __str__(self) -> str:
        return f"{self.path.stem}.{self.function or self.name}:{self.line}: {self.change}"


def mutants_of(path: Path) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    found: list[Mutant] = []
    for place, (node, function, name) in enumerate(_places(ast.parse(path.read_text("utf-8")))):
        for number, (change, _) in enumerate(_changes(node)):
            found.append(Mutant(path, function, name, getattr(node, "lineno", 0), change, place, number))
    return found


def code_of(mutant: Mutant) -> CodeType:
    """The compiled function that holds the fault."""
    return codes_in(compile(_mutated(mutant), str(mutant.path), "exec"))[mutant.function]


def value_of(mutant: Mutant) -> CodeType:
    """The compiled value of the module's constant that holds the fault."""
    for node in _mutated(mutant).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _name(node) == mutant.name:
            return compile(ast.Expression(node.value), str(mutant.path), "eval")
    raise LookupError(mutant.name)


def _mutated(mutant: Mutant) -> ast.Module:
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node, _, _ = _places(tree)[mutant.place]
    _replace(tree, node, list(_changes(node))[mutant.number][1])
    return ast.fix_missing_locations(tree)


def codes_in(code: CodeType) -> dict[str, CodeType]:
    """The functions and methods of a module, by qualified name; not those inside another."""
    found: dict[str, CodeType] = {}
    for each in code.co_consts:
        if isinstance(each, CodeType) and "<locals>" not in each.co_qualname and each.co_name[0] != "<":
            found[each.co_qualname] = each
            found |= codes_in(each)
    return found


def _places(tree: ast.Module) -> list[tuple[ast.AST, str, str]]:
    """The nodes that may change, with their outermost function or the module's constant that they belong to."""
    found: list[tuple[ast.AST, str, str]] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, Function):
                    found += ((each, f"{node.name}.{method.name}", "") for each in _inside(method))
        elif isinstance(node, Function):
            found += ((each, node.name, "") for each in _inside(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _name(node):
            found += ((each, "", _name(node)) for each in _walk(node.value))
    return found


def _name(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _inside(function: Function) -> Iterator[ast.AST]:
    for statement in function.body:
        yield from _walk(statement)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """A node and those below it that a fault may touch."""
    if isinstance(node, ast.If) and "platform" in ast.unparse(node.test):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return
    yield node
    if isinstance(node, ast.Raise):
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "args") and not isinstance(node, ast.Call):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _walk(each)


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What may become of a node, each with its description."""
    match node:
        case ast.Compare(ops=[first, *others]) if type(first) in COMPARISONS:
            other = COMPARISONS[type(first)]()
            yield f"{_short(node)}: {type(first).__name__} → {type(other).__name__}", _with(node, ops=[other, *others])
        case ast.BoolOp(op=operation):
            swapped: ast.boolop = ast.Or() if isinstance(operation, ast.And) else ast.And()
            yield f"{_short(node)}: and ↔ or", _with(node, op=swapped)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"{_short(node)}: without not", operand
        case ast.BinOp(op=operation) if type(operation) in SUMS:
            yield f"{_short(node)}: other operator", _with(node, op=SUMS[type(operation)]())
        case ast.Constant(value=bool() as value):
            yield f"{value} → {not value}", ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield f"{value} → {value + 1}", ast.Constant(value + 1)
        case ast.Constant(value=str() as value):
            yield f"{value!r:.30} → {'XX' + value!r:.30}", ast.Constant(f"XX{value}")
        case ast.If(test=test) | ast.IfExp(test=test) if isinstance(test, ast.Name | ast.Attribute | ast.Call):
            yield f"if {_short(test)}: not", _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield f"return {_short(value)}: None", ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield f"without {_short(node)}", ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
        case ast.Expr(value=ast.Call()) | ast.Raise():
            yield f"without {_short(node)}", ast.Pass()
        case ast.Continue():
            yield "continue → break", ast.Break()
        case ast.Break():
            yield "break → continue", ast.Continue()
        case _:
            pass


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:59] + "…"


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    ast.copy_location(new, old)
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
                return
            if isinstance(value, list):
                for place, each in enumerate(value):
                    if each is old:
                        value[place] = new
                        return
