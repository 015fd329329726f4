package org.daywatch.training.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.training.Tables.LESSON_EDITION;
import static org.daywatch_db.training.Tables.OWN_LESSON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.RecordKeeper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The library as agency, district and teacher see it. */
@DaywatchIT
class LessonLibraryIT {

    private static final String EXAMPLE = LessonReaderTest.EXAMPLE;

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Lessons lessons;
    @Autowired DSLContext db;
    @Autowired List<RecordKeeper> keepers;

    private Story.Cast cast;
    private Visit admin;
    private Visit director;

    @BeforeEach
    void people() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        admin = member(cast.agency(), Role.AGENCY_ADMIN);
        director = member(cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void anOwnLessonIsAddedTaughtFromInEveryFormAndAChangeIsAnotherEdition() {
        assertThat(add(admin, EXAMPLE).headers().firstValue("Location").orElse(""))
                .endsWith("/lessons/TRAFFIC-CROSSING/1/en");
        assertThat(admin.get("/lessons").body()).contains("Crossing the street by our school");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en").body()).contains("Duperrex", "mixed",
                "The street of chalk", "min 5–17");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/slides/2").body()).contains("Stop, look, listen",
                "Why do we look left twice?");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/slides/4").statusCode()).isEqualTo(404);
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/teach").body()).contains("Tonight you are the teacher",
                "min 17–20");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/activities").body())
                .contains("Draw a street as wide as a real one.");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/quiz").body())
                .contains("You have time to look only if you stand still.");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/staff-sheet").body())
                .contains("Children who run to a waiting car.");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en/parent-sheet").body())
                .contains("Where is the safest place to cross on our way?");
        for (String paper : List.of("lesson", "quiz", "staff-sheet", "parent-sheet")) {
            assertThat(new String(admin.bytes("/lessons/TRAFFIC-CROSSING/1/en/" + paper + ".pdf"),
                    StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        }
        assertThat(new String(admin.bytes("/lessons/TRAFFIC-CROSSING/1/en/lesson.json"), StandardCharsets.UTF_8))
                .isEqualTo(EXAMPLE);

        assertThat(add(admin, EXAMPLE.replace("Crossing the street", "Another street")).body())
                .contains("is already in the library");
        assertThat(add(admin, edition(3)).body()).contains("or the next one");
        assertThat(add(admin, edition(2).replace("Crossing the street", "Another street")).statusCode()).isEqualTo(302);
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/1/en").body()).contains("Crossing the street by our school",
                "There is a newer one");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING").headers().firstValue("Location").orElse(""))
                .endsWith("/2/en");
        assertThat(add(admin, edition(2).replace("\"language\": \"en\"", "\"language\": \"es\"")
                .replace("\"answer\": 2", "\"answer\": 1")).body())
                .contains("$.quiz[0]", "must be built as in the en edition");
        assertThatThrownBy(
                () -> story.run(cast.agency(), () -> db.update(LESSON_EDITION).set(LESSON_EDITION.FILE, "x").execute()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoLooksForATopicAnAgeOrALanguageFindsTheseLessonsAndNoOthersOnThePageAndInTheFile() {
        add(admin, EXAMPLE);
        var all = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("src/main/resources/lessons"))) {
            files.filter(f -> f.toString().endsWith(".en.json")).map(f -> new JsonMapper().readTree(f.toFile()))
                    .forEach(l -> all.put(l.get("code").asString(),
                            l.get("topic").asString() + " " + l.get("band").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.put("TRAFFIC-CROSSING", "TRAFFIC GRADES_K_2"); // in English only
        assertThat(codes("")).isEqualTo(all.keySet());
        assertThat(codes("topic=BULLYING")).containsExactly("BULLYING-BYSTANDER", "BULLYING-ONLINE",
                "BULLYING-WHAT-IT-IS");
        for (var topic : LessonTopic.values()) assertThat(codes("topic=" + topic)).isEqualTo(those(all, topic + " "));
        for (var band : AgeBand.values()) assertThat(codes("band=" + band)).isEqualTo(those(all, " " + band));
        assertThat(codes("topic=INTERNET_SAFETY&band=GRADES_6_8")).isEqualTo(those(all, "INTERNET_SAFETY GRADES_6_8"))
                .isNotEmpty();
        assertThat(codes("topic=TRAFFIC&band=GRADES_9_12")).isEmpty();
        assertThat(codes("language=en")).isEqualTo(all.keySet());
        all.remove("TRAFFIC-CROSSING");
        assertThat(codes("language=es")).isEqualTo(all.keySet());
        assertThat(codes("language=es&topic=TRAFFIC")).isEmpty();
    }

    private static Set<String> those(Map<String, String> all, String part) {
        return all.entrySet().stream().filter(e -> (e.getValue() + " ").contains(part.strip())).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Both the page and the file, which must agree. */
    private Set<String> codes(String asked) {
        var shown = new TreeSet<String>();
        var rows = Pattern.compile("<th scope=\"row\"><a href=\"/lessons/([A-Z0-9-]+)/")
                .matcher(admin.get("/lessons?" + asked).body());
        while (rows.find()) shown.add(rows.group(1));
        assertThat(admin.get("/lessons.csv?" + asked).body().lines().skip(1).map(l -> l.substring(0, l.indexOf(','))))
                .containsExactlyInAnyOrderElementsOf(shown);
        return shown;
    }

    @Test
    void everyFaultOfAFileIsNamedAndNothingIsTakenHalfway() {
        var answer = add(admin, EXAMPLE.replace("\"topic\": \"TRAFFIC\"", "\"topic\": \"CARS\"")
                .replace("\"ask\": \"\"", "\"aks\": \"\""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("crossing.json", "$.topic", "CARS", "$.slides[2].aks");
        assertThat(admin.upload("/lessons", "", "", "form", UUID.randomUUID().toString()).body())
                .contains("Choose a lesson file.");
        assertThat(story.as(cast.agency(), () -> lessons.newest("TRAFFIC-CROSSING"))).isEmpty();
    }

    @Test
    void aDistrictsOwnLessonIsSeenByItAndItsAgencyAndByNoOtherDistrict() {
        assertThat(add(director, EXAMPLE).statusCode()).isEqualTo(302);
        assertThat(story.as(cast.mesquite(), () -> lessons.newest("TRAFFIC-CROSSING"))).isPresent();
        assertThat(story.as(cast.agency(), () -> lessons.find("TRAFFIC-CROSSING", 1, "en"))).isPresent();
        assertThat(story.as(cast.saguaro(), () -> lessons.newest("TRAFFIC-CROSSING"))).isEmpty();
        assertThat(member(cast.saguaro(), Role.SAFETY_DIRECTOR).get("/lessons/TRAFFIC-CROSSING/1/en").statusCode())
                .isEqualTo(404);
        assertThat(
                member(cast.saguaro(), Role.SAFETY_DIRECTOR).get("/lessons/TRAFFIC-CROSSING/retirement").statusCode())
                .isEqualTo(404);
        assertThat(add(admin, edition(2)).body())
                .contains("Another organization of your program has a lesson with this code");
        assertThat(admin.post("/lessons/TRAFFIC-CROSSING/retirement").statusCode()).isEqualTo(404);
        var stranger = story.cast();
        assertThat(story.as(stranger.agency(), () -> lessons.newest("TRAFFIC-CROSSING"))).as("another agency")
                .isEmpty();
    }

    @Test
    void anAgencysOwnLessonIsTaughtInAllItsDistrictsAndRetiredNotDeleted() {
        add(admin, EXAMPLE);
        assertThat(director.get("/lessons/TRAFFIC-CROSSING/1/en").statusCode()).isEqualTo(200);
        assertThat(director.get("/lessons/TRAFFIC-CROSSING/1/en").body()).doesNotContain("Retire lesson");
        assertThat(admin.get("/lessons/TRAFFIC-CROSSING/retirement").body()).contains("It can no longer be planned.");
        admin.post("/lessons/TRAFFIC-CROSSING/retirement");
        assertThat(admin.get("/lessons").body()).doesNotContain("Crossing the street");
        assertThat(admin.get("/lessons?retired=yes").body()).contains("Crossing the street");
        assertThat(story.as(cast.agency(), () -> lessons.find("TRAFFIC-CROSSING", 1, "en"))).isPresent();
        assertThat(story.as(cast.agency(), () -> lessons.newest("TRAFFIC-CROSSING").orElseThrow().retired())).isTrue();
        admin.post("/lessons/TRAFFIC-CROSSING/return");
        assertThat(admin.get("/lessons").body()).contains("Crossing the street");
    }

    @Test
    void oneThatIsRetiredLongAgoIsForgottenAndOneInUseNever() {
        add(admin, EXAMPLE);
        var keeper = keepers.stream().filter(k -> k.kind().equals("OWN_LESSON")).findFirst().orElseThrow();
        Instant later = TestClock.START.plusSeconds(3600);
        assertThat(story.as(cast.agency(), () -> keeper.forget(later))).isZero();
        admin.post("/lessons/TRAFFIC-CROSSING/retirement");
        assertThat(story.as(cast.agency(), () -> keeper.forget(later))).isEqualTo(1);
        assertThat(
                story.as(cast.agency(), () -> db.fetchCount(LESSON_EDITION, LESSON_EDITION.AGENCY_ID.eq(cast.agency()))
                        + db.fetchCount(OWN_LESSON, OWN_LESSON.AGENCY_ID.eq(cast.agency()))))
                .isZero();
    }

    @Test
    void aDoubleClickAddsOnceAndWhoMayNotAddIsNotLetIn() {
        String form = UUID.randomUUID().toString();
        assertThat(admin.upload("/lessons", "crossing.json", EXAMPLE, "form", form).statusCode()).isEqualTo(302);
        assertThat(admin.upload("/lessons", "crossing.json", EXAMPLE, "form", form).statusCode()).isEqualTo(302);
        assertThat(member(cast.mesquite(), Role.TEACHER).get("/lessons").statusCode()).isEqualTo(200);
        assertThat(member(cast.mesquite(), Role.TEACHER).get("/lessons/new").statusCode()).isEqualTo(403);
        assertThat(member(cast.mesquite(), Role.FRONT_OFFICE).get("/lessons").statusCode()).isEqualTo(403);
    }

    private static String edition(int number) {
        return EXAMPLE.replace("\"edition\": 1", "\"edition\": " + number);
    }

    private static HttpResponse<String> add(Visit visit, String file) {
        return visit.upload("/lessons", "crossing.json", file, "form", UUID.randomUUID().toString());
    }

    private Visit member(UUID org, Role role) {
        UUID person = story.as(cast.agency(), () -> organizations.join(org,
                role + "-" + UUID.randomUUID() + "@story.example", "Alex Reyes", role, null));
        return visitor.signedIn(person, org, role);
    }
}
