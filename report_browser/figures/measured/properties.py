"""Properties: a name of what is measured parted into whose it is and what of them: 村级专干, 报酬."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.noun_phrases import STATISTICS, strip_lead
from report_browser.figures.measured.segmentation import split_words

_PART = re.compile("(?P<part>.{2,}?)占[^占]{2,14}?的?(?:比重|比例|份额)\\Z")
_PACE = re.compile("(?:净|年均|同比|累计|年平均)\\Z")
_PER_HEAD = re.compile("(?P<thing>.{2,})(?P<per>[年月]?[人户亩]均)\\Z")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: a `property` of an `entity`, which is empty where no words name it."""

    property: str
    entity: str


def part_name(name: str) -> Measured:
    """A name as a property of an owner in it: 城乡居民基础养老金标准 is the 基础养老金标准 of 城乡居民; perhaps of none."""
    plain = _in_order(_PACE.sub("", name))
    words = split_words(plain)
    for at in range(len(words) - 1, 0, -1):
        head, rest = plain[: words[at].start].removesuffix("的"), plain[words[at].start :].removeprefix("的")
        if is_owner(head) and _is_property(rest):
            return Measured(rest, strip_lead(head) or head)
        if is_level(rest) and head[-1:] in STATISTICS:  # 师生比小学
            return Measured(head, rest)
    return Measured(strip_lead(plain) or plain, "")


def counted_thing(name: str) -> str:
    """The thing that a name counts, the verbs before it left out: 医疗纠纷 of 发生医疗纠纷."""
    words = split_words(name)
    acts = [at for at, word in enumerate(words) if word.kind in ("verb", "nominal", "other verb")]
    thing = "".join(word.text for word in words[acts[-1] + 1 :]) if acts else name
    return thing if len(thing) > 1 else name


def is_owner(name: str) -> bool:
    """Whether a name ends as those of people, bodies, places and works do, and says more than 人口 or 对象."""
    return bool(_owns().search(name)) and name not in lexicon("entities")["nobody"]


def is_level(name: str) -> bool:
    """Whether a name is one of those by which a property is told apart: 小学, 城镇."""
    return name in lexicon("entities")["levels"]


def is_carried(name: str) -> bool:
    """Whether a name by itself is that of a property that whoever was named last has: 平均年龄, 建筑面积."""
    return bool(_carried().fullmatch(name))


def _in_order(name: str) -> str:
    """The part of A占B的比重, 月人均养老金 of 养老金月人均."""
    part = _PART.fullmatch(name)
    per = _PER_HEAD.fullmatch(name)
    return part["part"] if part else f"{per['per']}{per['thing']}" if per and not is_owner(per["thing"]) else name


def _is_property(rest: str) -> bool:
    return bool(_property_head().match(rest)) or bool(_property().fullmatch(rest))


@cache
def listed(*names: str) -> str:
    """A pattern for the words of lists of lexicon/entities.yml."""
    return either(word for name in names for word in lexicon("entities")[name])


@cache
def _owns() -> re.Pattern[str]:
    return re.compile(rf"(?<!地)(?:{listed('people', 'bodies', 'places', 'works')})\Z")


@cache
def _property_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('property heads')})[\u4e00-\u9fff]+")


@cache
def _property() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、]{{1,12}}[{STATISTICS}]|[\u4e00-\u9fff、]{{0,10}}(?:{listed('properties')})")


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('carried heads')})[\u4e00-\u9fff]*|(?:{listed('carried')})")
