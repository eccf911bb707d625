"""Properties: a name of what is measured parted into whose it is and what of them: 村级专干, 报酬."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.noun_phrases import STATISTICS, strip_lead
from report_browser.figures.measured.segmentation import Word, split_words

_PART = re.compile("(?P<part>.{2,}?)占[^占]{2,14}?的?(?:比重|比例|份额)\\Z")
_PACE = re.compile("(?:净|年均|同比|累计|年平均|安排|完成|最[长高大多快]的?)\\Z")
_PER_HEAD = re.compile("(?P<thing>.{2,}?)(?P<per>[年月]?[人户亩]均)\\Z")
_HEADED = re.compile("(?P<owner>[^均]{2,}?)(?P<rest>[年月]?[人户生校]均.{2,})")
_NO_OWNER = re.compile("\\A(?:每|最[大高低多])|[人户亩校村生]均|每[人户名]\\Z")
_MONEY = ("资金", "经费", "款", "基金", "支出", "投入", "债券")
_SHORTEST = 2  # characters of a name without its verb
_ACTS = ("verb", "nominal", "other verb")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: a `property` of an `entity`, which is empty where no words name it."""

    property: str
    entity: str


def part_name(name: str) -> Measured:
    """A name as a property of an owner in it: 城乡居民基础养老金标准 is the 基础养老金标准 of 城乡居民; perhaps of none."""
    plain = _PACE.sub("", _scope().sub("", name)) or name
    if part := _PART.fullmatch(plain):
        plain = part["part"]
    per = _PER_HEAD.fullmatch(plain)
    if per and not is_owner(per["thing"]):  # 养老金月人均
        named = _parted(per["thing"])
        return Measured(f"{per['per']}{named.property}", named.entity)
    return _parted(plain)


def _parted(name: str) -> Measured:
    headed = _HEADED.fullmatch(name)
    if headed and is_owner(headed["owner"]):  # 烟农户均收入
        return Measured(headed["rest"], without_verb(strip_lead(headed["owner"])))
    words = split_words(name)
    for at in range(len(words) - 1, 0, -1):
        head, rest = name[: words[at].start].removesuffix("的"), name[words[at].start :].removeprefix("的")
        if _is_property(rest, words[at]) and _may_own(head, rest):
            return Measured(rest, without_verb(strip_lead(head) or head))
        if is_level(rest) and _property().fullmatch(head):  # 师生比小学
            return Measured(head, rest)
    return Measured(without_verb(strip_lead(name) or name), "")


def _may_own(head: str, rest: str) -> bool:
    """Whether what stands before a property owns it; before 平均 anything does that is more than a time."""
    if _NO_OWNER.search(head):
        return False
    return is_owner(head) or (rest.startswith("平均") and len(head) > 1 and head[-1] not in "年月期度全")


def _is_property(rest: str, first: Word) -> bool:
    """Whether words are a property; money for a purpose (改造资金 of 危房改造资金) is none of what stands before it."""
    if (rest.startswith("均") and rest != "均价") or (first.kind in _ACTS and rest.endswith(_MONEY)):
        return False
    return bool(_property_head().match(rest)) or bool(_property().fullmatch(rest))


def without_verb(name: str) -> str:
    """A name without a verb at its head: 业务收入 of 实现业务收入."""
    words = split_words(name)
    if not words or not (words[0].kind == "verb" or words[0].text in lexicon("entities")["acts"]):
        return name
    rest = name[words[0].end :]
    return rest if len(rest) >= _SHORTEST + (len(words[0].text) == 1) else name  # 欠 of 欠费率 belongs to it


def counted_thing(name: str) -> str:
    """The thing that a name counts, the verbs before it left out: 医疗纠纷 of 发生医疗纠纷, but 流出人口 whole."""
    words = split_words(name)
    acts = [at for at, word in enumerate(words) if word.kind in _ACTS and not _is_attribute(name, word)]
    if not acts or "、" in name:
        return name
    thing = name[words[acts[-1]].end :]
    led = acts[-1] == 0 and words[0].kind != "verb"  # 出生人口, where 出生 says which
    shortest = _SHORTEST + (led and not is_owner(thing))
    return thing if len(thing) >= shortest and thing not in lexicon("entities")["nobody"] else without_verb(name)


def _is_attribute(name: str, word: Word) -> bool:
    """Whether a verb says which kind, not what was done: 养殖 of 养殖大户."""
    return word.kind == "nominal" and len(name) - word.end <= _SHORTEST


def first_owner(name: str) -> str:
    """Who is counted where what is said of them follows: 学校 of 学校平均班额; empty where the name is no property."""
    if not _property().fullmatch(name):
        return ""
    heads = (name[: word.start] for word in split_words(name)[1:])
    return next((head for head in heads if _owns().search(head)), "")


def is_owner(name: str) -> bool:
    """Whether a name ends as those of people, bodies, places and works do, and says more than 人口 or 对象."""
    return bool(_owns().search(name)) and name not in lexicon("entities")["nobody"]


def is_work(name: str) -> bool:
    """Whether a name ends as those of works do: 城东水厂工程."""
    return bool(_works().search(name))


def is_level(name: str) -> bool:
    """Whether a name is one of those by which a property is told apart: 小学, 城镇."""
    return name in lexicon("entities")["levels"]


def is_carried(name: str) -> bool:
    """Whether a name by itself is that of a property that whoever was named last has: 平均年龄, 建筑面积."""
    return bool(_carried().fullmatch(name))


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{either(lexicon('phrases')['scopes'])})(?=..)")


@cache
def listed(*names: str) -> str:
    """A pattern for the words of lists of lexicon/entities.yml."""
    return either(word for name in names for word in lexicon("entities")[name])


@cache
def _owns() -> re.Pattern[str]:
    return re.compile(rf"(?<!地)(?:{listed('people', 'bodies', 'places', 'works')}|[A-Z][类级])\Z")


@cache
def _works() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('works')})\Z")


@cache
def _property_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('property heads')})[\u4e00-\u9fff]+")


@cache
def _property() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、]{{1,12}}[{STATISTICS}]|[\u4e00-\u9fff、]{{0,10}}(?:{listed('properties')})")


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('carried heads')})[\u4e00-\u9fff]*|(?:{listed('carried')})")
