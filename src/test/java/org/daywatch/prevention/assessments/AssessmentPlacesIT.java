package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.FINDING;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.walk.AssessmentPhotos;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.instruments.Instruments;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where on the site plan something was found: from the tap to the finding. */
@DaywatchIT
class AssessmentPlacesIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired Instruments instruments;
    @Autowired AssessmentCommands commands;
    @Autowired AssessmentStore assessments;
    @Autowired AssessmentAnswers answers;
    @Autowired AssessmentPhotos photos;
    @Autowired FindingStore findings;
    @Autowired SitePlans plans;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private Campus school;
    private UUID walkerId;
    private Visitor.Visit walker;
    private Visitor.Visit director;

    @BeforeEach
    void aSchoolAndTwoSafetyDirectors() {
        cast = story.cast();
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        school = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        walkerId = join("walker");
        walker = visitor.signedIn(walkerId, cast.mesquite(), Role.SAFETY_DIRECTOR);
        director = visitor.signedIn(join("director"), cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void whatIsTappedOnTheSitePlanIsThePlaceOfTheAnswerItsPhotosAndItsFinding() throws IOException {
        var id = story.as(cast.mesquite(), () -> commands.begin(school, instruments.get("CAMPUS", 1), null,
                new By(walkerId, "Robin Walker", null, true, Role.SAFETY_DIRECTOR), Ids.next()));
        String here = "/assessments/" + id;
        var except = Map.of("B-02", Answer.PARTLY, "B-01", Answer.NOT);
        story.run(cast.mesquite(),
                () -> instruments.get("CAMPUS", 1).items().forEach(
                        i -> commands.answer(id, i.id(), new Found(except.getOrDefault(i.id(), Answer.IN_PLACE), "", "",
                                clock.instant(), "Robin Walker", walkerId))));
        var drawing = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", drawing);
        var door = new SitePlan.Mark(Ids.next(), SitePlan.Kind.DOOR, null, "Door 1", 12.5, 80);
        var plan = story.as(cast.mesquite(), () -> {
            var added = plans.add(walkerId, school, "Grounds", drawing.toByteArray());
            plans.place(school, added, door);
            return added;
        });
        story.run(cast.mesquite(), () -> photos.add(Ids.next(), assessments.find(id).orElseThrow(), "B-02", null,
                CleanPicture.of(drawing.toByteArray()), "The gap", clock.instant(), "Walker"));
        assertThat(walker.get(here + "/walk/BUILDING_PERIMETER").body()).contains(here + "/places/B-02",
                "Mark on site plan");
        assertThat(walker.get(here + "/places/B-02").body()).contains("Open Grounds", "Door 1 · Grounds");
        String opening = address(walker.post(here + "/places/B-02/" + plan + "/openings"));
        assertThat(walker.get(opening).body()).contains("Tap where it is: B-02");
        var wrong = walker.post(opening, "across", "33.25", "down", "101");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).as("nothing is lost").contains("value=\"33.25\"", "Enter a number from 0 to 100");
        walker.post(opening, "across", "33.25", "down", "44.5");
        walker.post(here + "/places/B-01/mark", "mark", plan + "/" + door.id());
        assertThat(address(walker.post(here + "/places/B-01/" + plan + "/openings")).replaceAll(".*/", ""))
                .as("one opening serves for all").isEqualTo(opening.replaceAll(".*/", ""));
        assertThat(walker.get(here).body()).contains("2 places are marked", "class=\"plan-pinned\" cx=\"33.25%\"",
                "The gap");
        walker.post(here + "/items/B-02", "answer", "PARTLY", "evidence", "A hand's breadth.", "place", "Door 7");
        story.run(cast.mesquite(), () -> {
            assertThat(answers.of(id).get("B-02").mark()).as("a note does not move it")
                    .isEqualTo(new Mark(plan, 33.25, 44.5));
            assertThat(answers.photos(id).getFirst().mark()).as("its photo stands there too")
                    .isEqualTo(new Mark(plan, 33.25, 44.5));
        });
        walker.post(here + "/submission", "day", LocalDate.ofInstant(clock.instant(), school.zone()).toString(),
                "minutes", "240", "capacity", "STAFF");
        walker.post(here + "/places/B-02/removal");
        director.post(here + "/acceptance", "counts", "true");
        var marks = story.as(cast.agency(), () -> findings.list(FINDING.SCHOOL_ID.eq(school.id()))).stream()
                .collect(Collectors.toMap(f -> f.origin().item(), f -> f.where().mark()));
        assertThat(marks).as("handed in, it no longer moves, and the finding stands where it was seen")
                .isEqualTo(Map.of("B-02", new Mark(plan, 33.25, 44.5), "B-01", new Mark(plan, 12.5, 80)));
        spanish("B-01");
    }

    /** The item in the reader's language; the history keeps the words in which it was stored. */
    private void spanish(String item) {
        var text = instruments.get("CAMPUS", 1).byId().get(item).text();
        var finding = story
                .as(cast.agency(), () -> findings.list(FINDING.SCHOOL_ID.eq(school.id()).and(FINDING.ITEM.eq(item))))
                .getFirst();
        director.post("/language", "lang", "es");
        var page = director.get("/findings/" + finding.id()).body();
        assertThat(page).contains("No está en orden: " + text.in("es"));
        assertThat(page.substring(page.indexOf("finding-history"))).contains("Not in place: " + text.en());
        assertThat(director.get("/findings").body()).contains("No está en orden: " + text.in("es"))
                .doesNotContain("Not in place:");
    }

    private static String address(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("location").orElseThrow()).getPath();
    }

    private UUID join(String who) {
        return story.as(cast.agency(), () -> organizations.join(cast.mesquite(), who + cast.suffix() + "@story.example",
                "Robin " + who, Role.SAFETY_DIRECTOR, null));
    }
}
