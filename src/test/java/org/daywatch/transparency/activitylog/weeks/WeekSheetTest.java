package org.daywatch.transparency.activitylog.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.PaperText;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.Kept;
import org.daywatch.transparency.activitylog.WeekSums;
import org.daywatch.transparency.activitylog.timeuse.TimeUse;
import org.junit.jupiter.api.Test;

/** What a reviewer reads on the paper of a week. */
class WeekSheetTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant SEVEN = Instant.parse("2026-11-09T14:00:00Z"); // in Phoenix
    private static final WeeklyLog LOG = new WeeklyLog(ID, ID, ID, ID, ID, ID, "Dana Vega", LocalDate.of(2026, 11, 9),
            new WeeklyLog.State.Locked(new WeeklyLog.Signature(ID, "Dana Vega", SEVEN),
                    new WeeklyLog.Signature(ID, "Morgan Sage", SEVEN)),
            3);

    private final Page page;

    WeekSheetTest() throws IOException {
        page = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null, "/",
                false, 0,
                Map.of(), Map.of());
    }

    @Test
    void thePaperTellsTheWeekItsMinutesBothSignaturesAndTheRulesItIsKeptFor() throws IOException {
        var bytes = WeekSheet.of(page, List.of(view(List.of("AZ-SSP-LOG@2000-01-01", "AZ-SSP-LRE@2000-01-01"))));
        Files.write(Files.createDirectories(Path.of("target/paper")).resolve("weekly-log.pdf"), bytes);
        var text = PaperText.of(bytes);
        assertThat(text).contains("Weekly activity log", "Dana Vega", "Ocotillo High", "Signed by both",
                "Civics, period 3", "Court, subpoena",
                "Signed by Dana Vega", "Signed for the school by Morgan Sage", "0123456789ab");
        assertThat(text).as("an hour of 50 minutes, and what was prepared for it apart").contains("50 min", "0.83 h",
                "30 min");
        assertThat(text).as("of 420 minutes paid 350 on campus").contains("350 min", "83%");
        assertThat(text).contains("Rules applied AZ-SSP-LOG@2000-01-01, AZ-SSP-LRE@2000-01-01");
        assertThat(text).as("what was withdrawn is not on it").doesNotContain("Typed twice");
    }

    @Test
    void whereNoProgramAsksThePaperSaysSo() {
        assertThat(PaperText.of(WeekSheet.of(page, List.of(view(List.of())))))
                .contains("Rules applied No program requires it here");
    }

    private static OfficerWeekView view(List<String> rules) {
        var gone = new Kept(new UUID(0, 9), line(ActivityKind.LUNCH, 0, 20, "", "Typed twice"), null, null, SEVEN,
                new Kept.Withdrawal(SEVEN, "Typed twice"));
        var lines = List.of(kept(1, clock(ActivityKind.ON_POST, 0, 350, "")),
                kept(2, clock(ActivityKind.OFF_CAMPUS, 350, 70, "Court, subpoena")),
                kept(3, line(ActivityKind.LESSON_COHORT, 60, 50, "Civics, period 3", "")),
                kept(4, line(ActivityKind.LESSON_PREPARATION, 120, 30, "", "")), gone);
        var steps = List.of(
                new WeeklyLogStore.Step(SEVEN.plusSeconds(9000), "SIGNED", "Dana Vega", "", 4, 350, "0123456789abcdef"),
                new WeeklyLogStore.Step(SEVEN.plusSeconds(9600), "LOCKED", "Morgan Sage", "", 4, 350,
                        "0123456789abcdef"));
        return new OfficerWeekView(LOG,
                new Campus(ID, ID, "Ocotillo High", "AZ", SchoolLevel.HIGH, ZoneId.of("America/Phoenix")), lines, steps,
                TimeUse.of(WeekSums.of(lines)), rules);
    }

    private static Kept kept(int id, Activity what) {
        return new Kept(new UUID(0, id), what, null, null, SEVEN, null);
    }

    private static Activity clock(ActivityKind kind, int after, int minutes, String reason) {
        return activity(kind, after, minutes, reason, Details.NONE, Source.CLOCK);
    }

    private static Activity line(ActivityKind kind, int after, int minutes, String label, String note) {
        return activity(kind, after, minutes, "", new Details(null, label, null, null, null, note), Source.TYPED);
    }

    private static Activity activity(ActivityKind kind, int after, int minutes, String reason, Details details,
            Source source) {
        var from = SEVEN.plus(after, ChronoUnit.MINUTES);
        return new Activity(ID, ID, ID, LocalDate.of(2026, 11, 9), from, from.plus(minutes, ChronoUnit.MINUTES),
                minutes, kind, kind.subject(), reason, details, source, "", "");
    }
}
