package org.daywatch.planning.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.planning.Tables.IMPROVEMENT;
import static org.daywatch_db.planning.Tables.SAFETY_MEETING;
import static org.daywatch_db.planning.Tables.TEAM_MEMBER;

import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.programs.posts.Members;
import org.daywatch.planning.meetings.meeting.AgendaItem;
import org.daywatch.planning.meetings.meeting.Duty;
import org.daywatch.planning.meetings.meeting.MeetingQueries;
import org.daywatch.planning.meetings.meeting.MergedNotes;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.meetings.team.TeamRole;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A team, its meeting and its minutes, against a real database and over HTTP, as a principal without script does it.
 */
@DaywatchIT
class SafetyTeamIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired MeetingQueries queries;
    @Autowired MinutesStore minutes;
    @Autowired TeamStore team;
    @Autowired Members members;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;

    @BeforeEach
    void aSchoolAndItsPrincipal() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.cast.mesquite(), day.school);
    }

    @Test
    void aMeetingIsCalledHeldWithQuorumWrittenAndApproved() {
        member(TeamRole.PRINCIPAL, "Morgan Sage");
        member(TeamRole.PREVENTION_COORDINATOR, "Lupe Ford");
        String own = "/team/meetings/" + call();
        var items = items(own);
        assertThat(items).extracting(AgendaItem::duty).containsExactly(Duty.ASSESS_NEEDS, Duty.USE_OF_OFFICERS,
                Duty.PREVENTION, Duty.RECOMMENDATIONS);
        assertThat(principal.get(own + "/minutes").body()).contains("Morgan Sage", "Lupe Ford", "End of meeting");
        var saved = principal.post(own + "/minutes", fields(items.getFirst(), "", "The east stairs.", "act", "save"));
        assertThat(saved.statusCode()).isEqualTo(302);
        over();
        var closed = principal.post(own + "/minutes", fields(items.getFirst(), MergedNotes.mark("The east stairs."),
                "The east stairs are rough.", "act", "close", "from", "06:00", "to", "06:45"));
        assertThat(closed.headers().firstValue("location").orElse("")).endsWith(own);
        var page = principal.get(own).body();
        assertThat(page).contains("Quorum", "Every required seat was filled at the same time for 45 minutes.",
                "The east stairs are rough.", "A.R.S. 15-154");
        principal.post(own + "/approval");
        assertThat(state(own)).as("they closed it, and they are no member who was there").isEqualTo("HELD");
        String lupe = story.as(day.cast.agency(), () -> team.of(day.school)).stream()
                .filter(m -> m.name().equals("Lupe Ford")).findFirst().orElseThrow().id().toString();
        assertThat(page).contains("None of the other people who attended has an account");
        principal.post(own + "/approval", "member", lupe);
        assertThat(principal.get(own).body()).contains("Minutes approved by Lupe Ford", "recorded by principal");
        assertThat(principal.post(own + "/minutes", fields(items.getFirst(), "", "Afterward.", "act", "save"))
                .statusCode()).as("approved minutes stand").isEqualTo(409);
        assertThat(principal.get(own + "/minutes.pdf").headers().firstValue("content-type").orElse(""))
                .isEqualTo("application/pdf");
        assertThat(PaperText.of(principal.bytes(own + "/minutes.pdf")))
                .as("who was there, that it was a quorum, what was said and who approved it")
                .contains("Morgan Sage", "Lupe Ford", "Every required seat was filled at the same time for 45 minutes.",
                        "The east stairs are rough.", "A.R.S. 15-154", "Minutes approved by Lupe Ford",
                        "recorded by principal");
    }

    @Test
    void aMeetingIsNotClosedBeforeItIsOverAndATeacherWhoWasThereApprovesItsMinutes() {
        var quinn = member("Quinn Marlow", Role.TEACHER, day.cast.mesquite(), day.school);
        var other = member("Other Teacher", Role.TEACHER, day.cast.mesquite(), day.school);
        member(TeamRole.PRINCIPAL, "principal");
        member(TeamRole.TEACHER, "Quinn Marlow, Teacher");
        String own = "/team/meetings/" + call();
        var early = principal.post(own + "/minutes",
                fields(items(own).getFirst(), "", "Needs.", "act", "close", "from", "06:00", "to", "06:45"));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("which is in the future", "Needs.");
        over();
        principal.post(own + "/minutes", fields(items(own).getFirst(), MergedNotes.mark("Needs."), "Needs.", "act",
                "close", "from", "06:00", "to", "06:45"));
        assertThat(state(own)).isEqualTo("HELD");
        principal.post(own + "/approval");
        assertThat(state(own)).as("not by whoever closed it").isEqualTo("HELD");
        assertThat(other.get(own + "/approval").statusCode()).as("she was not there").isEqualTo(404);
        assertThat(other.post(own + "/approval").statusCode()).isEqualTo(404);
        assertThat(quinn.get(own).statusCode()).as("the team's own pages stay closed to her").isEqualTo(403);
        assertThat(quinn.get(own + "/approval").body()).contains("Needs.", "Approve minutes");
        assertThat(quinn.get("/inbox").body()).contains("approve the minutes of");
        quinn.post(own + "/approval");
        assertThat(principal.get(own).body()).contains("Minutes approved by Quinn Marlow");
    }

    @Test
    void withoutThePreventionCoordinatorThereIsNoQuorumAndThePageSaysWhoIsMissing() {
        member(TeamRole.PRINCIPAL, "Morgan Sage");
        String own = "/team/meetings/" + call();
        over();
        principal.post(own + "/minutes",
                fields(items(own).getFirst(), "", "Needs.", "act", "close", "from", "06:00", "to", "06:45"));
        assertThat(principal.get(own).body()).contains("No quorum", "Missing: Prevention coordinator.");
        assertThat(principal.get("/team/meetings.csv").body()).contains(",HELD,false,0");
    }

    @Test
    void whatTwoPeopleWriteUnderOneItemBothStands() {
        member(TeamRole.PRINCIPAL, "Morgan Sage");
        String own = "/team/meetings/" + call();
        var item = items(own).getFirst();
        var director = member("director", Role.SAFETY_DIRECTOR, day.cast.mesquite(), null);
        principal.post(own + "/minutes", fields(item, MergedNotes.mark(""), "Parents ask for a guard.", "act", "save"));
        director.post(own + "/minutes", fields(item, MergedNotes.mark(""), "Gate 3 is broken.", "act", "save"));
        assertThat(items(own).getFirst().notes())
                .isEqualTo("Parents ask for a guard.\n\n[director]\nGate 3 is broken.");
    }

    @Test
    void aDecisionKeepsWhoWasHeardAndAFollowUpBecomesAnImprovement() {
        String own = "/team/meetings/" + call();
        var wrong = principal.post(own + "/decisions", "form", Ids.next().toString(), "words",
                "An adult at the stairs.", "students", "HEARD");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).as("nothing typed is lost").contains("An adult at the stairs.");
        principal.post(own + "/decisions", "form", Ids.next().toString(), "words", "An adult at the stairs.",
                "students", "HEARD", "studentsHow", "SURVEY", "studentsSaid", "It is rough there.", "parents",
                "NOT_ASKED");
        principal.post(own + "/decisions", "form", Ids.next().toString(), "words", "A lesson on phones.");
        assertThat(principal.get(own).body()).contains("In a survey: It is rough there.", "Not asked", "Not recorded",
                "Students, parents and educators not heard");
        String form = Ids.next().toString();
        for (int i = 0; i < 2; i++)
            principal.post(own + "/follow-ups", "form", form, "issue", "West stairs", "action", "Staff plan", "owner",
                    "Dean", "external", "true", "due", "2026-09-01");
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(IMPROVEMENT,
                        IMPROVEMENT.SCHOOL_ID.eq(day.school).and(IMPROVEMENT.SOURCE.eq("MEETING")))))
                .as("sent twice, agreed once").isEqualTo(1);
        String next = "/team/meetings/" + call();
        assertThat(principal.get(next).body()).as("offered for the next agenda")
                .contains("Open improvements at this school", "West stairs");
    }

    @Test
    void whoeverSpeaksForTheStudentsIsNeverNamed() {
        member(TeamRole.STUDENT, "Casey Child");
        assertThat(principal.get("/team/schools/" + day.school).body()).contains("Student representative")
                .doesNotContain("Casey Child");
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.update(TEAM_MEMBER).set(TEAM_MEMBER.NAME, "Casey Child").where(TEAM_MEMBER.ROLE.eq("STUDENT"))
                        .execute()))
                .as("the table refuses it too").hasMessageContaining("team_member");
    }

    @Test
    void aQuarterThatIsOverWithoutQuorumStandsOnThePrincipalsFirstScreenWhereAProgramDemandsIt() {
        clock.setTo("2026-10-05T15:00:00Z");
        principal = member("principal", Role.PRINCIPAL, day.cast.mesquite(), day.school);
        assertThat(principal.get("/school").body()).doesNotContain("without a safety team meeting with quorum");
        story.run(day.cast.agency(), () -> members.join("AZ-SSP", day.cast.mesquite(), day.school,
                java.time.LocalDate.of(2026, 7, 1), null));
        assertThat(principal.get("/school").body())
                .contains("Ocotillo High: no safety team meeting with quorum was held, Jul 1, 2026 – Sep 30, 2026.");
        assertThat(principal.get("/team/schools/" + day.school).body()).contains("Ended without a meeting with quorum",
                "The school’s program requires a meeting with quorum");
        assertThat(member("director", Role.SAFETY_DIRECTOR, day.cast.mesquite(), null).get("/team").body())
                .contains("Ocotillo High", "No meeting yet");
    }

    @Test
    void anotherSchoolsPrincipalAnotherDistrictAndAReaderAreKeptOut() {
        String own = "/team/meetings/" + call();
        var neighbor = member("neighbor", Role.PRINCIPAL, day.cast.mesquite(), new PostedDay(app).school);
        assertThat(neighbor.get(own).statusCode()).isEqualTo(404);
        assertThat(member("stranger", Role.SAFETY_DIRECTOR, day.cast.saguaro(), null).get(own).statusCode())
                .isEqualTo(404);
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get(own).statusCode()).isEqualTo(200);
        assertThat(coordinator.post(own + "/calling-off", "why", "No.").statusCode()).as("the agency reads")
                .isEqualTo(403);
        assertThat(member("teacher", Role.TEACHER, day.cast.mesquite(), day.school).get("/team").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMeetingThatWasCalledIsMovedOrCalledOffWithAReason() {
        String own = "/team/meetings/" + call();
        principal.post(own + "/move", "day", "2026-09-15", "begins", "15:30", "place", "Library");
        assertThat(principal.get(own).body()).contains("Library", "3:30 PM");
        principal.post(own + "/minutes", "act", "close", "from", "15:30", "to", "16:00");
        assertThat(state(own)).as("not before its day").isEqualTo("CALLED");
        principal.post(own + "/calling-off", "why", "");
        assertThat(state(own)).isEqualTo("CALLED");
        principal.post(own + "/calling-off", "why", "Snow.");
        assertThat(principal.get(own).body()).contains("Canceled: Snow.");
    }

    /** A quarter to seven at the school: the meeting that began at six has ended. */
    private void over() {
        clock.setTo("2026-08-03T13:46:00Z");
    }

    private UUID call() {
        var before = story.as(day.cast.agency(),
                () -> queries.ofSchool(day.school).stream().map(SafetyTeamMeeting::id).toList());
        principal.post("/team/schools/" + day.school + "/meetings", "form", Ids.next().toString(), "day", "2026-08-03",
                "begins", "06:00", "place", "Office");
        return story.as(day.cast.agency(), () -> queries.ofSchool(day.school)).stream().map(SafetyTeamMeeting::id)
                .filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private List<AgendaItem> items(String own) {
        return story.as(day.cast.agency(), () -> minutes.items(id(own)));
    }

    private String state(String own) {
        return story.as(day.cast.agency(), () -> db.select(SAFETY_MEETING.STATE).from(SAFETY_MEETING)
                .where(SAFETY_MEETING.ID.eq(id(own))).fetchSingle(SAFETY_MEETING.STATE));
    }

    private static UUID id(String own) {
        return UUID.fromString(own.substring("/team/meetings/".length()));
    }

    /** Everybody on the team is marked present. */
    private String[] fields(AgendaItem item, String mark, String notes, String... more) {
        var fields = new java.util.ArrayList<String>(
                List.of("n-" + item.id(), notes, "m-" + item.id(), mark, "d-" + item.id(), "true"));
        story.as(day.cast.agency(), () -> team.of(day.school))
                .forEach(m -> fields.addAll(List.of("p-" + m.id(), "PRESENT")));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private void member(TeamRole role, String name) {
        principal.post("/team/schools/" + day.school + "/members", "role", role.name(), "name", name, "from",
                "2026-08-01");
    }

    private Visit member(String name, Role role, UUID org, UUID school) {
        UUID person = story.as(day.cast.agency(),
                () -> organizations.join(org, name + Ids.next() + "@story.example", name, role, school));
        return visitor.signedIn(person, org, role);
    }
}
