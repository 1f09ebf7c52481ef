"""The words of somebody who has not seen this project, for facts, conditions and bodies: what they are called here."""

from __future__ import annotations

from collections.abc import Mapping

# A programme by its names, and the head of its conditions (`mm20.grant`).
PROGRAMMES: Mapping[str, tuple[str, ...]] = {
    "mutual": ("minmin", "mm", "mutual", "민민"), "platform": ("platform", "pf", "플랫폼"), "strategic": ("strategic", "st", "전략"),
    "jobs": ("jobs", "jb", "new-deal", "newdeal", "뉴딜"), "committee": ("committee", "cm", "body", "council", "위원회"),
}

# Our rules for a condition, by words in its name behind the point; the first line that fits. `{edition}` may end a rule's id.
CONDITIONS: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "mutual": (
        (("located", "location", "seat"), "mutual-consortium-location"), (("orgs", "organi", "consort"), "mutual-organisations"),
        (("district", "exclu"), "mutual-excluded-districts-2020"), (("recipient", "count"), "mutual-recipients-2021"),
        (("activity", "half", "person"), "mutual-activity-cap"), (("capital",), "mutual-no-capital"), (("running", "operat"), "mutual-no-running"),
        (("bonus", "climate"), "mutual-bonus-2021"), (("budget", "total"), "mutual-budget-2021"),
        (("apply", "applied", "period", "deadline"), "mutual-application"), (("grant", "cap", "limit"), "mutual-grant-limit")),
    "platform": (
        (("open", "end", "closed", "2021", "select"), "platform-selected-2020 platform-ended-2021"), (("org",), "platform-organisations"),
        (("partner",), "platform-partner"), (("space", "area"), "platform-space"), (("person", "manager"), "platform-manager"),
        (("year",), "platform-years"), (("grant", "cap", "limit"), "platform-grant-limit")),
    "strategic": (
        (("2021", "call", "open"), "strategic-call-2021"), (("district",), "strategic-district-2020"), (("own", "match"), "strategic-own-funds"),
        (("task",), "strategic-tasks"), (("body",), "strategic-body"), (("people", "member"), "strategic-people"),
        (("mandatory", "general"), "strategic-general-project"), (("coord",), "strategic-coordinator"), (("freeze", "change"), "strategic-freeze"),
        (("seal", "applicant"), "strategic-applicant"), (("apply", "applied", "deadline"), "strategic-deadlines-2020"),
        (("cap", "grant", "limit"), "strategic-grant-limit")),
    "jobs": (
        (("agreed", "consort", "eligib"), "jobs-workplace-eligibility"), (("staff", "full"), "jobs-workplace-staff"),
        (("id", "document", "doc"), "jobs-workplace-document-2021"), (("attend",), "jobs-workplace-attendance-2021"),
        (("report",), "jobs-workplace-report"), (("meet", "committee"), "jobs-workplace-meeting-2021"), (("age",), "jobs-age"),
        (("seoul", "resid"), "jobs-resident"), (("jobless", "unemploy"), "jobs-unemployed"), (("recommend",), "jobs-recommended-2020"),
        (("train", "educ"), "jobs-training-hours-2020"), (("place", "centre", "center"), "jobs-centre-workplace-2021")),
    "committee": (
        (("council.private", "council-private"), "council-private-share-plan-2021 council-private-share-guideline"),
        (("council.sex", "council.gender", "council-sex", "council-gender"), "council-gender-plan-2021 council-gender-guideline"),
        (("select",), "committee-selection-seats-2020"), (("adjust",), "committee-adjustment"),
        (("mm-panel", "mutual"), "committee-mutual-panel-2021"), (("pf-panel7", "panel7"), "committee-platform-panel-2021"),
        (("pf-parts", "parts"), "committee-platform-parts-2021"), (("joint",), "committee-joint-tft-2021"),
        (("working",), "working-group-members"), (("guide",), "committee-guideline-tft-2021"), (("tft",), "tft-size"),
        (("panel",), "committee-platform-panel-2018 committee-platform-panel-2021")),
}
# 내외 has no width that could be judged: the tool informs, and shows where documents differ.
OPEN = ("pf-panel", "guide-tft", "tft-guide")
# A condition that is the whole matter: what the tool concludes, not one verdict.
WHOLE = ("strategic-call-2021",)

# Facts by what they are called here: all the names that a writer may use for them.
FACTS: Mapping[str, tuple[str, ...]] = {
    "district": ("district", "자치구"), "orgs": ("nonprofit_orgs", "orgs", "organisations"), "orgs_here": ("orgs_in_district",),
    "for_profit": ("for_profit_orgs",), "grant": ("grant", "grant_year", "grant_won"), "total_cost": ("total_cost",),
    "activity": ("activity_cost",), "capital": ("capital_cost", "capital"), "running": ("unrelated_running_cost", "running_cost"),
    "climate": ("climate",), "applied_on": ("applied_on",), "recipients": ("recipients",), "each": ("each",), "total": ("total",),
    "partner": ("partner_with_district", "partner"), "space": ("space_m2", "space"), "manager": ("manager",), "year": ("year",),
    "selected_in": ("selected_in",), "city": ("city",), "own": ("own",), "other": ("other", "outside"), "tasks": ("tasks_done", "tasks"),
    "body": ("body_named", "body"), "people": ("people",), "general": ("general_mandatory", "general"), "coordinator": ("coordinator",),
    "approved_on": ("approved_on",), "change_on": ("change_on",), "start": ("project_start",), "changes": ("changes",),
    "plan_on": ("plan_on", "plan_submitted_on"), "seals": ("seals", "sealed_by_both"),
    "agreed": ("agreed", "agreed_by_consortium"), "staff": ("full_time", "staff"), "document": ("id_document",), "type": ("type",),
    "workplace": ("workplace",), "attendance": ("attendance",), "meeting": ("committee_meeting",), "report": ("report",), "age": ("age",),
    "seoul": ("seoul",), "jobless": ("unemployed", "unemployed_on_notice_day", "jobless"), "recommended": ("recommended",),
    "training": ("training_hours",), "committee": ("committee", "body_name"), "members": ("members",), "private": ("private",),
    "public": ("public",), "elected": ("elected",), "female": ("female",), "male": ("male",), "appointed": ("appointed",),
    "appointed_female": ("appointed_female",), "appointed_male": ("appointed_male",), "external": ("external",),
    "other_managers": ("other_managers",), "city_seats": ("city_seats",), "districts": ("districts",),
}
# What says nothing that the tool asks: told so that a reader of the score knows.
ASIDE = ("part_time", "consortium", "platform_running", "districts")

COMMITTEES: tuple[tuple[str, str], ...] = (
    ("선정위원회", "committee-selection"), ("협의·조정", "committee-adjustment"), ("협의조정", "committee-adjustment"),
    ("시·구 합동", "committee-joint-tft"), ("시구 합동", "committee-joint-tft"), ("운영지침", "committee-guideline-tft"), ("TFT", "committee-tft"),
    ("민민", "committee-mutual-panel"), ("플랫폼", "committee-platform-panel"), ("워킹", "working-group"))
