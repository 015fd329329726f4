package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.daywatch._story.Axe;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows the links of each persona, one page of each kind, at both widths: every page answers, fits the screen, and
 * axe finds nothing serious. A new page is walked as soon as something leads to it.
 *
 * <p>A-21 of docs/security.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT extends Browser {

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*href=\"[^\"]+\"[^>]*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern DOWNLOAD = Pattern.compile("\\sdownload[\\s>=]");
    private static final Pattern HEADING = Pattern.compile("<h1[\\s>]");

    /** No persona has so many kinds of pages; whoever reaches it no longer tells kinds apart, and the walk says so. */
    private static final int MOST = 300;

    /** Pictures of every page, and axe on a persona's second screen too: in the long form only, they take minutes. */
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");

    /** From the first screen so many clicks; of links that ask the same of different schools or people so many. */
    private static final int LEVELS = 2;
    private static final int ALIKE = LONG ? 3 : 1;

    /** Help reads the same to everybody: each topic is looked at once, in the long form once for each width. */
    private static final Set<String> HELP_LOOKED_AT = new HashSet<>();

    /**
     * In the short form each kind of page is opened once in the browser, by whoever reaches it first: looked at with
     * axe, made as wide as a desk and as narrow as a phone; the person who comes after is answered by it and follows
     * its links, and their browser does not draw it again. In the long form everything is opened anew for everybody at
     * both widths.
     */
    private static final Set<String> OPENED = new HashSet<>();
    private static final Set<String> EXAMINED = new HashSet<>();

    /** What each opened first: in Spanish the short form goes there at once, and looks for no way. */
    private static final Map<String, Set<String>> OPENED_BY = new HashMap<>();

    /**
     * By role, of each page that its walk was answered, all that the page leads to, files too: in the short form what
     * leads to a refusal goes on from there and asks only what nobody in that role asked before.
     */
    private static final Map<String, Map<String, List<String>>> LEADS_TO = new HashMap<>();

    @Order(1)
    @ParameterizedTest(name = "{0} on a {1} screen")
    @CsvSource({"Coordinator,DESK", "Agency administrator,DESK", "Officer,PHONE", "Principal,PHONE", "Teacher,PHONE",
            "Front office,DESK",
            "District safety director,DESK", "Department supervisor,DESK", "Tip analyst,DESK", "Counselor,PHONE"})
    void everyPageAnswersFitsAndIsAccessible(String role, Screen screen) {
        walk(role, screen, false);
    }

    @Order(2)
    @ParameterizedTest(name = "{0} on a {1} screen")
    @CsvSource({"Coordinator,PHONE", "Principal,DESK", "Officer,DESK", "District safety director,PHONE",
            "Department supervisor,PHONE"})
    @EnabledIfSystemProperty(named = "daywatch.long", matches = "true",
            disabledReason = "in the short form pages are made as wide and as narrow as both screens where they are opened")
    void everyPageAnswersAndFitsTheOtherScreenToo(String role, Screen screen) {
        walk(role, screen, false);
    }

    /**
     * Spanish says more than English: each kind of page once, by the person who reaches it first; in the long form
     * everybody's, with a picture.
     */
    @Order(4)
    @ParameterizedTest(name = "{0} in Spanish")
    @ValueSource(strings = {"Coordinator", "Agency administrator", "Officer", "Principal", "Teacher", "Front office",
            "District safety director", "Department supervisor", "Tip analyst", "Counselor"})
    void everyPageFitsInSpanishToo(String role) {
        walk(role, Screen.DESK, true);
    }

    @Override
    protected boolean keepsPages() {
        return false;
    }

    private void walk(String role, Screen screen, boolean spanish) {
        if (spanish && !LONG) withoutScript(screen); // words as the server draws them: what scripts draw was measured in English
        else at(screen);
        if (!spanish) Axe.onEvery(page);
        become(role);
        if (spanish)
            page.waitForNavigation(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Español"))
                    .first().click());
        var wrong = new ArrayList<String>();
        var seen = new LinkedHashMap<String, String>();
        var known = spanish && !LONG ? OPENED_BY.get(role) : null;
        var ahead = new ArrayDeque<>(known == null ? List.of(path(page.url())) : known);
        while (!ahead.isEmpty() && seen.size() < MOST) {
            String next = ahead.poll();
            if (seen.putIfAbsent(kind(next), next) != null) continue;
            boolean first = OPENED.add((spanish ? "es " : "") + kind(next));
            if (next.startsWith("/help/")
                    && !HELP_LOOKED_AT.add((spanish ? "es " : "") + (LONG ? screen : "") + kind(next)))
                continue;
            if (!first && !LONG && seen.size() > 1) {
                answered(role, next, wrong).stream().filter(link -> !seen.containsKey(kind(link))).forEach(ahead::add);
                continue;
            }
            if (first && !spanish) OPENED_BY.computeIfAbsent(role, key -> new LinkedHashSet<>()).add(next);
            var answer = page.navigate(address(next));
            if (answer.status() != 200) {
                wrong.add(next + " answered " + answer.status());
                continue;
            }
            if (!spanish && answer.url().equals(address(next))) leadsTo(role, next, answer.text());
            if (!spanish && (EXAMINED.add(kind(next)) || LONG))
                (LONG || seen.size() == 1 ? seriousFindings() : Axe.seriousInside(page))
                        .forEach(finding -> wrong.add(next + ": " + finding));
            for (var width : widths(screen, spanish)) fits(next, width.width, width.height, wrong);
            if (LONG)
                picture(role.toLowerCase().replace(' ', '-') + "-" + (spanish ? "es" : screen.name().toLowerCase())
                        + kind(next).replaceAll("[^a-z0-9]+", "-"));
            int headings = page.locator("h1").count();
            if (headings != 1) wrong.add(next + " has " + headings + " main headings");
            if (screen == Screen.DESK && LONG) fits(next, Screen.DESK.width / 2, Screen.DESK.height / 2, wrong); // what 200 % zoom leaves
            if (widths(screen, spanish).size() > 1) page.setViewportSize(screen.width, screen.height);
            if (known == null) links().stream().filter(link -> !seen.containsKey(kind(link))).forEach(ahead::add);
        }
        if (seen.size() == MOST)
            wrong.add("the walk ended at its limit of " + MOST + " kinds of pages before it had seen them all");
        assertThat(wrong).as(seen.size() + " pages walked").isEmpty();
    }

    /** In the short form Spanish is looked at where it has least room. */
    private static List<Screen> widths(Screen screen, boolean spanish) {
        if (LONG) return spanish ? List.of(Screen.DESK, Screen.PHONE) : List.of(screen);
        return spanish ? List.of(Screen.PHONE) : List.of(Screen.DESK, Screen.PHONE);
    }

    /**
     * Files and every address of a page too, and of pages that differ in their question alone each question: what is
     * offered must not be refused. In the short form what the walk of that role was answered is not asked again; the
     * long form asks everything, up to three that are alike.
     */
    @Order(3)
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Coordinator", "Agency administrator", "Officer", "Principal", "Teacher", "Front office",
            "District safety director", "Department supervisor", "Tip analyst", "Counselor"})
    void noLinkOfTheFirstScreensLeadsToARefusal(String role) {
        at(Screen.DESK);
        become(role);
        var wrong = new ArrayList<String>();
        var asked = new HashMap<String, Integer>();
        var walked = LEADS_TO.getOrDefault(role, Map.of());
        var screens = List.of(path(page.url()));
        for (int level = 0; level <= LEVELS; level++) {
            var next = new LinkedHashSet<String>();
            for (String address : screens) {
                if (asked.merge(question(address), 1, Integer::sum) > ALIKE) continue;
                var before = LONG ? null : walked.get(question(address));
                if (before != null) {
                    next.addAll(before);
                    continue;
                }
                var answer = page.request().get(address(address), RequestOptions.create().setMaxRedirects(0));
                if (answer.status() >= 400) wrong.add(address + " answered " + answer.status());
                if (answer.status() == 200 && answer.headers().getOrDefault("content-type", "").startsWith("text/html"))
                    next.addAll(hrefs(answer.text()));
                answer.dispose();
            }
            screens = next.stream().filter(href -> !href.startsWith("/help/") && !href.contains("/personas")).toList();
        }
        assertThat(wrong).as(asked.size() + " kinds of links").isEmpty();
    }

    private static List<String> hrefs(String html) {
        return LINK.matcher(html).results().map(MatchResult::group)
                .map(link -> HREF.matcher(link).results().findFirst().orElseThrow().group(1).replace("&amp;", "&"))
                .filter(href -> href.startsWith("/") && !href.startsWith("//")).map(EveryPageIT::path).toList();
    }

    private static void leadsTo(String role, String path, String html) {
        LEADS_TO.computeIfAbsent(role, key -> new HashMap<>()).putIfAbsent(question(path), hrefs(html));
    }

    private static String question(String path) {
        int at = path.indexOf('?');
        return kind(path) + (at < 0
                ? ""
                : path.substring(at).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("\\d{4}-\\d\\d-\\d\\d",
                        "day"));
    }

    private void fits(String path, int width, int height, List<String> wrong) {
        page.setViewportSize(width, height);
        if (tooWide()) wrong.add(path + " is wider than a screen of " + width + ": " + widest());
    }

    /** Without drawing it: it answers with one main heading. @return where its links lead */
    private List<String> answered(String role, String path, List<String> wrong) {
        var answer = page.request().get(address(path));
        String html = answer.text();
        if (answer.status() == 200 && answer.url().equals(address(path))) leadsTo(role, path, html);
        if (answer.status() != 200) wrong.add(path + " answered " + answer.status());
        long headings = HEADING.matcher(html).results().count();
        if (answer.status() == 200 && headings != 1) wrong.add(path + " has " + headings + " main headings");
        return LINK.matcher(html).results().map(MatchResult::group).filter(link -> !DOWNLOAD.matcher(link).find())
                .map(link -> HREF.matcher(link).results().findFirst().orElseThrow().group(1).replace("&amp;", "&"))
                .filter(href -> href.startsWith("/") && !href.startsWith("//")).map(EveryPageIT::path)
                .filter(EveryPageIT::leadsToAPage).toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        var hrefs = (List<String>) page
                .evaluate("[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)");
        return hrefs.stream().filter(href -> href.startsWith(address("/"))).map(EveryPageIT::path)
                .filter(EveryPageIT::leadsToAPage).toList();
    }

    private static boolean leadsToAPage(String path) {
        return !path.matches(".*\\.(csv|ics|pdf|docx|txt|json|zip|svg)(\\?.*)?") && !path.contains("/personas");
    }

    private Object widest() {
        return page.evaluate(
                "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                        + ".slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')");
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    /** Pages that differ only in ids, codes of rules and programs, dates or query are of one kind. */
    static String kind(String path) {
        return path.replaceFirst("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d", "day").replaceAll("/\\d+", "/n")
                .replaceAll("/[A-Z][A-Z0-9_-]+(?=/|$)", "/CODE");
    }
}
