package org.daywatch.staffing.dutystatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.DUTY_STATUS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.RuleFinding;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

@DaywatchIT
class DutyStatusIT {

    private static final Instant TUESDAY = Instant.parse("2026-08-04T14:10:00Z");
    private static final Instant NEXT_WEEK = Instant.parse("2026-08-11T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired EligibilityQueries eligibility;
    @Autowired Acceptances acceptances;
    @Autowired Organizations organizations;
    @Autowired DutyStatusStore statuses;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Browser desk;
    private Browser supervisor;
    private UUID lane;
    private UUID tuesday;
    private UUID nextWeek;

    @BeforeEach
    void anOfficerAndTwoPosts() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        tuesday = day.post(TUESDAY);
        nextWeek = day.post(NEXT_WEEK);
        desk = Browser.of(app, port, day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        lane = Tenancy.as(Scope.system(day.cast.department()),
                () -> organizations.join(day.cast.department(), "sup" + day.cast.suffix() + "@story.example",
                        "Lane Abara",
                        Role.DEPARTMENT_SUPERVISOR, null));
        supervisor = Browser.of(app, port, lane, day.cast.department(), Role.DEPARTMENT_SUPERVISOR);
    }

    @Test
    void theSupervisorRecordsLightDutyAndItBarsFromPostsOfItsDaysOnly() {
        var shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> acceptances.accept(dana.person(), tuesday));
        supervisor.get(page());
        var recorded = supervisor.post(page(), "kind=LIGHT_DUTY", "first=2026-08-03", "last=2026-08-07",
                "source=Lt. Abara by e-mail");
        assertThat(recorded.body()).contains("Recorded. The officer cannot take more posts",
                "Accepted shifts awaiting a decision: 1", "Ocotillo High").doesNotContain("/shifts/" + shift);
        assertThat(failed(day.post(TUESDAY.plusSeconds(86_400)))).contains("DUTY_STATUS");
        assertThat(failed(nextWeek)).isEmpty();
        assertThat(desk.get(page()).body()).contains("/shifts/" + shift, "Lt. Abara by e-mail", "Lane Abara");
        assertThat(subjects(day.cast.agency())).contains("Duty status: Dana Vega");
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/my-hours").body()).contains("Light duty", "Aug 7");
        assertThat(phone.get("/offers").body()).contains("Light duty from");
        clock.setTo("2026-08-08T15:00:00Z");
        assertThat(phone.get("/my-hours").body()).as("it ended by itself").doesNotContain("Light duty");
    }

    @Test
    void theSupervisorsListShowsLightDutyAndNoHoursInsteadOfAnActiveOfficerWithRoom() {
        assertThat(supervisor.get("/department").body()).contains("Dana Vega", "Active")
                .doesNotContain("not available");
        supervisor.get(page());
        supervisor.post(page(), "kind=LIGHT_DUTY", "first=2026-08-03", "last=2026-08-07", "source=Lt. Abara by e-mail");
        var list = supervisor.get("/department").body();
        assertThat(list.substring(list.indexOf("<tbody")))
                .contains("Dana Vega", "Light duty", "until Fri, Aug 7", "0 h, not available").doesNotContain("Active");
        var all = desk.get("/officers").body();
        assertThat(all.substring(all.indexOf("<tbody"))).contains("Dana Vega", "Light duty");
        assertThat(supervisor.get("/department/officers/" + dana.id()).body()).contains("0 h, not available");
        clock.setTo("2026-08-08T15:00:00Z");
        var back = Browser.of(app, port, lane, day.cast.department(), Role.DEPARTMENT_SUPERVISOR);
        assertThat(back.get("/department").body()).contains("Active").doesNotContain("not available");
    }

    @Test
    void anOpenEndGetsItsLastDayAndAMistakeIsTakenBackWithItsReason() {
        desk.get(page());
        desk.post(page(), "kind=UNDER_INVESTIGATION", "first=2026-08-03", "last=", "source=Lt. Abara on the phone");
        assertThat(failed(nextWeek)).contains("DUTY_STATUS_OPEN");
        assertThat(subjects(day.cast.department())).contains("Duty status: Dana Vega");
        var id = only();
        assertThat(desk.post(page() + "/" + id + "/end", "last=2026-08-05", "reason=").body())
                .contains("Give a reason");
        assertThat(desk.post(page() + "/" + id + "/end", "last=2026-08-05", "reason=cleared").body())
                .contains("Last day saved", "cleared");
        assertThat(failed(nextWeek)).isEmpty();
        assertThat(failed(tuesday)).contains("DUTY_STATUS");
        assertThat(desk.post(page() + "/" + id + "/removal", "reason=it was another officer").body())
                .contains("Withdrawn", "it was another officer");
        assertThat(failed(tuesday)).isEmpty();
        assertThat(desk.post(page() + "/" + id + "/removal", "reason=once more").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        desk.get(page());
        assertThat(desk.post(page(), "kind=HOLIDAY", "first=2026-08-03", "source=Lt. Abara").body())
                .contains("Choose a status");
        assertThat(desk.post(page(), "kind=INJURED", "first=soon", "source=Lt. Abara").body()).contains("Enter a day",
                "soon");
        assertThat(desk.post(page(), "kind=INJURED", "first=2026-08-03", "last=2026-08-01", "source=Lt. Abara").body())
                .contains("Enter a last day on or after the first");
        assertThat(desk.post(page(), "kind=INJURED", "first=2026-08-03", "source=x").body())
                .contains("Enter who reported it");
        desk.post(page(), "kind=INJURED", "first=2026-08-03", "last=2026-08-10", "source=Lt. Abara");
        assertThat(desk.post(page(), "kind=INJURED", "first=2026-08-10", "source=Lt. Abara").body())
                .contains("already recorded for some of these days");
        assertThat(desk.post(page(), "kind=INJURED", "first=2026-08-11", "last=2026-08-12", "source=Lt. Abara").body())
                .contains("Recorded");
    }

    @Test
    void theDatabaseHoldsNoTwoOfAKindOnOneDayAndOthersSeeNothing() {
        desk.get(page());
        desk.post(page(), "kind=SUSPENDED", "first=2026-08-03", "last=2026-08-10", "source=Chief's order 12");
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.insertInto(DUTY_STATUS).set(DUTY_STATUS.AGENCY_ID, day.cast.agency())
                        .set(DUTY_STATUS.ID, Ids.next())
                        .set(DUTY_STATUS.DEPARTMENT_ID, day.cast.department()).set(DUTY_STATUS.OFFICER_ID, dana.id())
                        .set(DUTY_STATUS.KIND, "SUSPENDED")
                        .set(DUTY_STATUS.FIRST_DAY, java.time.LocalDate.parse("2026-08-10"))
                        .set(DUTY_STATUS.SOURCE, "twice").set(DUTY_STATUS.RECORDED_BY, "twice")
                        .set(DUTY_STATUS.RECORDED_AT, TestClock.START).execute()))
                .isInstanceOf(DataIntegrityViolationException.class);
        var elsewhere = new PostedDay(app);
        var stranger = Browser.of(app, port, elsewhere.cast.coordinator(), elsewhere.cast.agency(), Role.COORDINATOR);
        assertThat(stranger.get(page()).statusCode()).isEqualTo(404);
        assertThat(story.as(day.cast.mesquite(), () -> statuses.list(dana.id()))).as("schools do not read it")
                .isEmpty();
        assertThat(Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER).get(page()).statusCode())
                .isEqualTo(403);
    }

    private String page() {
        return "/officers/" + dana.id() + "/duty-status";
    }

    private UUID only() {
        return story.as(day.cast.agency(), () -> statuses.list(dana.id())).getFirst().id();
    }

    private List<String> failed(UUID post) {
        return story.as(day.cast.agency(), () -> eligibility.judge(dana.id(), post)).failed().stream()
                .map(RuleFinding::code).toList();
    }

    private List<String> subjects(UUID tenant) {
        return story.as(tenant,
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE).fetch(OUTBOUND_MESSAGE.SUBJECT));
    }
}
