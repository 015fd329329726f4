package org.daywatch.staffing.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.ledger.DayClosing;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class CoveragePagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;
    @Autowired Visitor visitor;
    @Autowired DayClosing closing;

    private Story.Cast cast;
    private UUID mesquiteHigh;
    private UUID saguaroElementary;
    private UUID emptyPost;

    @BeforeEach
    void twoSchoolsWithAPostEachAndNobodyThere() {
        clock.setTo("2026-08-03T16:00:00Z"); // 09:00 in Phoenix
        cast = story.cast();
        story.run(cast.agency(), () -> {
            mesquiteHigh = school(cast.mesquite(), "Mesquite High School");
            saguaroElementary = school(cast.saguaro(), "Saguaro Elementary School");
            emptyPost = post(cast.mesquite(), mesquiteHigh, "2026-08-03T14:00:00Z", "2026-08-03T22:00:00Z");
            post(cast.saguaro(), saguaroElementary, "2026-08-03T17:00:00Z", "2026-08-03T22:00:00Z");
        });
    }

    @Test
    void theBoardShowsTheUncoveredSchoolFirstWithItsMinutes() {
        var board = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR).get("/board");
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.body()).contains("Uncovered", "2 h").containsSubsequence("Mesquite High School",
                "Saguaro Elementary School");
    }

    @Test
    void whatIsToBeDoneNextLeadsToWhereItIsDone() {
        story.run(cast.agency(), () -> db.update(POST).set(POST.POSTED_RANK, 1).where(POST.ID.eq(emptyPost)).execute());
        var desk = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/board").body())
                .contains("href=\"/phone-acceptances?post=" + emptyPost + "\">1 unfilled: find an officer");
        assertThat(desk.get("/phone-acceptances?post=" + emptyPost).statusCode()).isEqualTo(200);
        var director = member(cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        var district = visitor.signedIn(director, cast.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(district.get("/district").body())
                .contains("href=\"/board/posts/" + emptyPost + "\">1 unfilled: find an officer");
    }

    @Test
    void aDistrictSeesItsOwnSchoolsOnly() {
        var director = member(cast.saguaro(), Role.SAFETY_DIRECTOR, null);
        var page = visitor.signedIn(director, cast.saguaro(), Role.SAFETY_DIRECTOR).get("/district");
        assertThat(page.body()).contains("Saguaro Elementary School").doesNotContain("Mesquite High School");
        assertThat(visitor.signedIn(director, cast.saguaro(), Role.SAFETY_DIRECTOR).get("/board/posts/" + emptyPost)
                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPrincipalSeesThatNobodyIsThereAndMayNotReadTheBoard() {
        var principal = member(cast.mesquite(), Role.PRINCIPAL, mesquiteHigh);
        var visit = visitor.signedIn(principal, cast.mesquite(), Role.PRINCIPAL);
        assertThat(visit.get("/school").body()).contains("Mesquite High School", "No officer on post now");
        assertThat(visit.get("/board").statusCode()).isEqualTo(403);
    }

    @Test
    void anExplanationIsStoredBesideItsGapAndShownToTheDistrict() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var answer = visit.post("/board/posts/" + emptyPost + "/explanations", "from", "2026-08-03T14:00:00Z",
                "explanation", "Two departments were asked; the third answers at ten.", "told", "principal by phone",
                "relief",
                "");
        assertThat(answer.statusCode()).isEqualTo(302);
        var director = member(cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        assertThat(visitor.signedIn(director, cast.mesquite(), Role.SAFETY_DIRECTOR).get("/board/posts/" + emptyPost)
                .body())
                .contains("Two departments were asked");
    }

    @Test
    void anEmptyExplanationIsRefusedAtItsFieldAndNothingIsLost() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var answer = visit.post("/board/posts/" + emptyPost + "/explanations", "from", "2026-08-03T14:00:00Z",
                "explanation", " ", "told", "the principal", "relief", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Describe what happened in a few words").contains("the principal");
    }

    @Test
    void aGapIsNamedByItsFirstMinuteAndNobodyCanInventOne() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var answer = visit.post("/board/posts/" + emptyPost + "/explanations", "from", "2026-08-03T15:00:00Z",
                "explanation",
                "Nothing happened");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(COVERAGE_GAP))).isZero();
    }

    @Test
    void anOfficerMayNeitherReadTheBoardNorThePosts() {
        var officer = visitor.signedIn(member(cast.agency(), Role.OFFICER, null), cast.agency(), Role.OFFICER);
        for (var path : List.of("/board", "/board/week", "/district", "/coverage", "/board/posts/" + emptyPost,
                "/school")) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aPrincipalReadsAboutTheirOwnSchoolOnly() {
        UUID[] other = new UUID[2];
        story.run(cast.agency(), () -> {
            other[0] = school(cast.mesquite(), "Palo Verde Middle School");
            other[1] = post(cast.mesquite(), other[0], "2026-08-03T14:00:00Z", "2026-08-03T22:00:00Z");
        });
        var principal = visitor.signedIn(member(cast.mesquite(), Role.PRINCIPAL, mesquiteHigh), cast.mesquite(),
                Role.PRINCIPAL);
        assertThat(principal.get("/board/posts/" + emptyPost).statusCode()).isEqualTo(200);
        assertThat(principal.get("/board/posts/" + other[1]).statusCode()).isEqualTo(404);
        assertThat(principal.get("/district/schools/" + other[0]).statusCode()).isEqualTo(404);
        assertThat(principal.get("/school?id=" + other[0]).body()).contains("Mesquite High School")
                .doesNotContain("Palo Verde");
    }

    @Test
    void theExportHoldsEachSchoolAndDayWithMinutesThatAddUpAndIsAudited() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var answer = visit.get("/coverage/export.csv?from=2026-08-01&to=2026-08-05");
        assertThat(answer.body().lines()).hasSize(3).anyMatch(l -> l.startsWith("2026-08-03,Mesquite")
                && l.contains(",480,0,120,360,"));
        assertThat(story.as(cast.agency(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("CoverageExported"))))
                .isEqualTo(1);
    }

    @Test
    void theExportOfAQuarterOrASchoolYearIsAskedForByName() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        for (String period : List.of("THIS_QUARTER", "SCHOOL_YEAR")) {
            var answer = visit.get("/coverage/export.csv?period=" + period);
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .contains("coverage-2026-07-01-to-2026-08-03.csv");
            assertThat(answer.body()).isEqualTo(visit.get("/coverage/export.csv?from=2026-07-01&to=2026-08-03").body())
                    .contains("2026-08-03,Mesquite");
        }
        assertThat(visit.get("/coverage/export.csv?period=LAST_QUARTER").headers().firstValue("content-disposition")
                .orElse("")).contains("2026-04-01-to-2026-06-30");
        assertThat(visit.get("/coverage/export.csv?period=LAST_SCHOOL_YEAR").body().lines())
                .as("the header alone: nothing was required then").hasSize(1);
        assertThat(visit.get("/coverage/export.csv?period=NEXT_YEAR").statusCode()).isEqualTo(400);
        assertThat(visit.get("/coverage/export.csv").statusCode()).isEqualTo(400);
        assertThat(visit.get("/coverage").body()).contains("/coverage/export.csv?period=LAST_QUARTER",
                "Last school year");
    }

    @Test
    void theRegisterOfGapsOpensForTheDistrictOnceTheDayIsOver() {
        clock.setTo("2026-08-04T03:00:00Z");
        story.run(cast.agency(), closing::closeDays);
        var director = visitor.signedIn(member(cast.mesquite(), Role.SAFETY_DIRECTOR, null), cast.mesquite(),
                Role.SAFETY_DIRECTOR);
        assertThat(director.get("/coverage?from=2026-08-03&to=2026-08-03").body())
                .contains("Mesquite High School", "7:00 AM – 3:00 PM",
                        "8 h 0 min")
                .doesNotContain("Saguaro");
        assertThat(director.get("/district").body()).contains("Mesquite High School", "8 h");
    }

    @Test
    void weekAndPrintedSheetsOpen() {
        var visit = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        for (var path : List.of("/board/week", "/board/day-sheet", "/board/week-sheet",
                "/board?q=mesquite&sort=-uncovered&state=UNCOVERED")) {
            var answer = visit.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("Mesquite High School");
        }
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        var other = story.cast();
        var visit = visitor.signedIn(other.coordinator(), other.agency(), Role.COORDINATOR);
        assertThat(visit.get("/board").body()).doesNotContain("Mesquite High School");
        assertThat(visit.get("/board/posts/" + emptyPost).statusCode()).isEqualTo(404);
    }

    private UUID member(UUID org, Role role, UUID school) {
        return organizations.join(org, role.name().toLowerCase() + cast.suffix() + "@story.example", "Taylor " + role,
                role,
                school);
    }

    private UUID school(UUID district, String name) {
        UUID id = Ids.next();
        db.insertInto(SCHOOL).set(SCHOOL.AGENCY_ID, cast.agency()).set(SCHOOL.ID, id).set(SCHOOL.DISTRICT_ID, district)
                .set(SCHOOL.NAME, name)
                .set(SCHOOL.ZONE, "America/Phoenix").set(SCHOOL.DESK_CODE, "1234").set(SCHOOL.STATE, "AZ").execute();
        return id;
    }

    private UUID post(UUID district, UUID school, String from, String to) {
        UUID request = Ids.next();
        db.insertInto(DETAIL_REQUEST).set(DETAIL_REQUEST.AGENCY_ID, cast.agency()).set(DETAIL_REQUEST.ID, request)
                .set(DETAIL_REQUEST.DISTRICT_ID, district)
                .set(DETAIL_REQUEST.SCHOOL_ID, school).set(DETAIL_REQUEST.NUMBER, "R-" + request)
                .set(DETAIL_REQUEST.KIND, "ONE_OFF").set(DETAIL_REQUEST.ROLE, "SSO")
                .set(DETAIL_REQUEST.OFFICERS, 1).set(DETAIL_REQUEST.FIRST_DAY, DAY).set(DETAIL_REQUEST.LAST_DAY, DAY)
                .set(DETAIL_REQUEST.REASON, "cover")
                .set(DETAIL_REQUEST.DUTIES, "post orders").set(DETAIL_REQUEST.STATE, "ACCEPTED")
                .set(DETAIL_REQUEST.CREATED_AT,
                        clock.instant())
                .execute();
        UUID id = Ids.next();
        db.insertInto(POST).set(POST.AGENCY_ID, cast.agency()).set(POST.ID, id).set(POST.DISTRICT_ID, district)
                .set(POST.SCHOOL_ID, school).set(POST.REQUEST_ID, request)
                .set(POST.DAY, DAY).set(POST.SEAT, 1).set(POST.STARTS_AT, Instant.parse(from))
                .set(POST.ENDS_AT, Instant.parse(to)).set(POST.ROLE, "SSO")
                .set(POST.BELL_KIND, "REGULAR").set(POST.STATE, "OPEN").execute();
        return id;
    }
}
