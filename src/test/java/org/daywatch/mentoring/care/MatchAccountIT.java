package org.daywatch.mentoring.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A mother reads on the page of her consent what was recorded about her child, and in which role it was read. */
@DaywatchIT
class MatchAccountIT {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s<]+(/consent/[\\w-]+)");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;

    private MentoringStory story;
    private Visitor.Visit counselor;
    private String at;
    private String mother;
    private String own;
    private Visitor.Visit officer;

    @BeforeEach
    void aMatchThatHasMet() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new MentoringStory(app);
        story.screened();
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        at = story.referred(counselor, 0);
        mother = link(story.roll.guardians().getFirst().toString());
        own = link("STUDENT");
        say(own);
        say(mother);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> story.stage(at).equals("CONSENTED"));
        story.act(counselor, at, "mentor", "mentor", story.officer.person().toString());
        story.act(counselor, at, "agreement");
        officer = story.visit(story.officer.person(), Role.OFFICER);
        assertThat(story.met(officer, at).statusCode()).isEqualTo(302);
    }

    @Test
    void sheReadsWhyWithWhomAndEachMeetingAndThatTheMentorReadIt() {
        var page = visitor.stranger().get(mother).body();
        assertThat(page).contains("What was recorded", "Sam Cholla became the mentor", "Library", "Be on time three",
                "Referred to mentoring. Why:", "Officer:");
        assertThat(visitor.stranger().get(mother + "?lang=es").body()).contains("Lo que se registró",
                "es ahora su mentor");
    }

    @Test
    void heldBackSheReadsThePageOfAStudentAboutWhomNothingIsRecordedAndTheStudentReadsOn() {
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        var account = "/schools/" + story.day.school + "/students/" + story.roll.students().getFirst() + "/account";
        assertThat(principal.post(account, "ground", "ABUSE_REPORT", "paper", "Office file 3", "form",
                Ids.next().toString()).statusCode()).isEqualTo(302);
        assertThat(visitor.stranger().get(mother).body()).doesNotContain("Sam Cholla", "Library", "held back", "Office")
                .contains("There is nothing to show here now");
        assertThat(visitor.stranger().get(own).body()).contains("Sam Cholla", "Library");
        assertThat(principal.post(account + "/release", "form", Ids.next().toString()).statusCode()).isEqualTo(302);
        assertThat(visitor.stranger().get(mother).body()).contains("Sam Cholla");
    }

    @Test
    void afterSheTookItBackNobodyOfTheSchoolReadsItAndSheStillDoes() {
        assertThat(visitor.stranger().post(mother + "/withdrawal").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).statusCode()).isEqualTo(404);
        assertThat(officer.get(at).statusCode()).isEqualTo(404);
        assertThat(visitor.stranger().get(mother).body()).contains("You took your consent back", "Sam Cholla",
                "Library");
        assertThat(story.met(officer, at, "begins", "06:05").statusCode()).isEqualTo(404);
    }

    /** As the counselor makes it on the page of consents. */
    private String link(String person) {
        var made = ADDRESS.matcher(counselor.post("/consents/" + MentoringStory.id(at) + "/ask", "person", person,
                "language", "en", "form", Ids.next().toString()).body());
        assertThat(made.find()).as("a link for " + person).isTrue();
        return made.group(1);
    }

    private void say(String link) {
        assertThat(visitor.stranger().post(link + "/answer", "said", "yes", "form", Ids.next().toString()).statusCode())
                .isEqualTo(302);
    }
}
