"""Word files made of raw WordprocessingML, as small as Word and LibreOffice take them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{named}"/>{rest}</w:style>'
    for key, kind, named, rest in (
        ("Titel", "paragraph", "Title", ""),
        ("berschrift1", "paragraph", "heading 1", ""),
        ("Verzeichnis1", "paragraph", "toc 1", ""),
        ("Aufzhlung", "paragraph", "List Bullet", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"),
        ("Geheim", "character", "Secret", "<w:rPr><w:vanish/></w:rPr>"),
        ("Geheimer", "character", "More Secret", "<w:basedOn w:val='Geheim'/>"),
    )
)


def run(text: str, look: str = "") -> str:
    """A run of words with properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs; what does not begin with < is words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{''.join(each if each.startswith('<') else run(each) for each in inside)}</w:p>"


def change(kind: str, *inside: str) -> str:
    """A tracked change: ins, del, moveFrom, moveTo."""
    words = "".join(inside)
    if kind in ("del", "moveFrom"):
        words = words.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>") if kind == "del" else words
    return f'<w:{kind} w:id="7" w:author="Ada" w:date="2031-05-05T09:00:00Z">{words}</w:{kind}>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that does not begin with < is words."""
    return f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    """A row of a table."""
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{more}{inside}</w:tr>"


def field(code: str, result: str) -> str:
    """A complex field: its code and the runs that it shows."""
    steps = [f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")]
    return f'{steps[0]}<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>{steps[1]}{result}{steps[2]}'


def word(
    *blocks: str, footnotes: str = "", properties: str = "", strict: bool = False, document: str = "", more: dict[str, bytes] | None = None
) -> bytes:
    """A .docx of these blocks. `document` stands for the whole main part instead; `more` are further parts, or others in their place."""
    ties = f'<Relationship Id="r1" Type="{_TIES}/styles" Target="styles.xml"/>'
    ties += f'<Relationship Id="r2" Type="{_TIES}/footnotes" Target="footnotes.xml"/>' if footnotes else ""
    kinds = f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}.footnotes+xml"/>' if footnotes else ""
    body = document or f"{_HEAD}<w:document {_NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    relations = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{relations}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{kinds}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{relations}/relationships">'
        f'<Relationship Id="r1" Type="{_TIES}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{relations}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}/relationships">{ties}</Relationships>',
        "word/document.xml": body,
        "word/styles.xml": f'{_HEAD}<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{relations}/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{properties}</cp:coreProperties>",
    }
    if footnotes:
        parts["word/footnotes.xml"] = f"{_HEAD}<w:footnotes {_NAMESPACES}>{footnotes}</w:footnotes>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**{key: each.encode() for key, each in parts.items()}, **(more or {})}.items():
            archive.writestr(name, part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main") if strict else part)
    return target.getvalue()
