package org.daywatch.mentoring.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.mentoring.Tables.LOST_MEETING;
import static org.daywatch_db.mentoring.Tables.MEETING_TIME;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.mentoring.mentors.Mentors;
import org.daywatch.mentoring.times.LostMeetings;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** They meet every Monday; the teacher knows, and whoever cannot come is missed before the student waits. */
@DaywatchIT
class MeetingTimesIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired LostMeetings meetings;
    @Autowired Mentors mentors;
    @Autowired ShiftCommands shifts;
    private MentoringStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit officer;

    @BeforeEach
    void aMatch() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new MentoringStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        officer = story.visit(story.officer.person(), Role.OFFICER);
        story.screened();
    }

    private HttpResponse<String> set(String at, String begins, String ends) {
        return counselor.post(at + "/time", "weekday", "MONDAY", "begins", begins, "ends", ends, "place", "Library");
    }

    /** The officer's shift of a Monday. */
    private UUID shift(int week) {
        return told.as(story.day.cast.agency(), () -> db.select(SHIFT.ID).from(SHIFT)
                .where(SHIFT.PERSON_ID.eq(story.officer.person()))
                .and(SHIFT.STARTS_AT.eq(TestClock.START.plus(Duration.ofDays(7L * week)))).fetchSingle(SHIFT.ID));
    }

    private void cancelled(int week) {
        told.run(story.day.cast.agency(), () -> shifts.handle(shift(week), new ShiftCommand.Cancel("No need")));
    }

    private List<String> told() {
        return told.as(story.district(), () -> db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                .where(OUTBOUND_MESSAGE.TOPIC.in("MENTORING_DAY", "MENTORING_SCREENING"))
                .orderBy(OUTBOUND_MESSAGE.ID).fetch(OUTBOUND_MESSAGE.BODY));
    }

    @Test
    void whenAShiftFallsAwayTheCounselorLearnsItAtOnceAndTellsTheStudent() {
        var at = story.matched(counselor, 0);
        assertThat(counselor.get(at).body()).contains("No weekly time is set yet");
        assertThat(set(at, "08:00", "08:30").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Mondays, 8:00", "Library");
        assertThat(officer.get(at + "/session").body()).contains("value=\"08:00\"", "value=\"Library\"");
        cancelled(1);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !told().isEmpty());
        assertThat(told()).singleElement().asString().contains("Aug 10").doesNotContain("Yucca");
        assertThat(counselor.get(at).body()).contains("No meeting on Mon, Aug 10", "I told the student");
        assertThat(counselor.get("/mentoring").body()).contains("Not here Mon, Aug 10");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            story.as(Capacity.SCHOOL_AGENT); // hearing of the shift looked anew at where they stand
            assertThat(officer.get(at).body()).contains("No meeting on Mon, Aug 10", "may not know yet")
                    .doesNotContain("I told the student");
        });
        for (int click = 0; click < 2; click++)
            assertThat(counselor.post(at + "/lost/2026-08-10").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("The student knows").doesNotContain("I told the student");
        assertThat(told.<Integer>as(story.district(), meetings::look)).as("told once").isZero();
        told.run(story.day.cast.agency(),
                () -> db.execute("update staffing.shift set state = 'SCHEDULED', closed_at = null where id = ?",
                        shift(1)));
        assertThat(told.<Integer>as(story.district(), meetings::look)).as("back again").isOne();
        assertThat(told()).last().asString().contains("after all");
        assertThat(counselor.get(at).body()).doesNotContain("No meeting on");
    }

    @Test
    void aRosterWithoutTheMentorIsSeenToo() {
        var at = story.matched(counselor, 0);
        set(at, "08:00", "08:30");
        told.run(story.day.cast.agency(),
                () -> db.execute(
                        """
                update staffing.shift set state = 'CANCELLED', closed_at = accepted_at where starts_at > ?::timestamptz""",
                        "2026-08-11T00:00:00Z"));
        assertThat(told.<Integer>as(story.district(), meetings::look)).as("nobody is planned for those weeks yet")
                .isZero();
        told.run(story.day.cast.agency(), () -> db.execute(
                "update staffing.shift set state = 'SCHEDULED', closed_at = null where id = ?", shift(3)));
        assertThat(told.<Integer>as(story.district(), meetings::look)).as("the week before is planned without them")
                .isOne();
        assertThat(counselor.get(at).body()).contains("No meeting on Mon, Aug 17");
    }

    @Test
    void theTeacherSeesWhoLeavesTheirClassAndNothingElse() {
        var at = story.matched(counselor, 0);
        set(at, "08:00", "08:30");
        var teacher = told.<UUID>as(story.district(), () -> app.getBean(Organizations.class).join(story.district(),
                "teacher0-" + story.day.cast.suffix() + "@story.example", "Teacher Sage", Role.TEACHER,
                story.day.school));
        var page = story.visit(teacher, Role.TEACHER).get("/mentoring/periods").body();
        assertThat(page).contains("Yucca00, Student000", "Mon, Aug 10", "8:00").doesNotContain("Library", "Cholla",
                "Student001");
        assertThat(story.visit(story.teacher, Role.TEACHER).get("/mentoring/periods").body())
                .as("a teacher of other classes").contains("Nobody leaves your class").doesNotContain("Yucca");
        assertThat(counselor.get("/mentoring/periods").statusCode()).isEqualTo(404);
        cancelled(1);
        var visit = story.visit(teacher, Role.TEACHER);
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> visit.get("/mentoring/periods").body().contains("the student stays in class"));
        story.withdrawn(at);
        assertThat(visit.get("/mentoring/periods").body()).doesNotContain("Yucca");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> story.stage(at).equals("CLOSED"));
        assertThat(told.<Integer>as(story.district(), () -> db.fetchCount(MEETING_TIME))).as("its time is free again")
                .isZero();
    }

    @Test
    void whoLosesAPaperMeetsNobodyAndTheCounselorLearnsIt() {
        var at = story.matched(counselor, 0);
        told.run(story.day.cast.agency(), () -> {
            db.update(CREDENTIAL).set(CREDENTIAL.STATE, "SUSPENDED").where(CREDENTIAL.KIND.eq("FINGERPRINT_CARD"))
                    .execute();
            assertThat(mentors.screenAnew()).isOne();
        });
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !told().isEmpty());
        assertThat(told()).singleElement().asString().contains("lost a paper").doesNotContain("Yucca", "Cholla");
        assertThat(counselor.get(at).body()).contains("has lost a paper of their screening");
        assertThat(story.met(officer, at).body()).contains("Sam Cholla", "Be on time three");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute("""
                insert into mentoring.mentor_session (district_id, id, match_id, student_id, mentor_person, day,
                begins_at, ends_at, minutes, most_minutes, place, adult, casel, attendance, body, logged_at)
                select district_id, ?, id, student_id, mentor_person, date '2026-08-03', timestamptz '2026-08-03T14:00Z',
                timestamptz '2026-08-03T14:30Z', 30, 60, 'Library', 'Ms. Reed', 'SELF_AWARENESS', 'MET', body,
                timestamptz '2026-08-03T15:00Z' from mentoring.match""", Ids.next())))
                .hasMessageContaining("screened on that day");
    }

    @Test
    void whatCannotBeIsRefusedAtTheFieldAndByTheTable() {
        var at = story.matched(counselor, 0);
        var other = story.matched(counselor, 1);
        assertThat(set(at, "08:30", "08:00").body()).contains("Library");
        assertThat(set(at, "08:00", "09:30").body()).contains("60 minutes at most", "Library");
        assertThat(set(at, "08:00", "08:30").statusCode()).isEqualTo(302);
        assertThat(set(other, "08:15", "08:45").body()).contains("meets another student at that time");
        assertThat(set(other, "08:30", "09:00").statusCode()).isEqualTo(302);
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute(
                "update mentoring.meeting_time set begins = '08:29' where begins = '08:30'")))
                .hasMessageContaining("mentor_one_time");
        var stranger = story.visit(story.teacher, Role.TEACHER);
        assertThat(stranger.post(at + "/time", "weekday", "MONDAY").statusCode()).isIn(403, 404);
        told.run(story.district(), () -> assertThat(db.fetchCount(LOST_MEETING)).isZero());
        var waits = story.referred(counselor, 2);
        assertThat(set(waits, "10:00", "10:20").statusCode()).isNotEqualTo(302);
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute("""
                insert into mentoring.meeting_time (district_id, match_id, student_id, mentor_person, weekday, begins,
                ends, place, set_on) select district_id, id, student_id, ?, 2, '08:00', '08:20', 'Library',
                date '2026-08-03' from mentoring.match where id = ?""", story.officer.person(),
                MentoringStory.id(waits)))).hasMessageContaining("match that stands");
    }
}
