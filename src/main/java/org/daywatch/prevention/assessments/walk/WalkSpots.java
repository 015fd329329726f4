package org.daywatch.prevention.assessments.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlanStore;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.findings.Finding.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places one may name instead of describing them: rooms, and what is marked on the plans of the site. The plans
 * themselves stay sealed.
 */
@Component
@Transactional(readOnly = true)
public class WalkSpots {

    private static final int LONGEST_PLACE = 120;

    private final SchoolRooms rooms;
    private final SitePlanStore plans;
    private final OnBehalf onBehalf;

    WalkSpots(SchoolRooms rooms, SitePlanStore plans, OnBehalf onBehalf) {
        this.rooms = rooms;
        this.plans = plans;
        this.onBehalf = onBehalf;
    }

    /**
     * @param room of the list; else it is marked on a plan. @param mark where it stands on a plan; null where nobody
     * marked it
     */
    public record Spot(boolean room, UUID id, String label, @Nullable Mark mark) {

        /** As a form sends it. */
        public String value() {
            return (room ? "room " : "mark ") + id;
        }
    }

    /** Marks first: they say where exactly. */
    public List<Spot> of(Campus school) {
        var spots = new ArrayList<Spot>();
        var marked = new HashMap<UUID, Mark>();
        onBehalf.run(school.districtId(),
                () -> plans.ofSchool(school.id()).forEach(plan -> plans.marks(plan.id()).forEach(m -> {
                    var mark = new Mark(plan.id(), m.across(), m.down());
                    if (m.roomId() == null) spots.add(new Spot(false, m.id(), m.label(), mark));
                    else marked.putIfAbsent(m.roomId(), mark);
                })));
        rooms.of(school.id()).forEach(r -> spots.add(new Spot(true, r.id(), r.name(), marked.get(r.id()))));
        return spots;
    }

    /** @param value as a form sends it; empty names none */
    public Optional<Spot> named(Campus school, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : of(school).stream().filter(s -> s.value().equals(value)).findFirst();
    }

    /** As a form names the place of an answer; empty where it was described or tapped. */
    public static String value(Found f) {
        return f.roomId() != null ? "room " + f.roomId() : f.markId() != null ? "mark " + f.markId() : "";
    }

    /**
     * What somebody found. Naming a place says where it is on the plan; a place that was tapped stays where no other is
     * named.
     *
     * @param before what was answered so far
     */
    public Found found(Answer answer, String evidence, String place, @Nullable Spot spot, @Nullable Found before,
            Instant at, String by, UUID person) {
        boolean tapped = before != null && before.roomId() == null && before.markId() == null;
        var mark = spot != null ? spot.mark() : tapped ? before.mark() : null;
        String where = !place.isEmpty() || spot == null
                ? place
                : spot.label().length() <= LONGEST_PLACE ? spot.label() : spot.label().substring(0, LONGEST_PLACE);
        return new Found(answer, evidence, where, spot != null && spot.room() ? spot.id() : null,
                spot != null && !spot.room() ? spot.id() : null, mark, at, by, person);
    }
}
