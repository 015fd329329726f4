package org.daywatch.directory.studentlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.PEOPLE_FILE;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever keeps a district's records answers for lists of students, and takes none. */
@DaywatchIT
class ListsAnsweredByAKeeperIT {

    private static final String WAITS = "1 list of students waits for a second person";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private SchoolRoll roll;

    @BeforeEach
    void aSchoolWithMoreStudentsThanOneTakesAlone() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 4, 30));
    }

    @Test
    void theKeeperIsToldAllowsTheListAndItIsGoneFromTheFirstScreens() {
        var asker = one("Kim Asker", Role.PRINCIPAL, roll.school());
        var second = one("Lee Second", Role.PRINCIPAL, roll.school());
        var keeper = one("Jules Keeper", Role.RECORDS_KEEPER, null);
        assertThat(keeper.get("/").headers().firstValue("location").orElse("")).endsWith("/student-lists");
        assertThat(keeper.get("/student-lists").body()).contains("No list yet")
                .doesNotContain("Prepare list", "Students today");
        assertThat(ask(asker).statusCode()).isEqualTo(302);
        var id = story.as(cast.mesquite(), () -> db.select(PEOPLE_FILE.ID).from(PEOPLE_FILE)
                .where(PEOPLE_FILE.SCHOOL_ID.eq(roll.school())).fetchSingle(PEOPLE_FILE.ID));
        assertThat(keeper.get("/inbox").body()).contains("Kim Asker asks for a list of 120 students");
        assertThat(second.get("/school").body()).contains(WAITS);
        assertThat(asker.get("/school").body()).as("not for one's own").doesNotContain(WAITS);
        keeper.post("/student-lists/" + id + "/approval");
        assertThat(keeper.get("/student-lists").body()).contains("Approved by Jules Keeper");
        assertThat(second.get("/school").body()).doesNotContain(WAITS);
        assertThat(asker.get("/student-lists/" + id + ".csv").statusCode()).isEqualTo(200);
        assertThat(keeper.get("/student-lists/" + id + ".csv").statusCode()).isIn(403, 404);
        assertThat(ask(keeper).statusCode()).isEqualTo(403);
    }

    private static java.net.http.HttpResponse<String> ask(Visit who) {
        return who.post("/student-lists", "form", Ids.next().toString(), "reason", "The bus company checks its seats",
                "school", "");
    }

    private Visit one(String name, Role role, UUID school) {
        return visitor.signedIn(story.join(cast.mesquite(), name, role, school), cast.mesquite(), role);
    }
}
