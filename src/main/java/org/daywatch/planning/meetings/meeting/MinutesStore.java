package org.daywatch.planning.meetings.meeting;

import static org.daywatch_db.planning.Tables.DECISION_VOICE;
import static org.daywatch_db.planning.Tables.MEETING_ATTENDANCE;
import static org.daywatch_db.planning.Tables.MEETING_DECISION;
import static org.daywatch_db.planning.Tables.MEETING_ITEM;

import java.time.Clock;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.meetings.meeting.AgendaItem.About;
import org.daywatch.planning.meetings.meeting.Attendance.Presence;
import org.daywatch.planning.meetings.meeting.TeamDecision.Heard;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a meeting talks about, who was there and what was decided, as rows. Whoever writes holds the meeting's lock. */
@Repository
@Transactional
public class MinutesStore {

    private final DSLContext db;
    private final TeamStore team;
    private final Clock clock;

    MinutesStore(DSLContext db, TeamStore team, Clock clock) {
        this.db = db;
        this.team = team;
        this.clock = clock;
    }

    /** Agenda of a new meeting: the four duties. */
    public void begin(SafetyTeamMeeting m) {
        for (var duty : Duty.values()) if (duty != Duty.OWN) add(m, duty, "", About.NOTHING, null);
    }

    public void add(SafetyTeamMeeting m, Duty duty, String title, About about, @Nullable UUID aboutId) {
        var i = MEETING_ITEM;
        int last = db.select(DSL.coalesce(DSL.max(i.POSITION), DSL.inline(0))).from(i).where(i.MEETING_ID.eq(m.id()))
                .fetchSingle().value1();
        db.insertInto(i).set(i.AGENCY_ID, m.agencyId()).set(i.ID, Ids.next()).set(i.DISTRICT_ID, m.districtId())
                .set(i.MEETING_ID, m.id()).set(i.POSITION, last + 1)
                .set(i.DUTY, duty.name()).set(i.TITLE, title.strip())
                .set(i.ABOUT, about == About.NOTHING ? "" : about.name()).set(i.ABOUT_ID, aboutId).execute();
    }

    /** Takes an own item off again, unless something was written about it. @return whether it was there */
    public boolean remove(UUID meeting, UUID item) {
        var i = MEETING_ITEM;
        return db.deleteFrom(i).where(i.MEETING_ID.eq(meeting)).and(i.ID.eq(item)).and(i.DUTY.eq(Duty.OWN.name()))
                .and(i.NOTES.eq("")).execute() > 0;
    }

    @Transactional(readOnly = true)
    public List<AgendaItem> items(UUID meeting) {
        return db.selectFrom(MEETING_ITEM).where(MEETING_ITEM.MEETING_ID.eq(meeting))
                .orderBy(MEETING_ITEM.POSITION, MEETING_ITEM.ID)
                .fetch(r -> new AgendaItem(r.getId(), r.getPosition(), Duty.valueOf(r.getDuty()), r.getTitle(),
                        r.getAbout().isEmpty() ? About.NOTHING : About.valueOf(r.getAbout()),
                        r.getAboutId(), r.getDealt(), r.getNotes(), r.getWrittenBy()));
    }

    /** @param seen mark of the notes its writer saw when they began */
    public record Written(UUID item, boolean dealt, String seen, String notes) {}

    public void write(SafetyTeamMeeting m, List<Written> written, String by) {
        var stored = items(m.id());
        for (var w : written) {
            stored.stream().filter(item -> item.id().equals(w.item())).findFirst().ifPresent(item -> {
                String merged = MergedNotes.of(item.notes(), w.seen(), w.notes(), by);
                if (merged.equals(item.notes()) && w.dealt() == item.dealt()) return;
                var i = MEETING_ITEM;
                var changed = db.update(i).set(i.DEALT, w.dealt()).set(i.NOTES, merged);
                if (!merged.equals(item.notes())) changed.set(i.WRITTEN_BY, by).set(i.WRITTEN_AT, clock.instant());
                changed.where(i.ID.eq(item.id())).execute();
            });
        }
    }

    /** Members on the meeting's day, each with whether they were there. */
    @Transactional(readOnly = true)
    public List<Attendance> attendance(SafetyTeamMeeting m) {
        var said = db.selectFrom(MEETING_ATTENDANCE).where(MEETING_ATTENDANCE.MEETING_ID.eq(m.id()))
                .fetchMap(MEETING_ATTENDANCE.MEMBER_ID);
        return team.of(m.schoolId()).stream().filter(member -> member.on(m.day()) || said.containsKey(member.id()))
                .map(member -> {
                    var r = said.get(member.id());
                    return r == null
                            ? new Attendance(member, null, null, null)
                            : new Attendance(member, Presence.valueOf(r.getPresence()), r.getCame(), r.getWent());
                }).toList();
    }

    public record Marked(UUID member, Presence presence, @Nullable LocalTime came, @Nullable LocalTime went) {}

    /** Only members of this school's team on that day are marked; others are left out. */
    public void mark(SafetyTeamMeeting m, List<Marked> marks) {
        var members = attendance(m).stream().map(a -> a.member().id()).toList();
        var a = MEETING_ATTENDANCE;
        for (var mark : marks) {
            if (!members.contains(mark.member())) continue;
            boolean there = mark.presence() == Presence.PRESENT;
            db.insertInto(a).set(a.AGENCY_ID, m.agencyId()).set(a.MEETING_ID, m.id()).set(a.MEMBER_ID, mark.member())
                    .set(a.DISTRICT_ID, m.districtId())
                    .set(a.PRESENCE, mark.presence().name()).set(a.CAME, there ? mark.came() : null)
                    .set(a.WENT, there ? mark.went() : null)
                    .onConflict(a.AGENCY_ID, a.MEETING_ID, a.MEMBER_ID).doUpdate()
                    .set(a.PRESENCE, mark.presence().name()).set(a.CAME, there ? mark.came() : null)
                    .set(a.WENT, there ? mark.went() : null).execute();
        }
    }

    @Transactional(readOnly = true)
    public List<TeamDecision> decisions(UUID meeting) {
        var d = MEETING_DECISION;
        var v = DECISION_VOICE;
        var voices = db.select(v.DECISION_ID, v.WHO, v.HEARD, v.HOW, v.SAID).from(v).join(d)
                .on(d.AGENCY_ID.eq(v.AGENCY_ID), d.ID.eq(v.DECISION_ID)).where(d.MEETING_ID.eq(meeting))
                .fetchGroups(v.DECISION_ID);
        return db.selectFrom(d).where(d.MEETING_ID.eq(meeting)).orderBy(d.AT, d.ID).fetch(r -> {
            var heard = new EnumMap<Who, Voice>(Who.class);
            if (voices.containsKey(r.getId()))
                for (var row : voices.get(r.getId()))
                    heard.put(Who.valueOf(row.get(v.WHO)),
                            new Voice(Heard.valueOf(row.get(v.HEARD)), row.get(v.HOW), row.get(v.SAID)));
            return new TeamDecision(r.getId(), r.getWords(), r.getAt(), r.getByName(), heard);
        });
    }

    public void decide(SafetyTeamMeeting m, String words, Map<Who, Voice> voices, String by) {
        UUID id = Ids.next();
        var d = MEETING_DECISION;
        db.insertInto(d).set(d.AGENCY_ID, m.agencyId()).set(d.ID, id).set(d.DISTRICT_ID, m.districtId())
                .set(d.MEETING_ID, m.id()).set(d.WORDS, words).set(d.AT, clock.instant())
                .set(d.BY_NAME, by).execute();
        var v = DECISION_VOICE;
        voices.forEach((who, voice) -> db.insertInto(v).set(v.AGENCY_ID, m.agencyId()).set(v.DECISION_ID, id)
                .set(v.DISTRICT_ID, m.districtId()).set(v.WHO, who.name())
                .set(v.HEARD, voice.heard().name()).set(v.HOW, voice.how()).set(v.SAID, voice.said()).execute());
    }
}
