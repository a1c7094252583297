"""PDFs written by hand, small enough to read here."""

from __future__ import annotations

from collections.abc import Sequence

_FONTS = (
    b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    b" /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >> >>"
)


def pdf(pages: Sequence[Sequence[str]], title: str = "", trailer: bytes = b"") -> bytes:
    """A PDF whose pages show these lines; ASCII lines in Helvetica, others in a Chinese font that is not embedded."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Title <%s> >>" % title.encode("utf-16").hex().encode(),
    ]
    for number, lines in enumerate(pages):
        content = b"BT 50 750 Td %s ET" % b" ".join(map(_shown, lines))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 800] /Contents %d 0 R /Resources << /Font %s >> >>"
            % (5 + 2 * number, _FONTS)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    body, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R %s >>" % (count, trailer)
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF" % (body, count, table, trailer, len(body))


def _shown(line: str) -> bytes:
    if line.isascii():
        return b"/F1 10 Tf (%s) Tj 0 -16 Td" % line.replace("(", r"\(").replace(")", r"\)").encode()
    return b"/F2 10 Tf <%s> Tj 0 -16 Td" % line.encode("utf-16-be").hex().encode()
