package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.journeys.ScreenWords.Call;
import org.daywatch.journeys.ScreenWords.Event;
import org.daywatch.journeys.ScreenWords.Here;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One school is in a drill and the other, at the same time, really in lockdown: from the press to the end, what each of
 * the screens says of 911, of drill and real and of the end is what the database has: of six people, of a dispatcher
 * who opens a link for each, and of those who give students back. Meanwhile a teacher calls for help.
 */
class DrillBesideLockdownJourneyIT extends Browser {

    private static final int HELD = 2300;
    private static final int CLICKS = 200;
    private static final double LOST_MILLIS = 10_000;
    private static final String REAL = "Ironwood High School";
    private static final String DRILL = "Kestrel Middle School";
    /** A screen hears within a second; this is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired DSLContext db;
    @Autowired Tenants tenants;
    @Autowired TransactionTemplate transaction;
    @Autowired Sessions sessions;

    private final Map<String, Watched> screens = new LinkedHashMap<>();
    private final Set<UUID> before = new HashSet<>();
    private final Map<String, Object> wrong = new LinkedHashMap<>();
    private int compared;

    /** @param asks looked at anew before each comparison; by itself it asks every ten seconds */
    private record Watched(Page page, List<String> schools, boolean asks) {}

    @Test
    void everySentenceOnEveryScreenIsWhatTheDatabaseHasFromThePressToTheEnd() {
        everyAlert(before::add);
        screen("teacher", Screen.PHONE, "Quinn Harroway", "/alert", REAL);
        screen("front office", Screen.DESK, "Sasha Vandermeer", "/inbox", REAL);
        screen("principal", Screen.DESK, "Morgan Sedgewick", "/inbox", REAL);
        officer();
        screen("principal in the drill", Screen.PHONE, "Avery Lindqvist", "/alert?status=EXERCISE", DRILL);
        screen("safety director", Screen.DESK, "Taylor Winslow", "/inbox", REAL, DRILL);
        compare("nothing is under way");

        hold(on("principal in the drill").locator(".alert-button-LOCKDOWN"));
        raised(1);
        dispatcher("dispatcher of the drill", on("principal in the drill"), DRILL);
        reunite("reunification in the drill", "Avery Lindqvist", "drill", DRILL);
        compare("a drill at one school");

        hold(on("teacher").locator(".alert-button-LOCKDOWN"));
        raised(2);
        dispatcher("dispatcher", on("principal"), REAL);
        compare("and a lockdown at the other, of which nobody has called 911");

        on("front office").locator(".alert-called").first().click();
        noDrillOfGivingBack();
        reunite("reunification", "Morgan Sedgewick", "real emergency", REAL);
        compare("somebody called");

        callForHelp();
        compare("a call for help came and went");

        var real = alertOf(REAL);
        letOut(on("principal"), real);
        compare("all rooms are let out");

        over(on("principal"), real);
        compare("the first of two says that it is over");

        over(on("front office"), real);
        compare("it is over, and the drill goes on");

        var drill = alertOf(DRILL);
        letOut(on("principal in the drill"), drill);
        over(on("principal in the drill"), drill);
        over(on("safety director"), drill);
        compare("everything is over");
        assertThat(wrong).as("by step and screen").isEmpty();
        System.out.printf("a drill beside a lockdown: %d screens compared with the database%n", compared);
    }

    private void screen(String who, Screen size, String persona, String path, String... schools) {
        if (page != null && !screens.isEmpty()) keep();
        at(size);
        become(persona);
        open(path);
        screens.put(who, new Watched(page, List.of(schools), false));
    }

    /** Whom the school gives the link of its alert: no account, no sign-in. */
    private void dispatcher(String who, Page school, String name) {
        String back = school.url();
        school.navigate(address(alertOf(name) + "/links"));
        school.locator("input[name=forWhom]").fill("Dispatch center");
        school.waitForNavigation(() -> school.locator("button:text-is('Create link')").click());
        String link = school.locator(".responder-address").innerText().replaceFirst(".*(?=/r/)", "");
        school.navigate(back);
        keep();
        at(Screen.DESK);
        assertThat(open(link)).isEqualTo(200);
        in(() -> db.select(ALERT.RAISED_AT, SCHOOL.ZONE).from(ALERT).join(SCHOOL)
                .on(SCHOOL.AGENCY_ID.eq(ALERT.AGENCY_ID)).and(SCHOOL.ID.eq(ALERT.SCHOOL_ID))
                .where(ALERT.ID.eq(UUID.fromString(alertOf(name).substring("/alerts/".length()))))
                .forEach(r -> assertThat(read(page.locator(".alert-head"))).contains("Lockdown",
                        time(r.get(ALERT.RAISED_AT), r.get(SCHOOL.ZONE)))));
        screens.put(who, new Watched(page, List.of(name), true));
    }

    private void reunite(String who, String persona, String from, String school) {
        screen(who, Screen.DESK, persona, "/reunification", school);
        begin(from);
        assertThat(page.url()).contains("/reunification/");
    }

    /** No students are given back for practice while the school is told something in earnest. */
    private void noDrillOfGivingBack() {
        keep();
        at(Screen.DESK);
        become("Morgan Sedgewick");
        open("/reunification");
        begin("drill");
        assertThat(read(page.locator("main"))).contains("A real alert is active at this school.",
                "Start a real reunification, or end the real alert first.");
    }

    private void begin(String from) {
        smaller(page);
        page.locator("input[name=site]").fill("Stadium, south gate");
        page.locator("label:text('Without a roll call: " + from + "')").click();
        page.locator("input[name=why]").fill("Families wait at the gate.");
        page.waitForNavigation(() -> page.locator("button:text-is('Begin reunification')").click());
    }

    /** An alert lies above every page until its reader makes it small. */
    private static void smaller(Page at) {
        at.addLocatorHandler(at.locator(".alert-smaller").first(), Locator::click,
                new Page.AddLocatorHandlerOptions().setNoWaitAfter(true));
    }

    /** Who called reads that it came, who saw it and who is on the way, also after a reload, and takes it back. */
    private void callForHelp() {
        var teacher = on("teacher");
        teacher.navigate(address("/alert"));
        hold(teacher.locator(".alert-button-HELP_MEDICAL"));
        raised(3);
        var call = teacher.locator(".help-call");
        reads(call, "REAL: THIS IS NOT A DRILL", "Received at ", "No one is on the way yet");
        var help = events().getLast();
        keep();
        at(Screen.PHONE);
        become("Sasha Vandermeer");
        smaller(page);
        open("/alerts/" + help.id);
        page.waitForNavigation(() -> page.locator("#help-answers button:text-is('I am going')").click());
        assertThat(read(page.locator("#help-answers"))).contains("On the way: Sasha Vandermeer");
        var said = new ArrayList<String>(List.of("Seen by Sasha Vandermeer", "On the way: Sasha Vandermeer"));
        in(() -> db.select(ALERT.RAISED_AT, SCHOOL.ZONE).from(ALERT).join(SCHOOL)
                .on(SCHOOL.AGENCY_ID.eq(ALERT.AGENCY_ID)).and(SCHOOL.ID.eq(ALERT.SCHOOL_ID))
                .where(ALERT.ID.eq(UUID.fromString(help.id)))
                .forEach(r -> said.add("Received at " + time(r.get(ALERT.RAISED_AT), r.get(SCHOOL.ZONE)))));
        assertThat(said).hasSize(3);
        reads(call, said.toArray(String[]::new));
        teacher.reload();
        assertThat(read(call)).contains(said);
        smaller(teacher);
        answered(teacher, call.locator("a:text-is('Cancel help call')"));
        answered(teacher, teacher.locator(".help-cancel button[value=ALL_CLEAR]"));
        await().atMost(SOON).until(() -> events().getLast().event.over());
        teacher.navigate(address("/alert"));
    }

    private void reads(Locator part, String... words) {
        long until = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < until
                && (part.count() == 0 || !List.of(words).stream().allMatch(read(part)::contains)))
            page.waitForTimeout(100);
        assertThat(read(part)).contains(words);
    }

    private static String read(Locator part) {
        return part.first().innerText().replaceAll("[\\s\u202f\u00a0]+", " ");
    }

    private static String time(Instant at, String zone) {
        return ScreenWords.TIME.format(at.atZone(ZoneId.of(zone)));
    }

    /** Who stands at the school now is none of the people to try; they come with a session of their own. */
    private void officer() {
        keep();
        at(Screen.PHONE);
        in(() -> db.select(SHIFT.AGENCY_ID, OFFICER.PERSON_ID).from(SHIFT).join(OFFICER)
                .on(OFFICER.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(OFFICER.ID.eq(SHIFT.OFFICER_ID)).join(SCHOOL)
                .on(SCHOOL.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(SCHOOL.ID.eq(SHIFT.SCHOOL_ID))
                .where(SCHOOL.NAME.eq(REAL)).and(SHIFT.STATE.eq("ON_POST")).limit(1).forEach(r -> {
                    String session = sessions.open(r.get(OFFICER.PERSON_ID), Sessions.PASSKEY, "phone");
                    sessions.actFor(session, r.get(SHIFT.AGENCY_ID), Role.OFFICER);
                    page.context().addCookies(
                            List.of(new Cookie("daywatch_session", session).setUrl(address("/"))));
                }));
        assertThat(open("/my-day")).as("their first page, where the session takes up in which capacity they act")
                .isEqualTo(200);
        assertThat(open("/inbox")).isEqualTo(200);
        assertThat(page.locator("body").getAttribute("data-may")).contains("ALERT_READ");
        screens.put("officer", new Watched(page, List.of(REAL), false));
    }

    private Page on(String who) {
        return screens.get(who).page;
    }

    private void hold(Locator button) {
        var at = button.page();
        button.hover();
        at.mouse().down();
        at.waitForTimeout(HELD);
        at.mouse().up();
    }

    private void letOut(Page at, String alert) {
        at.navigate(address(alert));
        var free = at.locator(".alert-rooms li button");
        for (int i = 0; free.count() > 0 && i < CLICKS; i++) answered(at, free.first());
        assertThat(free.count()).as("rooms still to be let out").isZero();
    }

    /**
     * Until another page is there. The page draws itself anew when somebody does something: a button that was pressed
     * in that moment is another one by then, and whoever stands there presses again.
     */
    private static void answered(Page at, Locator button) {
        var whole = new Page.WaitForNavigationOptions().setTimeout(LOST_MILLIS);
        for (int i = 0; button.count() > 0 && i < CLICKS; i++) try {
            at.waitForNavigation(whole, button::click);
            return;
        } catch (TimeoutError lost) {
            // Pressed again, where it still stands.
        }
    }

    /** One of the two who say so. */
    private void over(Page at, String alert) {
        at.navigate(address(alert));
        answered(at, at.locator("main button[name=how][value=ALL_CLEAR]").first());
        answered(at, at.locator("main button:text-is('End the alert anyway')")); // nobody reported from a room
        at.waitForSelector("main .alert-head");
    }

    private void raised(int alerts) {
        await().atMost(SOON).until(() -> events().size() == alerts);
    }

    /** Each screen, however long it takes to hear; what is still wrong then is kept, so that a run names all of it. */
    private void compare(String step) {
        screens.values().stream().filter(Watched::asks).forEach(screen -> anew(screen.page));
        long until = System.nanoTime() + SOON.toNanos();
        do {
            wrong.remove(step);
            var events = events();
            var here = new LinkedHashMap<String, List<String>>();
            screens.forEach((who, screen) -> {
                var said = ScreenWords.wrong(screen.page.locator("body").innerText(), here(events, screen));
                if (!said.isEmpty()) here.put(who, said);
            });
            if (here.isEmpty()) break;
            wrong.put(step, here);
            page.waitForTimeout(200);
        } while (System.nanoTime() < until);
        compared += screens.size();
    }

    /** A page that hears of something new loads itself anew, too: whichever comes last is looked at. */
    private static void anew(Page at) {
        try {
            at.reload();
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("net::ERR_ABORTED")) throw e;
            at.waitForLoadState();
        }
    }

    private static Here here(List<Row> events, Watched screen) {
        var path = screen.page.url().replaceFirst("^https?://[^/]+", "");
        return new Here(events.stream().filter(row -> screen.schools.contains(row.school)).map(Row::event).toList(),
                path.equals("/alert") ? "ACTUAL" : path.startsWith("/alert?status=EXERCISE") ? "EXERCISE" : "");
    }

    private record Row(String id, String school, Event event) {}

    private String alertOf(String school) {
        return events().stream().filter(row -> row.school.equals(school) && !row.event.help())
                .map(row -> "/alerts/" + row.id).findFirst()
                .orElseThrow();
    }

    /** Of this emergency, as rows; no class of Daywatch reads them. */
    private List<Row> events() {
        var all = new ArrayList<Row>();
        in(() -> db.select(ALERT.ID, ALERT.STATUS, ALERT.ACTION, ALERT.STATE, ALERT.WORD_NAME, SCHOOL.NAME, SCHOOL.ZONE)
                .from(ALERT).join(SCHOOL).on(SCHOOL.AGENCY_ID.eq(ALERT.AGENCY_ID)).and(SCHOOL.ID.eq(ALERT.SCHOOL_ID))
                .where(ALERT.ID.notIn(before)).orderBy(ALERT.RAISED_AT)
                .forEach(r -> all.add(new Row(r.get(ALERT.ID).toString(), r.get(SCHOOL.NAME),
                        new Event(r.get(ALERT.STATUS).equals("ACTUAL"), r.get(ALERT.ACTION), r.get(ALERT.STATE),
                                r.get(ALERT.WORD_NAME), calls(r.get(ALERT.ID)),
                                ZoneId.of(r.get(SCHOOL.ZONE)))))));
        return all;
    }

    private List<Call> calls(UUID alert) {
        return db.select(INCIDENT_ENTRY.BY_NAME, INCIDENT_ENTRY.AT).from(INCIDENT_ENTRY)
                .where(INCIDENT_ENTRY.INCIDENT_ID.eq(alert)).and(INCIDENT_ENTRY.KIND.eq("Called911"))
                .fetch(r -> new Call(r.get(INCIDENT_ENTRY.BY_NAME), r.get(INCIDENT_ENTRY.AT)));
    }

    private void everyAlert(Consumer<UUID> each) {
        in(() -> db.select(ALERT.ID).from(ALERT).forEach(r -> each.accept(r.get(ALERT.ID))));
    }

    private void in(Runnable work) {
        for (var agency : tenants.agencies())
            Tenancy.run(Scope.system(agency.id()), () -> transaction.executeWithoutResult(t -> work.run()));
    }
}
