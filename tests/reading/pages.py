"""PDF files written by hand: text in Helvetica at given places."""

from __future__ import annotations

Words = tuple[float, float, str]


def pdf(*pages: list[Words], size: int = 10, info: str = "", trailer: str = "") -> bytes:
    """A PDF of pages, each a list of (left, bottom, words) in points; words before a tab are written in double size."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        stream = ""
        for left, bottom, words in page:
            big, _, rest = words.rpartition("\t")
            escaped = (big or rest).replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            stream += f"BT /F1 {size * (2 if big else 1)} Tf {left} {bottom} Td ({escaped}) Tj ET\n"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    data = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def column(*lines: str, top: float = 700, left: float = 70, pitch: float = 12) -> list[Words]:
    """Lines one below the other; an empty one is the gap between two paragraphs."""
    return [(left, top - number * pitch, line) for number, line in enumerate(lines) if line]
