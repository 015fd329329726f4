package org.daywatch.staffing.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Duty from eight to six with leave from ten to two: they are free in the middle, and only there.
 *
 * <p>A-34 of docs/security.
 */
@DaywatchIT
class LeaveCutsDutyIT {

    private static final Instant EIGHT = Instant.parse("2026-09-01T15:00:00Z");

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerStore storedOfficers;
    @Autowired DepartmentTerms terms;
    @Autowired HourCommands hours;
    @Autowired HourBatch batch;
    @Autowired BusyTimes busy;

    private Story.Cast cast;
    private UUID dana;
    private UUID person;

    @BeforeEach
    void anOfficer() {
        cast = story.cast();
        dana = story.as(cast.agency(), () -> new Field(db, officers, terms).officer(cast, "100"));
        person = story.as(cast.agency(), () -> storedOfficers.get(dana).personId());
    }

    @Test
    void leaveRecordedAfterTheDutyFreesTheMiddleAndNoMore() {
        record(HourKind.DUTY, 0, 10);
        record(HourKind.LEAVE, 2, 6);
        onlyTheMiddleIsFree();
    }

    @Test
    void dutyRecordedAfterTheLeaveTakesOnlyWhatIsWorked() {
        record(HourKind.LEAVE, 2, 6);
        record(HourKind.DUTY, 0, 10);
        onlyTheMiddleIsFree();
    }

    @Test
    void bothFromOneFileAreTakenAlike() {
        story.run(cast.agency(),
                () -> assertThat(
                        batch.record(List.of(entry(HourKind.DUTY, 0, 10), entry(HourKind.LEAVE, 2, 6)), "file"))
                        .hasSize(2));
        onlyTheMiddleIsFree();
    }

    @Test
    void leaveFromAFileCutsDutyThatWasOnFileBefore() {
        record(HourKind.DUTY, 0, 10);
        story.run(cast.agency(), () -> batch.record(List.of(entry(HourKind.LEAVE, 2, 6)), "file"));
        onlyTheMiddleIsFree();
    }

    @Test
    void dutyOfWhichOnePartIsTakenIsRefusedWhollyAndTakesNothing() {
        record(HourKind.LEAVE, 2, 6);
        elsewhere(8, 9);
        story.run(cast.agency(),
                () -> assertThat(batch.record(List.of(entry(HourKind.DUTY, 0, 10)), "file")).isEmpty());
        assertThatCode(() -> elsewhere(0, 2)).doesNotThrowAnyException();
    }

    @Test
    void whenTheLeaveIsTakenBackTheDutyIsWholeAgain() {
        record(HourKind.DUTY, 0, 10);
        var leave = record(HourKind.LEAVE, 2, 6);
        story.run(cast.agency(), () -> hours.remove(leave));
        assertThatThrownBy(() -> elsewhere(3, 5)).isInstanceOf(Refused.class);
    }

    private void onlyTheMiddleIsFree() {
        assertThatCode(() -> elsewhere(2, 6)).doesNotThrowAnyException();
        assertThatThrownBy(() -> elsewhere(1, 2)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> elsewhere(6, 7)).isInstanceOf(Refused.class);
    }

    private UUID record(HourKind kind, int from, int to) {
        return story.as(cast.agency(), () -> hours.record(dana, kind, window(from, to), true, "duty roster", null));
    }

    private HourBatch.Entry entry(HourKind kind, int from, int to) {
        return new HourBatch.Entry(dana, person, cast.department(), kind, window(from, to), true, Ids.next());
    }

    private void elsewhere(int from, int to) {
        story.run(story.cast().agency(), () -> busy.reserve(person, window(from, to), Ids.next()));
    }

    private static Window window(int from, int to) {
        return new Window(EIGHT.plus(Duration.ofHours(from)), EIGHT.plus(Duration.ofHours(to)));
    }
}
