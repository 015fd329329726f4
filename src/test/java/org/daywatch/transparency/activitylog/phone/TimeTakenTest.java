package org.daywatch.transparency.activitylog.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.transparency.TransparencyRefusal;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.assembly.ClockLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A shift from seven to three, in court from nine to half past ten. */
class TimeTakenTest {

    private static final Instant SEVEN = Instant.parse("2026-11-09T07:00:00Z");
    private static final UUID OFFICER = new UUID(0, 3);
    private static final ClockRecord SHIFT = shift(480);

    @Test
    void aLessonInsideTheTimeOnCampusIsFree() {
        assertThat(taken(ActivityKind.LESSON_COHORT, 0, 50)).isEmpty();
        assertThat(taken(ActivityKind.LESSON_COHORT, 430, 50)).as("to the minute of the check-out").isEmpty();
    }

    @Test
    void aLessonAfterTheCheckOutOrInCourtIsRefusedAndSaysWhy() {
        assertThat(taken(ActivityKind.LESSON_UNIVERSAL, 450, 50)).hasValueSatisfying(t -> {
            assertThat(t.why()).isEqualTo(TransparencyRefusal.LOG_OUTSIDE_SHIFT);
            assertThat(t.to()).isEqualTo(at(480));
        });
        assertThat(taken(ActivityKind.LESSON_COHORT, 100, 50)).hasValueSatisfying(t -> {
            assertThat(t.why()).isEqualTo(TransparencyRefusal.LOG_WHILE_AWAY);
            assertThat(t.what()).isEqualTo("Court");
        });
        assertThat(taken(ActivityKind.OFF_CAMPUS, 200, 30)).as("the clock has that absence already")
                .hasValueSatisfying(t -> assertThat(t.why()).isEqualTo(TransparencyRefusal.LOG_WHILE_AWAY));
    }

    @Test
    void theSecondLessonOfOneHourNamesTheFirst() {
        var civics = typed(ActivityKind.LESSON_COHORT, 300, 50);
        assertThat(TimeTaken.of(ActivityKind.LESSON_UNIVERSAL, at(340), at(370), List.of(SHIFT), List.of(civics)))
                .hasValueSatisfying(t -> {
                    assertThat(t.why()).isEqualTo(TransparencyRefusal.LOG_TIME_TAKEN);
                    assertThat(t.what()).isEqualTo("Civics, period 3");
                    assertThat(t.from()).isEqualTo(at(300));
                });
        assertThat(TimeTaken.of(ActivityKind.LESSON_UNIVERSAL, at(350), at(370), List.of(SHIFT), List.of(civics)))
                .as("one ends, the next begins").isEmpty();
    }

    @Test
    void whatCountsForNoProgramMayOverlap() {
        assertThat(TimeTaken.of(ActivityKind.LUNCH, at(300), at(330), List.of(SHIFT),
                List.of(typed(ActivityKind.LESSON_COHORT, 300, 50)))).isEmpty();
        assertThat(taken(ActivityKind.MENTORING_TALK, 100, 15)).isEmpty();
    }

    /**
     * Whatever an officer types, lessons are never more than their time on campus, and that never more than their time
     * paid.
     */
    @Property(tries = 300)
    void lessonsAreAtMostTheTimeOnCampusAndThatAtMostTheTimePaid(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 560) Integer> starts,
            @ForAll @IntRange(min = 1, max = 120) int minutes, @ForAll @IntRange(min = 1, max = 5) int every) {
        var accepted = new ArrayList<Activity>();
        for (int i = 0; i < starts.size(); i++) {
            var kind = i % every == 0
                    ? ActivityKind.OFF_CAMPUS
                    : i % 2 == 0 ? ActivityKind.LESSON_COHORT : ActivityKind.LESSON_UNIVERSAL;
            if (TimeTaken.of(kind, at(starts.get(i)), at(starts.get(i) + minutes), List.of(SHIFT), accepted).isEmpty())
                accepted.add(typed(kind, starts.get(i), minutes));
        }
        var away = accepted.stream().filter(a -> a.kind() == ActivityKind.OFF_CAMPUS)
                .map(a -> new Stretch(a.from(), a.to(), a.reason())).toList();
        var clocked = ClockLines.of(SHIFT, ZoneOffset.UTC, away);
        int onCampus = sum(clocked, ActivityKind.ON_POST);
        int paid = onCampus + sum(clocked, ActivityKind.OFF_CAMPUS) + sum(accepted, ActivityKind.OFF_CAMPUS);
        assertThat(sum(accepted, ActivityKind.LESSON_COHORT) + sum(accepted, ActivityKind.LESSON_UNIVERSAL))
                .isLessThanOrEqualTo(onCampus);
        assertThat(paid).isEqualTo(480);
    }

    /** A punch corrected afterward may lay the clock's absence over one that was typed: it is one absence. */
    @Property(tries = 300)
    void anAbsenceThatIsTypedAndClockedIsPaidOnce(@ForAll @IntRange(min = 0, max = 400) int start,
            @ForAll @IntRange(min = 1, max = 80) int minutes) {
        var away = new Stretch(at(start), at(start + minutes), "Training");
        var clocked = ClockLines.of(SHIFT, ZoneOffset.UTC, List.of(away));
        assertThat(sum(clocked, ActivityKind.ON_POST) + sum(clocked, ActivityKind.OFF_CAMPUS) + minutes).isEqualTo(480);
    }

    private static Optional<TimeTaken> taken(ActivityKind kind, int from, int minutes) {
        return TimeTaken.of(kind, at(from), at(from + minutes), List.of(SHIFT), List.of());
    }

    private static int sum(List<Activity> lines, ActivityKind kind) {
        return lines.stream().filter(l -> l.kind() == kind).mapToInt(Activity::minutes).sum();
    }

    private static Activity typed(ActivityKind kind, int from, int minutes) {
        var details = new Details(20, kind.lesson() ? "Civics, period 3" : "", null, null, null, "");
        return new Activity(OFFICER, OFFICER, OFFICER, at(from).atZone(ZoneOffset.UTC).toLocalDate(), at(from),
                at(from + minutes), minutes, kind, kind.subject(),
                kind == ActivityKind.OFF_CAMPUS ? "Training" : "", details, Source.TYPED, "", "");
    }

    private static ClockRecord shift(@Nullable Integer minutes) {
        return new ClockRecord(OFFICER, OFFICER, OFFICER, OFFICER, OFFICER, "Dana Reyes", at(0),
                minutes == null ? null : at(minutes), List.of(new Stretch(at(120), at(210), "Court")), List.of());
    }

    private static Instant at(int minute) {
        return SEVEN.plusSeconds(60L * minute);
    }
}
