"""The parts of a Word file: a ZIP archive of XML, opened as if a stranger had made it. The only importer of lxml."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from qcheck.model.errors import InputProblem

UNPACKED = 100_000_000  # bytes of all parts together
_OLE = b"\xd0\xcf\x11\xe0"
_DOCUMENT = "officeDocument"  # the last step of a relationship's type; its first steps differ between the two editions of the standard
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_AGAIN = "open it in Word and save it again as .docx"


@dataclass(frozen=True, slots=True)
class Package:
    """Parsed parts of a Word file by their role: document, styles, footnotes, endnotes, core-properties."""

    parts: dict[str, Any]


def open_package(data: bytes) -> Package:
    """The parts that hold words. Raises InputProblem for what is no Word file, is encrypted, broken or too large."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputProblem("is encrypted with a password", todo="save it without one")
        raise InputProblem("is a file of an old Word (.doc)", todo=_AGAIN)
    if not data.startswith(b"PK"):
        raise InputProblem("is no Word file", todo=_AGAIN)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise InputProblem("is encrypted with a password", todo="save it without one")
            if any(entry.compress_type not in _PACKED for entry in entries):
                raise InputProblem("is packed as no Word file is", todo=_AGAIN)
            if sum(entry.file_size for entry in entries) > UNPACKED:
                raise InputProblem(f"unpacks to more than {UNPACKED / 1e6:g} MB", todo="save it without its pictures")
            return Package(_parts(archive))
    except KeyError:
        raise InputProblem("is a ZIP file without the parts of a Word file", todo=_AGAIN) from None
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise InputProblem(f"is a broken Word file ({str(error)[:80]})", todo=_AGAIN) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, Any]:
    targets = _relationships(archive, "")
    main = targets[_DOCUMENT]
    targets |= _relationships(archive, main)
    named = {role: targets[role] for role in ("styles", "footnotes", "endnotes", "core-properties") if role in targets}
    there = set(archive.namelist())
    return {"document": _xml(archive, main)} | {role: _xml(archive, name) for role, name in named.items() if name in there}


def _relationships(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by what they are to it. The archive itself must have some."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if part and path not in archive.namelist():
        return {}
    return {
        each.get("Type", "").rpartition("/")[2]: posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
        for each in _xml(archive, path)
        if each.get("TargetMode") != "External"
    }


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    """The root of a part. Nothing outside the part is loaded, no entity is expanded, and libxml's own limits stand."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
    )
    try:
        root = etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise InputProblem(f"its part {name} is no sound XML ({str(error)[:80]})", todo=_AGAIN) from None
    if root.getroottree().docinfo.doctype:
        raise InputProblem(f"its part {name} declares a document type, which Word never does", todo=_AGAIN)
    return root
