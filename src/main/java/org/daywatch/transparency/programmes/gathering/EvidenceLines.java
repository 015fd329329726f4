package org.daywatch.transparency.programmes.gathering;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Due;
import org.daywatch.transparency.programmes.meters.Subjects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines behind a figure, with the address of the page that shows each. */
@Component
@Transactional(readOnly = true)
public class EvidenceLines {

    private final DSLContext db;

    EvidenceLines(DSLContext db) {
        this.db = db;
    }

    /** @param people null: not counted. @param evidence address; empty where the line itself is all there is */
    public record Line(UUID id, UUID school, @Nullable UUID officer, LocalDate day, String kind, String subject, int minutes, @Nullable Integer people, boolean onCampus, String reason,
            String note, String source, String evidence) {}

    /** @param subjects as a requirement names them; ON_CAMPUS asks for paid time; empty: everything. @param post null: any */
    public record Asked(List<UUID> schools, @Nullable UUID officer, @Nullable UUID post, String subjects, LocalDate from, LocalDate to) {}

    /** What was done for something that is due on days counts for it under another name too, such as a lockdown drill among the emergency drills. */
    public List<Line> of(Asked asked, Collection<Due> due) {
        var done = due.stream().filter(d -> d.requirement().subject().equals(asked.subjects) && !d.evidence().isEmpty()).map(Due::evidence).collect(Collectors.toSet());
        if (done.isEmpty()) return of(asked);
        return of(new Asked(asked.schools, asked.officer, asked.post, "", asked.from, asked.to)).stream()
                .filter(l -> Subjects.counts(asked.subjects, l.subject()) || !l.subject().isEmpty() && done.contains(l.evidence())).toList();
    }

    /** In the order of days. Subjects are compared as the meters compare them. */
    public List<Line> of(Asked asked) {
        boolean time = asked.subjects.startsWith("ON_CAMPUS");
        return db.selectFrom(ACTIVITY).where(which(asked, time)).orderBy(ACTIVITY.DAY, ACTIVITY.STARTS_AT, ACTIVITY.ID)
                .fetch(r -> new Line(r.getId(), r.getSchoolId(), r.getOfficerId(), r.getDay(), r.getKind(), r.getSubject(), r.getMinutes(), r.getPeople(), r.getOnCampus(), r.getReason(),
                        r.getNote(), r.getSource(), r.getEvidence()))
                .stream().filter(l -> time || asked.subjects.isEmpty() || Subjects.counts(asked.subjects, l.subject())).toList();
    }

    private static Condition which(Asked asked, boolean time) {
        var which = ACTIVITY.SCHOOL_ID.eq(DSL.any(asked.schools.toArray(UUID[]::new))).and(ACTIVITY.DAY.between(asked.from, asked.to)).and(ACTIVITY.WITHDRAWN_AT.isNull());
        if (asked.officer != null) which = which.and(ACTIVITY.OFFICER_ID.eq(asked.officer));
        if (asked.post != null) which = which.and(ACTIVITY.FUNDED_POST_ID.eq(asked.post).or(ACTIVITY.FUNDED_POST_ID.isNull()));
        return time ? which.and(ACTIVITY.KIND.in("ON_POST", "OFF_CAMPUS")) : which;
    }
}
