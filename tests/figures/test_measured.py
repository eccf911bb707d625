"""What is measured: the subject of each figure, and the period that it is for."""

from __future__ import annotations

import pytest

from tests.figures.marked import answers, figures, unmarked

# [number as printed]{its subject}
SUBJECTS = [
    "召开脱贫攻坚推进会[23]{脱贫攻坚推进会}次，偿还到期本息[96]{到期本息}万元。",
    "畜牧业产值占农业总产值的[四]{畜牧业产值}成，入社农户[2.6]{入社农户}万户，占农户总数的[21.4]{入社农户}%。",
    "生产总值[186]{生产总值}亿元，是2016年的[2.4]{生产总值}倍，比全市平均高[1.2]{生产总值}个百分点。",
    "城乡居民人均可支配收入分别增长[6]{城镇居民人均可支配收入增长}%和[7.5]{农村居民人均可支配收入增长}%。",
    "小学、初中公用经费分别为[300]{小学公用经费}元和[500]{初中公用经费}元。",
    "[30]{年龄}岁以下[142]{30岁以下}人，[31至35]{年龄}岁[263]{31至35岁}人。",
    "年产值超[10]{年产值}亿元的[3]{年产值超10亿元的}家，取得执业资格的不到[三分之一]{取得执业资格的}。",
    "辖[5]{镇}镇[112]{村}村，[9,864]{户数}户[41,237]{人数}人。",
    "全镇[5,312]{户数}户，[12,500]{人数}人。",
    "生猪存栏[31]{生猪存栏}万头（其中能繁母猪[2.8]{能繁母猪}万头），比上年增长[4]{生猪存栏增长}%。",
    "[65]{老年人}岁以上老年人健康体检[4]{老年人健康体检}万人次。",
    "社会消费品零售总额xx亿元，增长[9.1]{社会消费品零售总额增长}%。",
    "全县[42]{企业}户企业中有[37]{企业}户完成改制。",
]


@pytest.mark.parametrize("case", SUBJECTS)
def test_a_subject_is_the_shortest_phrase_that_is_understood_by_itself(case: str) -> None:
    assert [(one.number.start, one.number.end, one.subject) for one in figures(unmarked(case))] == answers(case)


# [number as printed]{its period}
PERIODS = [
    "10月1日至8日，接待游客[86]{10月1日至8日}万人次。",
    "2001年换届以来，提拔干部[213]{2001年换届以来}名。",
    "今年[12]{今年}家企业投产，2014年[15]{2014年}家。",
    "比上年同期[79,031]{上年同期}万元增收[5,186]{}万元。",
    "据市统计局核算，2021年总产值[12]{2021年}亿元。其中工业[8]{2021年}亿元。",
    "我院始建于1952年，占地[12]{}亩。",
    "6月底有[12]{6月底}家（1—7日为[10]{1—7日}家），其余[2]{6月底}家停业。",
    "2013年、2014年支出分别为[2.86]{2013年}亿元、[3.31]{2014年}亿元。",
    "入住率由去年同期的[67]{去年同期}%升至[81.4]{}%。",
    "5月12日地震后，拨付资金[560]{5月12日}万元。全县采购预算[906]{}万元。",
    "１２月底，总人口[4７]{１２月底}万人。",
    "水利工作扎实推进。上半年进展如下：\n（1）投资[2860]{上半年}万元；\n（2）投资[1127]{上半年}万元。",
    "水利工作扎实推进。上半年进展顺利。\n（1）投资[2860]{}万元；\n（2）投资[1127]{}万元。",
]


@pytest.mark.parametrize("case", PERIODS)
def test_a_period_is_carried_as_a_reader_carries_it(case: str) -> None:
    assert [(one.number.start, one.number.end, one.period) for one in figures(unmarked(case))] == answers(case)


# [number as printed]{its scope}
SCOPES = [
    "全县总人口[47]{全县}万人，其中我镇[3]{我镇}万人。",
    "平均年龄由原来的[43.2]{原来}岁降到[35.4]{}岁。",
    "竞争上岗后：平均年龄[35.4]{竞争上岗后}岁。",
]


@pytest.mark.parametrize("case", SCOPES)
def test_a_scope_is_the_nearest_before_its_number(case: str) -> None:
    assert [(one.number.start, one.number.end, one.scope) for one in figures(unmarked(case))] == answers(case)
