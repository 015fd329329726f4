package org.daywatch.platform.criminalhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.TIP;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What a terminal answered is typed into a form of the school.
 *
 * <p>A-31 of docs/security.
 */
@DaywatchIT
class CriminalHistoryIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit office;

    @BeforeEach
    void aFrontOffice() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        office = member("office", Role.FRONT_OFFICE);
    }

    @Test
    void theFormComesBackWithTheReasonAndEverythingElseInItAndWithoutTheNumberItIsSaved() {
        String form = Ids.next().toString();
        var refused = office.post("/tips", "form", form, "how", "PHONE", "room", "Gym", "words",
                "Father is at the gate, FBI # 123456AB7, and shouts.");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“FBI # 123456AB7” looks like an FBI number. Take it out.",
                "Father is at the gate, FBI # 123456AB7, and shouts.</textarea>", "name=\"words\"",
                "name=\"room\" value=\"Gym\"", "name=\"form\" value=\"" + form + "\"", "action=\"/tips\"");
        assertThat(tips()).as("nothing is stored").isZero();
        assertThat(office.post("/tips", "form", form, "how", "PHONE", "room", "Gym", "words",
                "Father is at the gate and shouts; see the department’s case file.").statusCode()).isEqualTo(302);
        assertThat(tips()).isOne();
    }

    @Test
    void aPhoneThatSendsWhatItKeptIsToldTheFieldAndWhy() {
        var refused = office.queued("/tips", "form", Ids.next().toString(), "how", "PHONE", "room", "Gym", "words",
                "Ran them through NCIC, clear");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"words\"", "what a criminal-justice system answered");
        assertThat(tips()).isZero();
    }

    @Test
    void whoMayNotWriteThereIsToldThatAndNothingElse() {
        assertThat(member("teacher", Role.TEACHER).post("/protected-students", "form", Ids.next().toString(), "reason",
                "rap sheet").statusCode()).isEqualTo(403);
    }

    @Test
    void aSearchForItIsNoRecordOfIt() {
        assertThat(member("principal", Role.PRINCIPAL).get("/search?q=rap+sheet").statusCode()).isEqualTo(200);
    }

    /** A list is taken in as it is, and whoever brought it learns what to take out again. */
    @Test
    void aFileIsTakenAndItsBringerIsToldTheLine() {
        var principal = member("principal", Role.PRINCIPAL);
        var taken = principal.upload("/checkpoints/file", "doors.csv",
                "kind,name,place,order,outer,every_days\nDOOR,Door 1,East,10,yes,\nDOOR,Door 2,rap sheet in the drawer,20,yes,\n",
                "form", Ids.next().toString(), "school",
                day.school.toString());
        assertThat(taken.body() + principal.get("/checkpoints").body())
                .contains("Line 3 of doors.csv: “rap sheet” looks like a criminal-history record.");
    }

    private Visit member(String name, Role role) {
        UUID person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                name + day.cast.suffix() + "@story.example", "Robin Sage", role, day.school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }

    private int tips() {
        return story.as(day.cast.mesquite(), () -> db.fetchCount(TIP));
    }
}
