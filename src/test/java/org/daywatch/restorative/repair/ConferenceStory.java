package org.daywatch.restorative.repair;

import static org.daywatch_db.directory.Tables.GUARDIANSHIP;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.ConsentMatters.Asking;
import org.daywatch.directory.consents.Consents;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school where two students quarreled: a teacher, a counselor, a principal, and an officer on post. */
final class ConferenceStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final ThreatStory school;
    final UUID teacher;
    private final ApplicationContext app;
    private final Story story;
    private final DSLContext db;

    ConferenceStory(ApplicationContext app) {
        this.app = app;
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        school = new ThreatStory(app);
        teacher = school.join(Role.TEACHER, "Dana Reyes", school.day.school);
        story.run(district(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.CUSTODY, "FULL").execute());
    }

    UUID district() {
        return school.district();
    }

    Visitor.Visit visit(UUID person, Role role) {
        return school.visit(person, role);
    }

    /** @return the answer of the gate: the school's own business where the act is a fight */
    UUID asked(Visitor.Visit by, String act) {
        var id = UUID.randomUUID();
        var answer = by.post("/gate", "form", id.toString(), "danger", "NO", "act." + act, "true", "wanted",
                "NOTHING", "educator", "");
        if (answer.statusCode() != 302) throw new AssertionError(answer.body());
        return id;
    }

    HttpResponse<String> refer(Visitor.Visit by, UUID form, UUID gate, String... changed) {
        var all = new LinkedHashMap<String, String>();
        all.put("form", form.toString());
        all.put("gate", gate.toString());
        for (int i = 0; i < 2; i++) {
            all.put("student-" + i, "Yucca00, Student00" + i);
            all.put("which-" + i, school.roll.students().get(i).toString());
            all.put("side-" + i, "BOTH_ALIKE");
        }
        all.put("student-2", "");
        all.put("side-2", "BOTH_ALIKE");
        all.put("day", "2026-08-03");
        all.put("hour", "Lunch");
        all.put("place", "CAFETERIA");
        all.put("motive", "UNCLEAR");
        all.put("others", "PEERS");
        all.put("cause-RUMOR", "true");
        all.put("cause", "Shoved each other over a seat by the window");
        all.put("kind", "CIRCLE");
        all.put("counselor", school.counselor.toString());
        for (int i = 0; i < changed.length; i += 2) all.put(changed[i], changed[i + 1]);
        return by.post("/restorative",
                all.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }

    /** @return its address */
    String referred(Visitor.Visit by) {
        var form = UUID.randomUUID();
        var answer = refer(by, form, asked(by, "FIGHT"));
        if (answer.statusCode() != 302) throw new AssertionError(answer.body());
        return "/restorative/" + form;
    }

    static UUID id(String at) {
        return UUID.fromString(at.substring("/restorative/".length()));
    }

    /** A student's part in it, about which consent is asked. */
    UUID part(String at, int student) {
        return story.as(district(), () -> db.fetchSingle(
                "select id from restorative.conference_student where conference_id = ? and student_id = ?", id(at),
                school.roll.students().get(student)).get(0, UUID.class));
    }

    void consented(String at) {
        for (int i = 0; i < 2; i++) {
            consent(at, i, null, true);
            consent(at, i, school.roll.guardians().get(i), true);
        }
    }

    /** @param guardian null: the student themselves */
    void consent(String at, int student, UUID guardian, boolean yes) {
        var about = part(at, student);
        story.run(district(), () -> {
            var consents = app.getBean(Consents.class);
            var asking = new Asking(about, Matter.CONFERENCE,
                    app.getBean(Campuses.class).find(school.day.school).orElseThrow(),
                    school.roll.students().get(student), at);
            var by = new Actor(school.counselor, "Ana Cruz", district(), "", Role.COUNSELOR, Set.of(),
                    school.day.school, Capacity.NONE, new UUID(0, 0), "en");
            consents.answer(consents.ask(by, asking, guardian, "en").consent(), yes, How.IN_PERSON, school.counselor);
        });
    }

    void withdrawn(String at, int student) {
        var about = part(at, student);
        story.run(district(), () -> {
            var consents = app.getBean(Consents.class);
            consents.withdraw(consents.list(about).getFirst(), How.PHONE, school.counselor);
        });
    }

    String stage(String at) {
        return story.as(district(), () -> db
                .fetchSingle("select stage from restorative.conference where id = ?", id(at)).get(0, String.class));
    }

    void endsAs(String at, String ended) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> org.assertj.core.api.Assertions
                .assertThat(story.<String>as(district(), () -> db.fetchSingle(
                        "select coalesce(ended, '') from restorative.conference where id = ?", id(at))
                        .get(0, String.class)))
                .isEqualTo(ended));
    }

    /** One act on a conference as it stands for whoever does it. */
    HttpResponse<String> act(Visitor.Visit by, String at, String what, String... fields) {
        var version = VERSION.matcher(by.get(at).body()).results().findFirst().map(m -> m.group(1)).orElse("0");
        var all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = version;
        return by.post(at + "/" + what, all);
    }

    HttpResponse<String> says(Visitor.Visit counselor, String at, int student, String said) {
        return act(counselor, at, "will/" + part(at, student), "said", said);
    }

    HttpResponse<String> accepted(Visitor.Visit counselor, String at, String... changed) {
        var all = new LinkedHashMap<String, String>();
        for (var q : new String[] {"weapon", "abuse", "power"}) all.put(q, "NO");
        all.put("admits", "NOT_KNOWN");
        all.put("kind", "CIRCLE");
        for (int i = 0; i < changed.length; i += 2) all.put(changed[i], changed[i + 1]);
        return act(counselor, at, "accept",
                all.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }

    /** Each wants to come, and still does at the door. */
    void willing(Visitor.Visit counselor, String at) {
        for (int round = 0; round < 2; round++)
            for (int student = 0; student < 2; student++)
                says(counselor, at, student, "YES");
    }

    /** From the referral to where they sat together. @return its address */
    String held(Visitor.Visit counselor) {
        var at = referred(counselor);
        accepted(counselor, at);
        consented(at);
        willing(counselor, at);
        act(counselor, at, "meeting", "there", "YES", "without", "", "helpers", "");
        return at;
    }

    /** @param by days of the promises, each of the first student */
    HttpResponse<String> promised(Visitor.Visit counselor, String at, String... by) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < by.length; i++) {
            fields.put("what-" + i, "Keep a seat free at lunch " + i);
            fields.put("owner-" + i, part(at, 0).toString());
            fields.put("by-" + i, by[i]);
            fields.put("check-" + i, "Ms. Reed sees it");
        }
        return act(counselor, at, "agreement",
                fields.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }
}
