"""From bytes to text: which encoding a file is in, told by how plausible the decoded characters are."""

from __future__ import annotations

import codecs

from corpus.errors import YoujuError

# The most frequent characters of modern Chinese; in real text they make up about half of all characters, in text
# decoded by the wrong codec next to none.
_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能"
    "好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进"
    "把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使"
    "教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件"
    "安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望"
    "直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近"
    "這來國個說們為時會對過後麼無還發當開經頭動兩長樣現將與進實點聲話兒問機給幾業間電門東聽氣關並內產萬體別處總場師書員"
    "華報馬張難數應車親務記邊戰許覺題統請愛讓認論義術結連遠資隊帶條變聯權領傳灣臺億區縣廣灣濟學號線廠紅級織終"
    "，。、；：？！“”《》（）"
)
_PLAUSIBLE = 0.2  # share of frequent characters below which a text is not taken for Chinese
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


def decode(data: bytes) -> tuple[str, str]:
    """The text, newlines normalised to \\n and without a byte-order mark, and the name of its encoding.

    YoujuError, saying what to do, for an empty file and for one that is no text.
    """
    if not data.strip():
        raise YoujuError("it is empty")
    text, encoding = _decoded(data)
    if not text.strip("\ufeff\x00 \r\n\t"):
        raise YoujuError("it is empty")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if 0 not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _most_plausible(data)
        _refuse_binary(data)
        return text, "utf-8"
    return _wide(data)


def _wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: the zero bytes of its ASCII characters all stand on one side."""
    zeros = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    text = data[: len(data) // 2 * 2].decode(encoding, "replace")
    if min(zeros) * 10 > max(zeros) or "\ufffd" in text or "\x00" in text:
        raise YoujuError("it is binary, not text; save it as text, PDF, DOCX, HTML or CSV")
    return text, encoding


def _most_plausible(data: bytes) -> tuple[str, str]:
    candidates = [
        (_plausibility(text), name, text)
        for name in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
        if (text := _try(data, name)) is not None
    ]
    best = max(candidates, default=(0.0, "", ""))
    if best[0] >= _PLAUSIBLE:
        return best[2], best[1]
    _refuse_binary(data)
    high = sum(byte > 127 for byte in data)
    western = _try(data, "cp1252")
    if western is not None and high * 5 < len(data):
        return western, "cp1252"
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 50 < len(damaged):
        return damaged, "utf-8 (damaged)"
    if best[1]:
        return best[2], best[1]
    raise YoujuError("its encoding is not one of UTF-8, UTF-16, GB18030, Big5 or Windows-1252; save it as UTF-8")


def _try(data: bytes, encoding: str) -> str | None:
    if encoding.startswith("utf-16") and len(data) % 2:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """The share of frequent Chinese characters and marks among all that are not ASCII."""
    foreign = [character for character in text if character > "\x7f"]
    return sum(character in _FREQUENT for character in foreign) / len(foreign) if foreign else 0.0


def _refuse_binary(data: bytes) -> None:
    sample = data[:65_536]
    if sum(byte in _CONTROL for byte in sample) * 50 > len(sample):
        raise YoujuError("it is binary, not text; save it as text, PDF, DOCX, HTML or CSV")
