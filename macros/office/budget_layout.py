"""How the budget tables of the action plan lie on paper, whatever stands in their cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.office.documents.document import Cell, Document, Grid, Paragraph, Row, Section, head
from macros.office.forms import form_number, guidance, sources
from macros.reading.guidebook import Guidebook

FORM = "budget-tables"
UNIT = Paragraph("(단위: 천원)", "note")
Three = tuple[Cell, Cell, Cell]


@dataclass(frozen=True)
class Pair:
    """Two rows of one subject in 4.2: the city's, the district's and all money, and their shares of the whole."""

    label: Cell
    amounts: Three
    shares: Three

    def rows(self) -> tuple[Row, Row]:
        """The rows as they stand in the table; the label is two rows high."""
        return ((self.label, Cell("금액", "label"), *self.amounts), (Cell("비율", "label"), *self.shares))


@dataclass(frozen=True)
class Content:
    """The cells of all four tables. `nature`: grant, current, capital; `agendas` and `costs` are whole rows."""

    nature: Three
    nature_shares: tuple[Cell, Cell]
    subjects: tuple[Pair, ...]
    total: Pair
    agendas: tuple[Row, ...]
    costs: tuple[Row, ...]


def document(guide: Guidebook, content: Content, made_on: date, subtitle: str = "") -> Document:
    """The tables as a document; behind them how to fill them, where the guide has a form for it."""
    form = guide.forms.get(FORM)
    tables = (_nature(content), _funds(content), _agendas(content), _costs(content))
    if form is None:
        return Document(FORM, "예산표", made_on, "", subtitle, tables)
    return Document(FORM, form.title, made_on, form_number(form), subtitle,
                    (*tables, *guidance(guide, form), sources(guide, form.source)))


def _nature(content: Content) -> Section:
    rows = ((Cell("금액", "label"), *content.nature),
            (Cell("비율", "label"), Cell("100%", "number"), *content.nature_shares))
    return Section("nature", "4.1 예산 성격에 따른 구분(시 보조금에 한함)", "4.1", (UNIT,),
                   Grid((16, 20, 20, 20), (head("구분", "시 보조금", "경상 보조", "자본 보조"), *rows), least=8),
                   ("※ 경상 보조와 자본 보조 간 예산 변경 불가",))


def _funds(content: Content) -> Section:
    rows = [row for pair in (*content.subjects, content.total) for row in pair.rows()]
    return Section("funds", "4.2 재원 조달에 따른 구분", "4.2", (UNIT,),
                   Grid((26, 10, 20, 20, 20), (head("예산과목", "구분", "시 보조금", "구 사업비", "총 사업비"), *rows), least=7),
                   ("※ 비율은 총사업비 합계 기준", "※ 국비 등 그 밖의 재원은 표 아래에 명시"))


def _agendas(content: Content) -> Section:
    return Section("agendas", "4.3 의제별 예산계획", "4.3", (UNIT,),
                   Grid((40, 20, 20, 20), (head("의제", "시 보조금", "구 사업비", "합계"), *content.agendas), least=8),
                   ("※ 안내서 목차에는 제목만 있어, 표의 칸은 이 길잡이가 구성",))


def _costs(content: Content) -> Section:
    heads = (head("의제", "예산과목", "산출내역", "구비", "시비", "국비", "기타"),)
    return Section("costs", "의제별 계획의 6. 소요예산", "6. 소요예산", (UNIT,),
                   Grid((24, 21, 25, 15, 15, 15, 15), heads + content.costs, least=8),
                   ("※ 예산과목은 편성목과 통계목으로 구분(예: 일반운영비 — 사무관리비)",))
