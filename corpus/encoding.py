"""Bytes into text: which encoding a file is in, told by how plausible the characters are."""

from __future__ import annotations

import codecs
import re

from corpus.errors import YoujuError

_SAMPLE = 200_000  # bytes looked at to tell encodings apart; even, so that UTF-16 stays in step
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
_BROKEN_PER_CHARACTER = 0.1
_LEAST_PLAUSIBLE = 0.2
_WIDE = ("utf-16-le", "utf-16-be")
_NARROW = ("gb18030", "big5hkscs", "cp1252")

# The 700 commonest characters of Chinese, in both scripts; a wrong codec hits them only by chance.
_COMMON = (
    "的用在中一为爲数數是个個以有和可对對使于於不件时時将將如行定了会會文年国國程这這大要下类類成到后後方上器此作"
    "或果发發本型据據性其并並能人分表法置指来來示字式序应應与與参參模建名所理地值接我出部象生例过過通之多入现現新"
    "代同设設函被则則组組进進他加们們息符提调調包属屬自关關标標前当當单單务務动動回它开開实實内內选選你由间間而请"
    "請量列该該位更存配主义義目制从從化学學最相项項日常任重元因运運些及处處称稱区區构構码碼子返集合面创創供向特口"
    "结結但户戶持需信工消编編也引何机機种種都计計等度月解取改系点點第事外传傳已公格具全认認保然含支变變小高统統您"
    "语語次输輸始期算长長经經服体體南西线線民管查得基军軍员員明业業正图圖家必除台臺者确確斯问問安两兩端意无無每流"
    "导導政操形联聯库庫东東执執录錄节節记記路态態换換命收状狀道版北显顯立控转轉注试試容原源世样樣三复復里裏功至块"
    "塊只布平比情错錯串须須条條起还還利教海市适適非获獲号號就误誤展段测測尔爾没沒步达達议議别別题題给給令说說二装"
    "裝物默击擊索亚亞写寫视視完权權电電受共添交阅閱美战戰且天未打级級许許框直素空整产產载載球决決检檢否择擇况況力"
    "括很按总總看送邮郵马馬即德水界环環证證储儲客规規异異约約准準求十限连連架细細队隊针針译譯资資效移修键鍵拉知练"
    "練心州放头頭车車话話层層山窗场場城训訓初仅僅克带帶罗羅像启啓少色述造较較活句预預失首王响響书書先备備府治读讀"
    "识識赛賽境根致访訪影各档檔华華详詳网網好验驗若岛島另见見站域想维維告递遞么麼反英范範言士增报報终終再案那港志"
    "局湾灣省略声聲卡射院某四金际際史协協去著科做止姆辑輯推随隨帝释釋演删刪板朝续續清强強太手古近签籤便论論围圍助"
    "析简簡领領尼张張司术術允纪紀广廣星河身巴阿扩擴映米群羣率速继繼族举舉密依考兰蘭询詢页頁独獨派优優历歷品门門江"
    "社她找离離周似败敗汤湯径徑商县縣批片林香描排洲印快易万萬附采採份龙龍党黨典仍边邊断斷足超专專让讓护護才留匹均"
    "警希早校染划劃缓緩链鏈曾词詞角几幾跟征徵低又己风風署策音济濟冲衝土册冊居什五占佔争爭习習夹夾汉漢游遊托把观觀"
    "升武皇够夠替乐樂纳納停址负負望着右今普团團亦委铁鐵介献獻气氣女评評真绑綁缩縮往骤驟插欧歐父官吗嗎技石苏蘇钮鈕"
    "白神帮幫光承研副顺順双雙封宗远遠贡貢感束循质質渲陆陸兴興播夫积積登零防六京精花踪蹤赖賴候假塞压壓究兵食"
)
_CHINESE = re.compile(f"[{_COMMON}，。、：；？！“”（）《》「」]")
_ASCII = re.compile(r"[\w \t\r\n.,;:!?'\"()/%-]", re.ASCII)
# Accents between plain letters, and the typographic marks of cp1252.
_ACCENT = re.compile("(?<=[A-Za-z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[A-Za-z])|(?<=[ -~])[‘’“”–—…€£©®°](?=[ -~\\s])")

_BINARY = "The file holds binary data, not text: convert it to text, PDF, DOCX, HTML or CSV first."
_EMPTY = "The file is empty: there is nothing in it to read."


def decode(data: bytes) -> tuple[str, str]:
    """The text in a file's bytes and the name of its encoding; newlines become \\n, a byte-order mark is dropped.

    Raises YoujuError for an empty file and for what is not text.
    """
    if not data:
        raise YoujuError(_EMPTY)
    text, encoding = _decoded(data)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise YoujuError(_BINARY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise YoujuError(_EMPTY)
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    candidates: tuple[str, ...] = _WIDE
    if b"\0" not in data:
        text = data.decode("utf-8", "replace")
        if _is_utf8(text):
            return text, "utf-8"
        candidates = (*_NARROW, *_WIDE)
    sample = data[:_SAMPLE]
    best = max(candidates, key=lambda encoding: _plausible_share(sample, encoding))
    if _plausible_share(sample, best) < _LEAST_PLAUSIBLE:
        raise YoujuError(_BINARY if b"\0" in data else "The file's encoding is not recognised: save it as UTF-8.")
    return data.decode(best, "replace"), best


def _is_utf8(text: str) -> bool:
    """Whether bytes decode as UTF-8, but for a few broken ones among many that do."""
    broken = text.count("\ufffd")
    if not broken:
        return True
    longer_than_a_byte = sum(1 for character in text if character > "\x7f") - broken
    return broken <= _BROKEN_PER_CHARACTER * longer_than_a_byte


def _plausible_share(sample: bytes, encoding: str) -> float:
    """The share of bytes that decode to characters common in Chinese or English writing."""
    text = sample.decode(encoding, "replace")
    if encoding == "cp1252":
        plausible = len(_ASCII.findall(text)) + len(_ACCENT.findall(text))
    elif encoding in _WIDE:
        plausible = 2 * (len(_ASCII.findall(text)) + len(_CHINESE.findall(text)))
    else:
        plausible = len(_ASCII.findall(text)) + 2 * len(_CHINESE.findall(text))
    return plausible / len(sample)
