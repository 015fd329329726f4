package org.daywatch.transparency.programs.totals;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
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

    /**
     * @param post null: none is named. @param people null: not counted. @param evidence address; empty where the line
     * itself is all there is
     */
    public record Line(UUID id, UUID school, @Nullable UUID officer, @Nullable UUID post, LocalDate day, String kind,
            String subject, int minutes, @Nullable Integer people, boolean onCampus,
            String reason, String note, String source, String evidence) {

        /** Paid time: these lines never overlap, and every other line lies inside them. */
        public boolean clock() {
            return kind.equals("ON_POST") || kind.equals("OFF_CAMPUS");
        }
    }

    /** What a figure of these schools, read together, is the sum of; in the order of days. */
    public List<Line> of(Collection<SchoolMeters> schools, Figure figure) {
        if (schools.isEmpty()) return List.of();
        var from = schools.stream().map(FigureLines::earliest).min(LocalDate::compareTo).orElseThrow();
        var all = of(schools.stream().map(m -> m.school().id()).toList(), from, schools.iterator().next().asOf());
        return schools.stream()
                .flatMap(m -> FigureLines
                        .of(m, figure, all.stream().filter(l -> l.school().equals(m.school().id())).toList()).stream())
                .sorted(java.util.Comparator.comparing(Line::day)).toList();
    }

    /** Everything that stands, in the order of days. */
    public List<Line> of(Collection<UUID> schools, LocalDate from, LocalDate to) {
        return db.selectFrom(ACTIVITY).where(ACTIVITY.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .and(ACTIVITY.DAY.between(from, to)).and(ACTIVITY.WITHDRAWN_AT.isNull())
                .orderBy(ACTIVITY.DAY, ACTIVITY.STARTS_AT, ACTIVITY.ID)
                .fetch(r -> new Line(r.getId(), r.getSchoolId(), r.getOfficerId(), r.getFundedPostId(), r.getDay(),
                        r.getKind(),
                        r.getSubject(), r.getMinutes(), r.getPeople(), r.getOnCampus(), r.getReason(), r.getNote(),
                        r.getSource(), r.getEvidence()));
    }
}
