package org.daywatch.restorative.diversions;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school that thinks of excluding a student: a principal, a counselor, and an officer on post. */
final class DiversionStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final ThreatStory school;
    private final Story story;
    private final DSLContext db;

    DiversionStory(ApplicationContext app) {
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

    int count() {
        return story.as(district(),
                () -> db.fetchSingle("select count(*)::int from restorative.diversion").get(0, Integer.class));
    }

    HttpResponse<String> begin(Visitor.Visit by, UUID form, String... changed) {
        var all = new LinkedHashMap<String, String>();
        all.put("form", form.toString());
        all.put("student", "Yucca00, Student000");
        all.put("which", school.roll.students().getFirst().toString());
        all.put("considered", "OUT_OF_SCHOOL_SUSPENSION");
        all.put("day", "2026-08-03");
        all.put("place", "GYM");
        all.put("cause-RUMOR", "true");
        all.put("counselor", school.counselor.toString());
        return post(by, "/diversions", all, changed);
    }

    /** @return its address */
    String begun(Visitor.Visit by) {
        var form = UUID.randomUUID();
        var answer = begin(by, form);
        if (answer.statusCode() != 302) throw new AssertionError(answer.body());
        return "/diversions/" + form;
    }

    HttpResponse<String> offer(Visitor.Visit by, String at, String... changed) {
        var all = fields(by, at);
        all.put("kind", "MENTOR");
        all.put("words", "On Tuesdays before class");
        return post(by, at + "/offers", all, changed);
    }

    HttpResponse<String> answer(Visitor.Visit by, String at, String answer, String... changed) {
        var all = fields(by, at);
        all.put("offer", "1");
        all.put("answer", answer);
        return post(by, at + "/answers", all, changed);
    }

    HttpResponse<String> act(Visitor.Visit by, String at, String act, String... changed) {
        return post(by, at + "/" + act, fields(by, at), changed);
    }

    private static LinkedHashMap<String, String> fields(Visitor.Visit by, String at) {
        var all = new LinkedHashMap<String, String>();
        all.put("version", VERSION.matcher(by.get(at + "?purpose=HELP").body()).results().findFirst()
                .map(m -> m.group(1)).orElse("0"));
        all.put("purpose", "HELP");
        all.put("on", "2026-08-03");
        return all;
    }

    private static HttpResponse<String> post(Visitor.Visit by, String to, LinkedHashMap<String, String> all,
            String... changed) {
        for (int i = 0; i < changed.length; i += 2) all.put(changed[i], changed[i + 1]);
        return by.post(to, all.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new));
    }
}
