"""Chinese names in pinyin: spelt where the reading is certain, recognised where it is possible."""

from __future__ import annotations

import re

from index.names import readings
from qa.contrasts import CHINESE_POSTS

_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "令狐", "慕容", "司徒", "东方", "独孤", "南宫")
_COMMON = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文肖焦庞樊柯翁俞辛管祝"
    "左涂单解仇查朴区乐房欧伍凌司向蓝殷柳卓裴"
)
# As surnames these are read otherwise than as words; the others have two readings that names are given by.
_SURNAMES = {"曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "区": "ou", "乐": "yue"}
_DOUBTFUL = frozenset("长重行乐朝传调都还盖尉覃召宿缪车费纪")
# Behind a surname alone; 老师 and 师傅 have no such word in English.
TITLES = {"先生": "Mr", "女士": "Ms", "小姐": "Ms", "太太": "Mrs", "医生": "Dr", "大夫": "Dr", "教授": "Professor"}
_TITLED = re.compile(rf"(?P<surname>[\u4e00-\u9fff]{{1,2}})(?P<title>{'|'.join(TITLES)}|老师|师傅)")
_HOLDING = re.compile(rf"(?P<name>(?:(?!副)[\u4e00-\u9fff]){{2,3}}?)副?(?:{CHINESE_POSTS}|经理|主管)")  # 苏婉清经理


def spelt(name: str) -> str:
    """A person's name as it is written in English, "Shen Siyuan"; empty where its reading is in doubt.

    >>> spelt("沈思远"), spelt("沈女士")
    ('Shen Siyuan', 'Ms Shen')
    """
    if titled := _TITLED.fullmatch(name):
        surname, title = titled["surname"], TITLES.get(titled["title"], "")
        read = "".join(_SURNAMES.get(each) or next(iter(readings(each)), "") for each in surname)
        sure = (surname in _COMMON or surname in _DOUBLE) and not _DOUBTFUL & set(surname)
        return f"{title} {read.capitalize()}" if title and sure else ""
    if holding := _HOLDING.fullmatch(name):
        name = holding["name"]
    if not _NAME.fullmatch(name) or not (name[0] in _COMMON or name.startswith(_DOUBLE)):
        return ""
    known = [next(iter(readings(character)), "") for character in name]
    known[0] = _SURNAMES.get(name[0], known[0])
    if not all(known) or _DOUBTFUL & set(name[1:] if name[0] in _SURNAMES else name):
        return ""
    surname = 2 if name.startswith(_DOUBLE) and len(name) > 2 else 1
    family, given = "".join(known[:surname]), "".join(known[surname:])
    return f"{family.capitalize()} {given.capitalize()}"


def stands_in(word: str, text: str) -> bool:
    """Whether a Latin word is some run of the text's characters in pinyin: "Siyuan" stands in 局长沈思远表示."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    return len(letters) > 1 and any(_matches(letters, text, start) for start in range(len(text)))


def _matches(letters: str, text: str, start: int) -> bool:
    if not letters:
        return True
    if start == len(text):
        return False
    return any(
        letters.startswith(reading) and _matches(letters[len(reading) :], text, start + 1)
        for reading in readings(text[start])
    )
