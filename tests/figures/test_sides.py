"""What a number says of its property: its aspect and status, how it is bound, and what money is paid per."""

from __future__ import annotations

import pytest

from tests.figures.marked import answers, figures, unmarked

# [number as printed]{its status}
STATUSES = [
    # what is to be assured is an aim, what was assured is a fact
    "要求把专干的工资列入预算，切实予以落实，由计生办统一发放，保证干部待遇落实率达到[100]{target}%。",
    "住房保障率达到[95]{reported}%，质量保证金达到[5]{reported}万元。",
    "保证了干部待遇落实率达到[100]{reported}%。",
    # a demand governs over commas, up to a fact
    "要求把专干列入编制，每乡配备[3]{required}人。",
    "要求将村道纳入养护，目前已养护[12]{reported}公里。",
    "按照上级要求，完成造林[3]{reported}万亩。",
    # a principle or standard by which something is done
    "按照[50]{required}个常检对象或一个自然村一个的原则进行精简。",
    "按[3]{required}名专干一个村的标准配备。",
    "按[3]{reported}个片区推进，坚持应改尽改的原则。",
    # words that hold 标准 and are none
    "新建高标准农田[2.4]{reported}万亩。",
    "标准化厂房[3]{reported}万平方米，标准班额[45]{reported}人，改造[12]{reported}个标准化车间。",
    "低保标准[300]{required}元。",
]


@pytest.mark.parametrize("case", STATUSES)
def test_a_status_is_by_the_words_that_govern_the_number(case: str) -> None:
    assert [(one.number.start, one.number.end, one.status) for one in figures(unmarked(case))] == answers(case)


# [number as printed]{its aspect}
ASPECTS = [
    "缩短审批时限近[三分之一]{growth}。",
    "审批时限缩短近[三分之一]{growth}。",
    "压缩办理时限[50]{growth}%。",
    "审批时限压缩到[三分之一]{share}。",
    "缩短时限的事项占[三分之一]{share}。",
]


@pytest.mark.parametrize("case", ASPECTS)
def test_a_part_by_which_something_is_cut_is_growth(case: str) -> None:
    assert [(one.number.start, one.number.end, one.aspect) for one in figures(unmarked(case))] == answers(case)


# [number as printed]{its qualifier and bound}
BOUNDS = [
    "按人均[2.8]{}元计算，人均超[0.15]{超}元。",
    "产值超[5]{超 >}亿元。",
]


@pytest.mark.parametrize("case", BOUNDS)
def test_a_word_that_says_what_a_number_is_above_does_not_bound_the_difference(case: str) -> None:
    found = [
        (one.number.start, one.number.end, f"{one.qualifier} {one.bound}".strip()) for one in figures(unmarked(case))
    ]
    assert found == answers(case)


# [number as printed]{its unit with what it is paid per}
PAID = [
    "养老金标准由每人每月[105]{元/人·月}元提高到[128]{元/人·月}元。",
    "专干报酬由每月不足[80]{元/月}元左右增至[200]{元/月}元。",
    "低保金每月[105]{元/月}元，奖金提高到[128]{}元。",
    "低保金每月[105]{元/月}元，提高[12]{}元。",
]


@pytest.mark.parametrize("case", PAID)
def test_what_money_is_paid_per_holds_for_both_ends_of_a_change(case: str) -> None:
    assert [(one.number.start, one.number.end, one.inferred_unit) for one in figures(unmarked(case))] == answers(case)
