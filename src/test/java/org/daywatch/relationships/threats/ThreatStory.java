package org.daywatch.relationships.threats;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.PostedDay;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school with a counselor, a principal, students, and an officer on post as the school's agent. */
public final class ThreatStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    public final PostedDay day;
    public final SchoolRoll roll;
    public final UUID counselor;
    public final UUID principal;
    public final PostedDay.Officer officer;
    private final ApplicationContext app;
    private final Story story;

    public ThreatStory(ApplicationContext app) {
        this.app = app;
        story = app.getBean(Story.class);
        day = new PostedDay(app);
        roll = story.as(day.cast.mesquite(), () -> SchoolRoll.at(app.getBean(DSLContext.class), day.cast,
                day.cast.mesquite(), day.school, 1, 3));
        counselor = join(Role.COUNSELOR, "Ana Cruz", day.school);
        principal = join(Role.PRINCIPAL, "Robin Sage", day.school);
        officer = day.officer("Sam Cholla");
        onPost();
    }

    public UUID district() {
        return day.cast.mesquite();
    }

    public UUID join(Role role, String name, UUID school) {
        return story.as(district(), () -> app.getBean(Organizations.class).join(district(),
                role + "-" + UUID.randomUUID() + "@story.example", name, role, school));
    }

    private void onPost() {
        var db = app.getBean(DSLContext.class);
        var post = day.post(TestClock.START);
        story.run(day.cast.agency(), () -> db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, day.cast.agency())
                .set(SHIFT.ID, Ids.next()).set(SHIFT.DISTRICT_ID, district()).set(SHIFT.SCHOOL_ID, day.school)
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, officer.id()).set(SHIFT.PERSON_ID, officer.person())
                .set(SHIFT.OFFICER_NAME, "Sam Cholla").set(SHIFT.DEPARTMENT_ID, day.cast.department())
                .set(SHIFT.STARTS_AT, TestClock.START).set(SHIFT.ENDS_AT, TestClock.START.plusSeconds(25_200))
                .set(SHIFT.STATE, "ON_POST").set(SHIFT.ACCEPTED_AT, TestClock.START).set(SHIFT.ACCEPTED_BY, "OFFICER")
                .set(SHIFT.CHECKED_IN_AT, TestClock.START).set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute());
    }

    /** The shift is over. */
    public void offPost() {
        story.run(day.cast.agency(), () -> app.getBean(DSLContext.class).update(SHIFT).set(SHIFT.STATE, "ENDED")
                .set(SHIFT.CHECKED_OUT_AT, TestClock.START.plusSeconds(60))
                .where(SHIFT.PERSON_ID.eq(officer.person())).execute());
    }

    public void as(Capacity capacity) {
        app.getBean(Sessions.class).setCapacity(officer.person(), day.cast.agency(), capacity);
    }

    public Visitor.Visit visit(UUID person, Role role) {
        var visit = app.getBean(Visitor.class).signedIn(person,
                role.organizationKind().equals("AGENCY") ? day.cast.agency() : district(), role);
        if (role == Role.OFFICER) as(Capacity.SCHOOL_AGENT);
        return visit;
    }

    /** From today on the district decides by levels: its agency's administrator sets the rule on its page. */
    public void decidesByLevels() {
        var organizations = app.getBean(Organizations.class);
        var admin = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(),
                "admin-" + UUID.randomUUID() + "@story.example", "Alex Ironwood", Role.AGENCY_ADMIN, null));
        var desk = visit(admin, Role.AGENCY_ADMIN);
        var form = desk.get("/rules/own?rule=THREAT-MODEL%402000-01-01").body();
        if (!form.contains("1 for transient or substantive, 2 for low, medium or high")) throw new AssertionError(form);
        var answer = desk.post("/rules/own", "rule", "THREAT-MODEL@2000-01-01", "scope", "DISTRICT:" + district(),
                "value", "2", "from", LocalDate.ofInstant(TestClock.START, ZoneId.of("America/Phoenix")).toString(),
                "words", "A team says whether the level is low, medium or high.", "source", "Board minutes");
        if (answer.statusCode() != 302) throw new AssertionError(answer.body());
    }

    /** Opens a case for the first student of the roll. @return its address */
    public String opened(Visitor.Visit by) {
        return opened(by, "Yucca00, Student000", roll.students().getFirst());
    }

    public String opened(Visitor.Visit by, String name, UUID which) {
        var answer = by.post("/threats", "form", UUID.randomUUID().toString(), "student", name, "which",
                which.toString(), "report", "Said at lunch that everybody would be sorry", "owner",
                counselor.toString(), "administrator", principal.toString());
        return answer.headers().firstValue("Location").map(place -> place.substring(place.indexOf("/threats")))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    /** One act on a case as it stands for whoever does it. */
    public java.net.http.HttpResponse<String> act(Visitor.Visit by, String at, String what, String... fields) {
        var version = VERSION.matcher(by.get(at).body()).results().findFirst().map(m -> m.group(1)).orElse("0");
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = version;
        return by.post(at + "/" + what, all);
    }

    /** All that has to be answered before the three decide. */
    public void gathered(Visitor.Visit by, String at) {
        act(by, at, "support", "support", "NO");
        act(by, at, "gathering", "TRUSTED_ADULT", "The art teacher", "SAID_OR_DONE", "You will be sorry",
                "STUDENT_SAYS", "It was a joke", "BEFORE", "A lost game", "WHO_IS_CONCERNED", "Two friends", "MEANS",
                "None known", "HELP_NOW", "None");
    }
}
