import codecs

import pytest

from corpus import YoujuError
from corpus.encoding import decode

SIMPLIFIED = "深圳设立了科技创新种子基金，规模是二十亿元。"
TRADITIONAL = "臺灣的總人口約為兩千三百萬，首都是臺北。"
ENGLISH = "The café in Zürich costs more – a naïve guess."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SIMPLIFIED, encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")),
        *((TRADITIONAL, encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")),
    ],
)
def test_chinese_is_read_in_every_encoding_that_can_write_it(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_with_accents(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == (ENGLISH, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding)


def test_newlines_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    data = (SIMPLIFIED * 3).encode()
    text, encoding = decode(data[:30] + b"\xff" + data[30:])
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="no-bytes"),
        pytest.param(b" \r\n\t\n", "empty", id="blanks"),
        pytest.param(codecs.BOM_UTF8, "empty", id="only-a-mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "binary", id="picture"),
        pytest.param(bytes(range(1, 32)) * 20, "binary", id="controls"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(YoujuError, match=reason):
        decode(data)
