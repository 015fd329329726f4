package org.daywatch.planning.meetings.minutes;

import static org.daywatch_db.planning.Tables.MEETING_ATTENDANCE;
import static org.daywatch_db.planning.Tables.SAFETY_MEETING;
import static org.daywatch_db.planning.Tables.TEAM_MEMBER;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.meetings.meeting.Approvers;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingStore;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minutes that wait for this person, who was there, on their first screen. */
@Component
@Transactional(readOnly = true)
class MinutesFirstScreen implements FirstScreenLines {

    private static final int MOST = 3;

    private final DSLContext db;
    private final MeetingStore meetings;
    private final Approvers approvers;
    private final SchoolPlaces places;
    private final Campuses campuses;

    MinutesFirstScreen(DSLContext db, MeetingStore meetings, Approvers approvers, SchoolPlaces places,
            Campuses campuses) {
        this.db = db;
        this.meetings = meetings;
        this.approvers = approvers;
        this.places = places;
        this.campuses = campuses;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        var hand = new Hand(actor.person(), actor.name());
        return waiting(actor).stream().flatMap(id -> meetings.find(id).stream())
                .flatMap(m -> campuses.find(m.schoolId()).filter(school -> approvers.of(m, school).mayPress(hand))
                        .map(school -> new Line(false,
                                page.t("minutes.first", school.name(), page.when().date(m.day())),
                                page.t("minutes.first.act"), "/team/meetings/" + m.id() + "/approval"))
                        .stream())
                .toList();
    }

    /** Few, and found quickly: whether they may approve them is asked one by one. */
    private List<UUID> waiting(Actor actor) {
        var s = SAFETY_MEETING;
        var a = MEETING_ATTENDANCE;
        var m = TEAM_MEMBER;
        Condition theirs = m.PERSON.eq(actor.person())
                .or(m.PERSON.isNull().and(DSL.lower(m.NAME).eq(actor.name().toLowerCase(java.util.Locale.ROOT))));
        if (actor.role() == Role.OFFICER) theirs = theirs.or(m.OFFICER_ID.isNotNull());
        return db.selectDistinct(s.ID, s.DAY).from(s).join(a)
                .on(a.AGENCY_ID.eq(s.AGENCY_ID), a.MEETING_ID.eq(s.ID), a.PRESENCE.eq("PRESENT")).join(m)
                .on(m.AGENCY_ID.eq(a.AGENCY_ID), m.ID.eq(a.MEMBER_ID))
                .where(s.STATE.eq("HELD")).and(theirs).and(s.CLOSED_PERSON.isDistinctFrom(actor.person()))
                .and(places.only(actor).map(s.SCHOOL_ID::in).orElse(DSL.noCondition())).orderBy(s.DAY.desc(), s.ID)
                .limit(MOST).fetch(s.ID);
    }
}
