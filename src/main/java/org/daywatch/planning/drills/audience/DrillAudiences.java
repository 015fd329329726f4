package org.daywatch.planning.drills.audience;

import static org.daywatch_db.planning.Tables.DRILL_AUDIENCE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.audience.DrillAudience.Group;
import org.daywatch.planning.drills.audience.DrillAudience.Way;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch_db.planning.tables.records.DrillAudienceRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What schools have said about it, by kind of drill and from a day on. */
@Repository
@Transactional
public class DrillAudiences {

    private static final String ANY = "DRILL:ANY";

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    DrillAudiences(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param kind null for every kind that has no line of its own */
    public record Line(@Nullable DrillKind kind, LocalDate from, DrillAudience audience, String by) {}

    /** What holds for a drill of this kind on this day: what was said last of its kind, else of all kinds. */
    @Transactional(readOnly = true)
    public DrillAudience at(UUID school, DrillKind kind, LocalDate day) {
        return holding(lines(school), kind, day).map(Line::audience).orElse(DrillAudience.EVERYBODY);
    }

    public static Optional<Line> holding(List<Line> lines, DrillKind kind, LocalDate day) {
        return lines.stream().filter(l -> (l.kind() == kind || l.kind() == null) && !l.from().isAfter(day))
                .max(Comparator.comparing((Line l) -> l.kind() != null).thenComparing(Line::from));
    }

    /** By kind, and of one kind the newest first. */
    @Transactional(readOnly = true)
    List<Line> lines(UUID school) {
        return db.selectFrom(DRILL_AUDIENCE).where(DRILL_AUDIENCE.SCHOOL_ID.eq(school))
                .orderBy(DRILL_AUDIENCE.DRILL, DRILL_AUDIENCE.VALID_FROM.desc()).fetch(DrillAudiences::line);
    }

    private static Line line(DrillAudienceRecord r) {
        var people = Arrays.stream(r.getPeople()).map(Group::valueOf).collect(Collectors.toSet());
        var ways = Arrays.stream(r.getWays()).map(Way::valueOf).collect(Collectors.toSet());
        return new Line(DrillKind.of(r.getDrill()).orElse(null), r.getValidFrom(), new DrillAudience(people, ways),
                r.getSetBy());
    }

    /** Said once more for the same day it takes the place of what was said before. */
    void say(UUID agency, Campus school, @Nullable DrillKind kind, LocalDate from, DrillAudience audience, String by) {
        var people = audience.peopleCodes().toArray(String[]::new);
        var ways = audience.wayCodes().toArray(String[]::new);
        db.insertInto(DRILL_AUDIENCE).set(DRILL_AUDIENCE.AGENCY_ID, agency).set(DRILL_AUDIENCE.SCHOOL_ID, school.id())
                .set(DRILL_AUDIENCE.DRILL, subject(kind))
                .set(DRILL_AUDIENCE.VALID_FROM, from).set(DRILL_AUDIENCE.DISTRICT_ID, school.districtId())
                .set(DRILL_AUDIENCE.PEOPLE, people).set(DRILL_AUDIENCE.WAYS, ways)
                .set(DRILL_AUDIENCE.SET_AT, clock.instant()).set(DRILL_AUDIENCE.SET_BY, by)
                .onConflict(DRILL_AUDIENCE.AGENCY_ID, DRILL_AUDIENCE.SCHOOL_ID, DRILL_AUDIENCE.DRILL,
                        DRILL_AUDIENCE.VALID_FROM)
                .doUpdate()
                .set(DRILL_AUDIENCE.PEOPLE, people).set(DRILL_AUDIENCE.WAYS, ways)
                .set(DRILL_AUDIENCE.SET_AT, clock.instant()).set(DRILL_AUDIENCE.SET_BY, by).execute();
        audit.act("DrillAudienceSet", "school " + school.id(), Map.of("drill", subject(kind), "from", from.toString(),
                "people", String.join(",", people), "ways", String.join(",", ways)));
    }

    /** @return false where there is no such line */
    boolean takeBack(Campus school, @Nullable DrillKind kind, LocalDate from) {
        int gone = db.deleteFrom(DRILL_AUDIENCE).where(DRILL_AUDIENCE.SCHOOL_ID.eq(school.id()))
                .and(DRILL_AUDIENCE.DRILL.eq(subject(kind))).and(DRILL_AUDIENCE.VALID_FROM.eq(from)).execute();
        if (gone == 1)
            audit.act("DrillAudienceTakenBack", "school " + school.id(),
                    Map.of("drill", subject(kind), "from", from.toString()));
        return gone == 1;
    }

    private static String subject(@Nullable DrillKind kind) {
        return kind == null ? ANY : kind.subject();
    }
}
