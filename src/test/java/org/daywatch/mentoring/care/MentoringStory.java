package org.daywatch.mentoring.care;

import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.PostedDay;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.ConsentMatters.Asking;
import org.daywatch.directory.consents.Consents;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school with a counselor, a principal, a teacher, students, and an officer who is there every Monday. */
final class MentoringStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final PostedDay day;
    final SchoolRoll roll;
    final UUID counselor;
    final UUID principal;
    final UUID teacher;
    final UUID coordinator;
    final PostedDay.Officer officer;
    private final ApplicationContext app;
    private final Story story;
    private final DSLContext db;

    MentoringStory(ApplicationContext app) {
        this.app = app;
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        day = new PostedDay(app);
        roll = story.as(district(), () -> SchoolRoll.at(db, day.cast, district(), day.school, 1, 3));
        story.run(district(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.CUSTODY, "FULL").execute());
        counselor = join(district(), Role.COUNSELOR, "Ana Cruz", day.school);
        principal = join(district(), Role.PRINCIPAL, "Robin Sage", day.school);
        teacher = join(district(), Role.TEACHER, "Lee Reed", day.school);
        coordinator = join(day.cast.agency(), Role.COORDINATOR, "Kim Ironwood", null);
        officer = day.officer("Sam Cholla");
        story.run(day.cast.agency(), () -> app.getBean(Calendars.class).create(district(), "2026-27",
                LocalDate.of(2026, 8, 3), LocalDate.of(2027, 5, 21)));
        for (int week = 0; week < 8; week++) shift(TestClock.START.plus(Duration.ofDays(7L * week)), week == 0);
    }

    UUID district() {
        return day.cast.mesquite();
    }

    private UUID join(UUID org, Role role, String name, UUID school) {
        return story.as(org, () -> app.getBean(Organizations.class).join(org,
                role + "-" + UUID.randomUUID() + "@story.example", name, role, school));
    }

    private void shift(Instant starts, boolean onPost) {
        var post = day.post(starts);
        story.run(day.cast.agency(), () -> {
            var row = db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, day.cast.agency()).set(SHIFT.ID, Ids.next())
                    .set(SHIFT.DISTRICT_ID, district()).set(SHIFT.SCHOOL_ID, day.school).set(SHIFT.POST_ID, post)
                    .set(SHIFT.OFFICER_ID, officer.id()).set(SHIFT.PERSON_ID, officer.person())
                    .set(SHIFT.OFFICER_NAME, "Sam Cholla").set(SHIFT.DEPARTMENT_ID, day.cast.department())
                    .set(SHIFT.STARTS_AT, starts).set(SHIFT.ENDS_AT, starts.plus(Duration.ofHours(7)))
                    .set(SHIFT.STATE, onPost ? "ON_POST" : "SCHEDULED").set(SHIFT.ACCEPTED_AT, TestClock.START)
                    .set(SHIFT.ACCEPTED_BY, "OFFICER");
            if (onPost) row.set(SHIFT.CHECKED_IN_AT, TestClock.START).set(SHIFT.CHECK_IN_PROOF, "DESK_CODE");
            row.execute();
        });
    }

    void as(Capacity capacity) {
        app.getBean(Sessions.class).setCapacity(officer.person(), day.cast.agency(), capacity);
    }

    Visitor.Visit visit(UUID person, Role role) {
        var visit = app.getBean(Visitor.class).signedIn(person,
                role.organizationKind().equals("AGENCY") ? day.cast.agency() : district(), role);
        if (role == Role.OFFICER) as(Capacity.SCHOOL_AGENT);
        return visit;
    }

    /** The agency screens the officer, on its page. */
    HttpResponse<String> screened() {
        return visit(coordinator, Role.COORDINATOR).post("/mentors", "officer", district() + "." + officer.id(),
                "most", "2", "language-ENGLISH", "true", "interest-MUSIC", "true", "interest-CARS", "true");
    }

    HttpResponse<String> refer(Visitor.Visit by, int student, String... changed) {
        var form = new java.util.LinkedHashMap<String, String>();
        form.put("student", "Yucca00, Student00" + student);
        form.put("which", roll.students().get(student).toString());
        form.put("cause", "Sits alone since the move");
        form.put("counselor", counselor.toString());
        form.put("day-MONDAY", "true");
        form.put("from", "08:00");
        form.put("to", "08:45");
        form.put("interest-MUSIC", "true");
        form.put("language-ENGLISH", "true");
        for (int i = 0; i < changed.length; i += 2) form.put(changed[i], changed[i + 1]);
        return by.post("/mentoring", form.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }

    /** @return its address */
    String referred(Visitor.Visit counselor, int student) {
        var answer = refer(counselor, student);
        return answer.headers().firstValue("Location").map(at -> at.substring(at.indexOf("/mentoring")))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    static UUID id(String at) {
        return UUID.fromString(at.substring("/mentoring/".length()));
    }

    /** Student and guardian say yes. */
    void consented(String at, int student) {
        consent(at, student, null, true);
        consent(at, student, roll.guardians().get(student), true);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> stage(at).equals("CONSENTED"));
    }

    void consent(String at, int student, UUID guardian, boolean yes) {
        story.run(district(), () -> {
            var consents = app.getBean(Consents.class);
            var asking = new Asking(id(at), Matter.MENTORING,
                    app.getBean(Campuses.class).find(day.school).orElseThrow(), roll.students().get(student), at);
            var by = new Actor(counselor, "Ana Cruz", district(), "", Role.COUNSELOR, Set.of(), day.school,
                    Capacity.NONE, new UUID(0, 0), "en");
            consents.answer(consents.ask(by, asking, guardian, "en").consent(), yes, How.IN_PERSON, counselor);
        });
    }

    void withdrawn(String at) {
        story.run(district(), () -> {
            var consents = app.getBean(Consents.class);
            consents.withdraw(consents.list(id(at)).getFirst(), How.PHONE, counselor);
        });
    }

    String stage(String at) {
        return story.as(district(), () -> db.fetchSingle("select stage from mentoring.match where id = ?", id(at))
                .get(0, String.class));
    }

    /** One act on a match as it stands for whoever does it. */
    HttpResponse<String> act(Visitor.Visit by, String at, String what, String... fields) {
        var page = by.get(what.equals("sessions") ? at + "/session" : at).body();
        var version = VERSION.matcher(page).results().findFirst().map(m -> m.group(1)).orElse("0");
        var all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = version;
        return by.post(at + "/" + what, all);
    }

    /** From referral to the first meeting. @return its address */
    String matched(Visitor.Visit counselor, int student) {
        var at = referred(counselor, student);
        consented(at, student);
        act(counselor, at, "mentor", "mentor", officer.person().toString());
        act(counselor, at, "agreement");
        return at;
    }

    HttpResponse<String> met(Visitor.Visit officer, String at, String... changed) {
        var form = new java.util.LinkedHashMap<String, String>();
        form.put("attendance", "MET");
        form.put("day", "2026-08-03");
        form.put("begins", "08:05");
        form.put("minutes", "30");
        form.put("place", "Library");
        form.put("adult", "Ms. Reed");
        form.put("casel", "SELF_MANAGEMENT");
        form.put("goal", "Be on time three days in a row");
        form.put("feeling", "GOOD");
        form.put("helped", "YES");
        for (int i = 0; i < changed.length; i += 2) form.put(changed[i], changed[i + 1]);
        return act(officer, at, "sessions", form.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }
}
