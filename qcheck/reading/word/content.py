"""What stands in a Word file, in the order of reading: each word with the element that holds it, so that a remark can be put there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from qcheck.reading.word.names import attribute, child, children, name, switch
from qcheck.reading.word.pieces import Block, Kind, Piece, flattened
from qcheck.reading.word.styles import Look, Place, Style, filled, look, styles

LAYOUT = 200  # characters of one paragraph of a cell from which a table is a way to lay out a page and its cells are read one by one
_DELETED = frozenset({"del", "moveFrom"})
_PASSED = _DELETED | {"rPr", "pPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "rt", "rubyPr", "ffData"}
# fields whose result is no text of the writer: numbers of pages, and tables of contents, which tell every heading again
_NO_TEXT = frozenset({"PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "TOC", "NOTEREF", "INDEX"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# of the font Symbol, by the last two digits of the code
_SYMBOLS = {"A3": "≤", "B3": "≥", "B1": "±", "B4": "×", "B0": "°", "6D": "μ", "A5": "∞", "BB": "≈", "B9": "≠", "2D": "−"}
_BLANKS = str.maketrans("\n\r\t", "   ")


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of a file that hold words, and what was left out of them, by name and number."""

    blocks: tuple[Block, ...]
    left_out: dict[str, int]


def content(parts: dict[str, Any]) -> Content:
    """What the parts of a package say. Insertions count, deletions do not; notes stand at the end, text boxes below their paragraph."""
    walk = _Walk(styles(parts.get("styles")))
    blocks = walk.whole(parts)
    if walk.fields:  # a field that never ends would hide the rest of the text
        walk = _Walk(styles(parts.get("styles")), closed=False)
        blocks = walk.whole(parts)
    return Content(tuple(blocks), {what: number for what, number in sorted(walk.left_out.items()) if number})


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False

    @property
    def shown(self) -> bool:
        return self.result and not _no_text(self.code)


@dataclass(slots=True)
class _Walk:
    """One way through a file. `closed` tells that its fields end; `anchor` is the node that stands for words beside the text."""

    styles: dict[str, Style]
    closed: bool = True
    fields: list[_Field] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    notes: list[tuple[str, str, Any]] = field(default_factory=list)
    boxes: list[tuple[Any, Any]] = field(default_factory=list)
    anchor: Any = None
    in_table: int = 0
    carried: list[Piece] = field(default_factory=list)

    def whole(self, parts: dict[str, Any]) -> list[Block]:
        blocks = list(self.blocks(child(parts["document"], "body")))
        if self.carried:
            blocks.append(Block("paragraph", tuple(self.carried)))
        for part, wanted, anchor in list(self.notes):
            root = parts.get(part)
            for note in [] if root is None else (each for each in root if attribute(each, "id") == wanted):
                self.anchor = anchor
                blocks += self.blocks(note)
        return [block for block in blocks if block.text.strip()]

    def blocks(self, parent: Any) -> Iterator[Block]:
        for each in () if parent is None else parent:
            kind = name(each)
            if kind == "p":
                yield from self.paragraph(each)
            elif kind == "tbl":
                yield from self.table(each)
            elif kind == "altChunk":
                self.miss("embedded file")
            elif kind == "*:AlternateContent":
                yield from self.blocks(_alternative(each))
            elif kind not in _PASSED and not _placeholder(each):
                yield from self.blocks(each)

    def paragraph(self, element: Any) -> Iterator[Block]:
        properties = child(element, "pPr")
        named = child(properties, "pStyle") if properties is not None else None
        style = self.styles.get(attribute(named, "val") if named is not None else "", Style())
        base = replace(style.look, filled=style.look.filled or filled(properties))
        pieces = [] if style.name.startswith("toc ") else list(self.inline(element, base))
        boxes, self.boxes = self.boxes, []
        pieces, self.carried = [*self.carried, *pieces], []
        mark = child(properties, "rPr") if properties is not None else None
        if mark is not None and any(child(mark, each) is not None for each in _DELETED):
            self.carried = pieces  # the end of this paragraph is deleted: the next one goes on with it
        else:
            kind = _kind(properties, style)
            yield Block(kind, tuple([Piece("• "), *flattened(pieces)] if kind == "item" and pieces else flattened(pieces)))
        for box, anchor in boxes:
            before, self.anchor = self.anchor, anchor
            yield from self.blocks(box)
            self.anchor = before

    def table(self, element: Any) -> Iterator[Block]:
        self.in_table += 1
        for row in _inner(element, "tr"):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                self.miss("tracked deletion")
            elif properties is not None and switch(properties, "hidden"):
                self.miss("hidden passage")
            else:
                yield from self.row(row)
        self.in_table -= 1

    def row(self, element: Any) -> Iterator[Block]:
        cells = []
        for cell in _inner(element, "tc"):
            gone = child(cell, "tcPr", "cellDel")
            cells.append([] if gone is not None else [block for block in self.blocks(cell) if block.text.strip()])
        every = [block for cell in cells for block in cell]
        if len(cells) == 1 or any(block.kind == "row" or len(block.text) > LAYOUT for block in every):
            yield from every
            return
        pieces: list[Piece] = []
        for at, cell in enumerate(cells):
            pieces += [Piece(" | ")] if at else []
            for number, block in enumerate(cell):
                pieces += [*([Piece(" ")] if number else []), *block.pieces]
        yield Block("row", tuple(pieces) if every else ())

    def inline(self, parent: Any, base: Look, place: Place = "") -> Iterator[Piece]:
        """The words of a paragraph or of what lies in one: links, insertions, tags, content controls, formulas."""
        for each in parent:
            kind = name(each)
            if kind in _DELETED:
                self.miss("tracked deletion", int(any(name(inner) in ("delText", "t") for inner in each.iter())))
            elif kind == "r":
                yield from self.run(each, base, place)
            elif kind == "fldSimple":
                if not _no_text(attribute(each, "instr")):
                    yield from self.inline(each, base, place)
            elif kind == "*:AlternateContent":
                yield from self.inline(_alternative(each), base, place)
            elif kind in ("m:sup", "m:sub"):
                yield from self.inline(each, base, "sup" if kind == "m:sup" else "sub")
            elif kind == "m:den":
                yield Piece("/")
                yield from self.inline(each, base, place)
            elif kind == "m:r":
                yield from (Piece(inner.text or "", self.anchor, place=place) for inner in children(each, "m:t"))
            elif kind not in _PASSED and not _placeholder(each):
                yield from self.inline(each, base, place)

    def run(self, element: Any, base: Look, place: Place) -> Iterator[Piece]:
        properties = child(element, "rPr")
        named = child(properties, "rStyle") if properties is not None else None
        below = self.styles.get(attribute(named, "val"), Style()).look.over(base) if named is not None else base
        seen = look(properties).over(below)
        hidden = "hidden passage" if seen.hidden or self.white(seen, element) else "struck-through passage" if seen.struck else ""
        for each in element:
            kind = name(each)
            if kind == "fldChar":
                self.field(attribute(each, "fldCharType"))
            elif kind == "instrText":
                if self.fields:
                    self.fields[-1].code += each.text or ""
            elif kind in ("footnoteReference", "endnoteReference"):
                if not hidden:
                    self.notes.append((f"{kind.removesuffix('Reference')}s", attribute(each, "id"), each))
            elif kind in _PASSED or (self.closed and not all(open_one.shown for open_one in self.fields)):
                continue
            elif hidden:
                self.miss(hidden, int(kind in ("t", "sym")))
            else:
                yield from self.leaf(each, kind, seen.place or place)

    def leaf(self, element: Any, kind: str, place: Place) -> Iterator[Piece]:
        node = element if self.anchor is None else self.anchor
        if kind == "t":
            written = element.text or ""
            text = written.translate(_BLANKS).replace("\ufeff", "")
            yield Piece(text, node, self.anchor is None and len(text) == len(written), place)
        elif kind in _SIGNS:
            yield Piece(_SIGNS[kind], node)
        elif kind == "sym":
            known = attribute(element, "font") == "Symbol"
            yield Piece(_SYMBOLS.get(attribute(element, "char")[-2:].upper(), " ") if known else " ", node)
        elif kind == "ruby":
            yield from self.inline(element, Look(), place)
        else:
            self.find_boxes(element, node)

    def find_boxes(self, element: Any, anchor: Any) -> None:
        """Text boxes of a drawing, each once, though it is often written twice: for new and for old versions of Word."""
        for each in element if name(element) != "*:AlternateContent" else [_alternative(element)]:
            if name(each) == "txbxContent":
                self.boxes.append((each, anchor))
            elif name(each):
                self.find_boxes(each, anchor)

    def field(self, step: str) -> None:
        if step == "begin":
            self.fields.append(_Field())
        elif step == "separate" and self.fields:
            self.fields[-1].result = True
        elif step == "end" and self.fields:
            self.fields.pop()

    def white(self, seen: Look, run: Any) -> bool:
        """White words on white ground. In tables, text boxes and on colored paper the ground may be dark."""
        if seen.color not in ("FFFFFF", "FEFEFE") or seen.filled or self.in_table or self.anchor is not None:
            return False
        background = child(run.getroottree().getroot(), "background")
        return background is None or attribute(background, "color").upper() in ("", "AUTO", "FFFFFF")

    def miss(self, what: str, number: int = 1) -> None:
        self.left_out[what] = self.left_out.get(what, 0) + number


def _no_text(code: str) -> bool:
    return code.lstrip().partition(" ")[0].upper() in _NO_TEXT


def _alternative(element: Any) -> Any:
    """Of several ways to write one thing the first."""
    return next((each for each in element if name(each) in ("*:Choice", "*:Fallback")), ())


def _placeholder(element: Any) -> bool:
    """Whether it is a content control that nobody has filled in."""
    return name(element) == "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None


def _inner(element: Any, wanted: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also inside content controls and insertions, and none of a table in a cell."""
    for each in element:
        if name(each) == wanted:
            yield each
        elif name(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _inner(each, wanted)


def _kind(properties: Any, style: Style) -> Kind:
    if style.name == "title":
        return "title"
    if style.name.startswith("heading"):
        return "heading"
    number = child(properties, "numPr", "numId") if properties is not None else None
    listed = style.listed if number is None else attribute(number, "val") != "0"
    return "item" if listed else "paragraph"
