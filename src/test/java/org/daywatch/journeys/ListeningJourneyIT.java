package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daywatch.platform.time.DemoClock;
import org.daywatch.relationships.tips.door.DoorHere;
import org.daywatch.relationships.tips.ring.RingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * As the page of the personas leads: a student writes at the door, an analyst answers, the student comes back with
 * sixteen digits. What is told of other tips is read by those who help, and the agency reads not one word of it.
 */
class ListeningJourneyIT extends Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Of each tip and assessment some words, the first of them long enough to be searched for. */
    private static final List<String> WRITTEN = List.of("messages every evening", "turned their phone off",
            "come sola en el baño", "sorry on Friday", "sorry on the day of the test", "robotics club",
            "art teacher whom", "Wiped it off", "almorzó con dos compañeras");

    @Autowired DoorHere door;
    @Autowired RingSettings ring;
    @Autowired Clock clock;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whoeverWritesAtTheDoorComesBackAndReadsTheAnswer(Screen screen) {
        at(screen);
        become("Tip analyst");
        assertThat(page.url()).endsWith("/nameless-tips");
        var before = tips();

        open("/personas");
        page.locator(".personas-way summary").click();
        assertThat(page.locator(".personas-way").innerText()).contains("up to 15 minutes", "15 seconds at most");
        assertThat(tooWide()).isFalse();
        nothingSerious();
        picture("listening-way-" + screen.width);
        page.locator(".personas-way a[href*=':']").first().click();
        page.locator("#school").fill("Ironwood High School");
        page.locator("#words").fill("The new girl has nobody at lunch.");
        page.locator("input[name=life][value=no]").check();
        page.locator("#send").click();
        page.locator("h1:not(:has-text('Tell us what worries'))").or(page.locator("[role=alert]")).first().waitFor();
        assertThat(page.locator("main").innerText()).as("what the door answers").contains("We have your tip");
        String digits = page.locator("#digits").textContent();
        ((DemoClock) clock).runFrom(clock.instant().plus(ring.bucket()));

        become("Tip analyst");
        await().atMost(PATIENCE).until(() -> {
            open("/nameless-tips");
            return tips().size() > before.size();
        });
        nothingSerious();
        var fresh = tips();
        fresh.removeAll(before);
        open(fresh.iterator().next());
        assertThat(page.locator("#tip-words").innerText()).isEqualTo("The new girl has nobody at lunch.");
        page.locator("#field-category").selectOption("OTHER");
        click("Save class");
        click("Route tip");
        page.locator("#answer-words").fill("Thank you. We ask her to sit with us tomorrow.");
        click("Send answer");
        assertThat(tooWide()).isFalse();
        nothingSerious();

        open("/personas");
        page.locator(".personas-way summary").click();
        page.locator(".personas-way a[href*=':']").last().click();
        page.locator("#receipt").fill(digits);
        page.locator("#open").click();
        page.locator("article").first().waitFor();
        assertThat(page.locator("main").innerText()).contains("We ask her to sit with us tomorrow.")
                .doesNotContain("has nobody at lunch");
        assertThat(tooWide()).isFalse();
    }

    @Test
    void thoseWhoHelpReadWhatWasToldAndTheAgencyNotOneWord() {
        at(Screen.DESK);
        become("Counselor");
        assertThat(page.url()).endsWith("/helping");
        var theirs = new LinkedHashSet<String>();
        for (var list : List.of("/nameless-tips", "/nameless-tips?closed=true", "/threats")) {
            open(list);
            theirs.addAll(links("main a[href*='/nameless-tips/'], main a[href*='/threats/']"));
        }
        become("Tip analyst");
        theirs.addAll(tips());
        var read = new StringBuilder();
        for (var role : List.of("Counselor", "Tip analyst")) {
            become(role);
            for (var one : theirs) read.append(asked(one).text());
        }
        assertThat(read.toString()).as("what is looked for is there").contains(WRITTEN);

        become("Coordinator");
        var seen = new ArrayList<String>();
        theirs.addAll(List.of("/nameless-tips", "/nameless-tips?closed=true", "/threats", "/helping", "/tip-duty",
                "/disclosed", "/glass", "/glass/log"));
        for (var one : theirs) if (asked(one).status() == 200) seen.add(one);
        assertThat(seen).as("pages of tips and assessments that the agency reads").isEmpty();
        for (var words : WRITTEN) unwritten("/search?q=" + words.split(" ")[0], words);
        for (var file : List.of("/me/export.json", "/audit", "/audit.csv", "/outbox", "/outbox.csv", "/inbox",
                "/inbox.csv"))
            WRITTEN.forEach(words -> unwritten(file, words));
    }

    private void unwritten(String path, String words) {
        assertThat(asked(path).text()).as(path).doesNotContain(words);
    }

    private record Answer(int status, String text) {}

    private Answer asked(String path) {
        var answer = page.request().get(address(path), RequestOptions.create().setMaxRedirects(0));
        var read = new Answer(answer.status(), answer.text());
        answer.dispose();
        return read;
    }

    private Set<String> tips() {
        return links(".nametips-list a[href*='/nameless-tips/']");
    }

    @SuppressWarnings("unchecked")
    private Set<String> links(String which) {
        return new LinkedHashSet<>((List<String>) page.locator(which).evaluateAll(
                "all => all.map(a => a.getAttribute('href')).filter(to => /[0-9a-f]{8}-[0-9a-f-]{27}$/.test(to))"));
    }

    private void click(String button) {
        page.waitForNavigation(() -> page.locator("button:text-is('" + button + "')").first().click());
    }
}
