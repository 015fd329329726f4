package org.daywatch.restorative.restraints;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school where a student was held: a principal, a counselor, and an officer on post. */
final class RestraintStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final ThreatStory school;
    private final Story story;
    private final DSLContext db;

    RestraintStory(ApplicationContext app) {
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        school = new ThreatStory(app);
    }

    UUID district() {
        return school.district();
    }

    Visitor.Visit visit(UUID person, Role role) {
        return school.visit(person, role);
    }

    /** Somebody writes it down in an incident. @return the address of the incident */
    String incident(Visitor.Visit by, String status) {
        var opened = by.post("/incidents", "school", school.day.school.toString(), "status", status, "title",
                "At the gym door", "form", UUID.randomUUID().toString());
        return opened.headers().firstValue("Location").orElseThrow(() -> new AssertionError(opened.body()))
                .replaceFirst(".*(/incidents/[0-9a-f-]{36}).*", "$1");
    }

    HttpResponse<String> report(Visitor.Visit by, String incident, String kind, UUID form) {
        return by.post(incident + "/student-events", "kind", kind, "student", "S.", "day", "2026-08-03", "time",
                "08:00", "place", "Gym", "form", form.toString());
    }

    /** @return the address of what waits to be written down */
    String reported(Visitor.Visit by) {
        var before = count();
        report(by, incident(by, "ACTUAL"), "RESTRAINT", UUID.randomUUID());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> count() == before + 1);
        return "/restraints/" + story.as(district(), () -> db
                .fetchSingle("select id from restorative.restraint where body is null").get(0, UUID.class));
    }

    int count() {
        return story.as(district(),
                () -> db.fetchSingle("select count(*)::int from restorative.restraint").get(0, Integer.class));
    }

    HttpResponse<String> write(Visitor.Visit by, String at, String... changed) {
        var all = new LinkedHashMap<String, String>();
        all.put("version", version(by, at + "?purpose=HELP"));
        all.put("purpose", "HELP");
        all.put("student", "Yucca00, Student000");
        all.put("which", school.roll.students().getFirst().toString());
        all.put("plan", "IDEA");
        all.put("day", "2026-08-03");
        all.put("began", "08:00");
        all.put("place", "GYM");
        all.put("minutes-HANDS", "2");
        all.put("danger", "Would have run into the street");
        all.put("causes", "The bus had left without them");
        all.put("tried-SPOKE_CALMLY", "true");
        all.put("people", "Coach Bell");
        all.put("trained", "YES");
        all.put("watched", "Coach Bell");
        all.put("stopped", "YES");
        all.put("counselor", school.counselor.toString());
        all.put("officer", "");
        for (int i = 0; i < changed.length; i += 2) all.put(changed[i], changed[i + 1]);
        return by.post(at, fields(all));
    }

    HttpResponse<String> talk(Visitor.Visit by, String at, String... changed) {
        var all = new LinkedHashMap<String, String>();
        all.put("version", version(by, at + "?purpose=HELP"));
        all.put("purpose", "HELP");
        all.put("on", "2026-08-03");
        all.put("with", "Ana Cruz");
        all.put("parents", "true");
        all.put("next", "Somebody waits with them for the bus");
        for (int i = 0; i < changed.length; i += 2) all.put(changed[i], changed[i + 1]);
        return by.post(at + "/talk", fields(all));
    }

    private static String version(Visitor.Visit by, String at) {
        return VERSION.matcher(by.get(at).body()).results().findFirst().map(m -> m.group(1)).orElse("0");
    }

    private static String[] fields(LinkedHashMap<String, String> all) {
        return all.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new);
    }
}
