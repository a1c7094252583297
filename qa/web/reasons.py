"""Why a file could not be read, or what to mind about it, in the page's language."""

from __future__ import annotations

import re

from corpus import Language

# What corpus says, one sentence each, and the same in Chinese; groups are carried over.
_CHINESE = [
    (r"The file is empty: there is nothing in it to read\.", "文件是空的。"),
    (r"No text was found in the file\.", "文件中没有文字。"),
    (
        r"The file holds binary data, not text: .*",
        "文件内容是二进制数据而非文字，请先转为文本、PDF、DOCX、HTML 或 CSV。",
    ),
    (r"The file's encoding is not recognised: .*", "无法识别文件的编码，请另存为 UTF-8。"),
    (
        r"The PDF holds no text: it seems to be a scan.*",
        "PDF 中没有文字，可能是扫描件；本程序不识别图片中的文字（无 OCR）。",
    ),
    (r"The PDF is protected by a password: .*", "PDF 受密码保护，请另存一份无密码的。"),
    (r"The PDF is damaged or no PDF at all: .*", "PDF 已损坏，或并非 PDF，无法打开。"),
    (r"The DOCX is damaged, .*", "DOCX 已损坏、受密码保护，或并非 DOCX，无法打开。"),
    (
        r"The (?:file has|DOCX unpacks to) (\d+) MB, more than the (\d+) MB .*",
        r"文件有 \1 MB，超过可读取的 \2 MB，请拆分。",
    ),
    (r"The table is malformed: .*", "表格格式有误。"),
    (r"Pages without text \(blank or scanned\): ([^.]*)\.", r"没有文字的页（空白或扫描）：\1。"),
    (r"Part of the text is garbled: .*", "部分文字是乱码：PDF 未说明字体对应的字符。"),
    (r"Files of type (\S+) are not read, .*", r"不读取 \1 类型的文件。"),
    (r"The file cannot be read: .*", "文件无法读取。"),
    (r"The file cannot be opened: .*|The folder cannot be opened: .*|It is neither a file .*", "无法打开。"),
]


def reason_in(language: Language, reason: str) -> str:
    """The reason in this language; sentence by sentence, what has no translation stays as it is."""
    if not language.chinese:
        return reason
    sentences = re.split(r"(?<=\.)\s+(?=[A-Z])", reason)
    return "".join(_translated(sentence) for sentence in sentences)


def _translated(sentence: str) -> str:
    for pattern, chinese in _CHINESE:
        if found := re.fullmatch(pattern, sentence):
            return found.expand(chinese)
    return sentence
