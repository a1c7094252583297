import pytest

from corpus import Language, question_language, text_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("深圳设立了种子基金，总量为20亿元。", Language.SIMPLIFIED, id="simplified"),
        pytest.param("臺灣的總人口約為兩千三百萬。", Language.TRADITIONAL, id="traditional"),
        pytest.param("The fund holds 2 billion yuan.", Language.ENGLISH, id="english"),
        pytest.param(
            "The mayor (市长) spoke to reporters about the plan on Monday.", Language.ENGLISH, id="a-word-in-brackets"
        ),
        pytest.param("小米发布了 MacBook Pro 的竞品，售价为五千元起。", Language.SIMPLIFIED, id="product-names"),
        pytest.param("深圳市科技创新局 Shenzhen innovation bureau of science", Language.MIXED, id="mixed"),
        pytest.param("皇后里面", Language.SIMPLIFIED, id="characters-of-both-scripts"),
        pytest.param("", Language.ENGLISH, id="empty"),
        pytest.param("12 + 34 = 46 😀", Language.ENGLISH, id="no-letters"),
        pytest.param("한국의 수도는 서울이다", Language.ENGLISH, id="korean-does-not-crash"),
    ],
)
def test_language_of_a_text(text: str, language: Language) -> None:
    assert text_language(text) == language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does 专精特新 mean?", Language.ENGLISH),
        ("Explain 专精特新", Language.ENGLISH),
        ("Who is 王小明的父亲?", Language.ENGLISH),
        ("How do you say “你是谁” in English?", Language.ENGLISH),
        ("iPhone 15 Pro的价格是多少", Language.SIMPLIFIED),
        ("The Great Gatsby的作者是谁?", Language.SIMPLIFIED),
        ("《Gone with the Wind》是哪一年的电影", Language.SIMPLIFIED),
        ("深圳GDP?", Language.SIMPLIFIED),
        ("OpenAI ChatGPT Plus 价格?", Language.SIMPLIFIED),
        ("臺北101有多高？", Language.TRADITIONAL),
        ("2024?", Language.ENGLISH),
        ("😀", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_a_question_is_answered_in_the_language_of_its_grammar(question: str, language: Language) -> None:
    assert question_language(question) == language
