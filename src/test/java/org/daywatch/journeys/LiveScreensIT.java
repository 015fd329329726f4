package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.staffing.Tables.SHIFT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.standby.Standbys;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three screens stand open while an officer calls off and another comes: each changes by itself, long before it would
 * ask again.
 */
class LiveScreensIT extends Browser {

    @Autowired DSLContext db;
    @Autowired Clock clock;
    @Autowired Tenants tenants;
    @Autowired TransactionTemplate transaction;
    @Autowired ShiftCommands commands;
    @Autowired Acceptances acceptances;
    @Autowired EligibilityQueries eligibility;
    @Autowired Standbys standbys;
    @Autowired Live live;

    /** What is called off. */
    private record Next(UUID agency, UUID shift, UUID post, String officer) {}

    @Test
    void aCallOffAndTheirReplacementShowOnScreensThatStandOpen() {
        var principal = opened("Principal", "/school");
        var school = UUID.fromString(principal.locator("a[href$='/desk-code']").getAttribute("href").split("/")[2]);
        var next = tenants.agencies().stream().map(a -> next(a.id(), school)).filter(n -> n != null).findFirst()
                .orElseThrow();
        assertThat(principal.locator(".coverage-next li").first().innerText()).contains(next.officer());
        var searches = opened("Coordinator", "/replacements");
        Tenancy.as(Scope.system(next.agency()), standbys::refresh);
        var behind = opened("Coordinator", "/standby?q=" + next.officer().replace(' ', '+') + "&sort=start");
        int before = behind.locator("#standbys-now tbody tr").count();
        assertThat(before).isPositive();
        for (var screen : List.of(principal, searches, behind)) hears(screen);

        long began = System.nanoTime();
        Tenancy.run(Scope.system(next.agency()),
                () -> commands.handle(next.shift(), new ShiftCommand.GiveBack("ill since this morning")));
        waits(principal, "() => document.querySelector('#coverage-searches').innerText.trim() !== ''", null, began);
        waits(searches,
                "name => [...document.querySelectorAll('#replacements-now article')].some(a => a.innerText.includes(name))",
                next.officer(), began);
        waits(behind, "before => document.querySelectorAll('#standbys-now tbody tr').length < before", before, began);

        var comes = as(next.agency(), () -> eligibility.judgeOfficers(next.post())).stream()
                .filter(j -> j.verdict().allowed() && !j.officer().name().equals(next.officer())).findFirst()
                .orElseThrow().officer();
        long came = System.nanoTime();
        Tenancy.run(new Scope(next.agency(), comes.personId()),
                () -> acceptances.accept(comes.personId(), next.post()));
        waits(principal,
                "name => [...document.querySelectorAll('.coverage-next li')].some(l => l.innerText.includes(name))",
                comes.name(), came);
        waits(searches,
                "name => ![...document.querySelectorAll('#replacements-now article')].some(a => a.innerText.includes(name))",
                next.officer(), came);
        waits(behind, "before => document.querySelectorAll('#standbys-now tbody tr').length < before", before, came); // it is another officer's now
        open("/standby/" + next.post());
        assertThat(page.locator("#standby-now").innerText()).as("the list is still the one of whoever called off")
                .contains(comes.name());
        hears(page);
        long listed = System.nanoTime();
        assertThat(Tenancy.as(Scope.system(next.agency()), standbys::begin)).as("posts that were just taken")
                .isPositive();
        waits(page, "name => !document.querySelector('#standby-now').innerText.includes(name)", comes.name(), listed);
    }

    /**
     * The first answer is as old as the first ring; what rang while it was on its way is asked for, also by parts that
     * replace themselves and by parts that hold back.
     */
    @Test
    void whatRingsWhileAPartAsksIsAskedForAgain() {
        opened("Morgan Sedgewick", "/incidents");
        page.locator("td a:text('Lockdown')").first().click();
        page.waitForURL("**/incidents/*-*");
        String incident = URI.create(page.url()).getPath();
        asksAgain(incident, "incidents");
        page.locator("#incident-now a[href^='/accountability/']").first().click();
        page.waitForURL("**/accountability/*");
        asksAgain(URI.create(page.url()).getPath(), "accountability");
    }

    private void asksAgain(String path, String topic) {
        hears(page);
        page.evaluate(
                "topic => { globalThis.rung = 0; document.body['htmx-internal-data'].sseEventSource.addEventListener(topic, () => rung++) }",
                topic);
        var asked = new ArrayList<Route>();
        page.route(address(path), asked::add);
        rings(topic);
        page.waitForCondition(() -> asked.size() == 1);
        var old = page.request().get(address(path)).body();
        rings(topic);
        page.waitForFunction("() => rung === 2", null, new WaitForFunctionOptions().setTimeout(30_000));
        asked.getFirst().fulfill(new FulfillOptions().setContentType("text/html;charset=UTF-8").setBodyBytes(old));
        page.waitForCondition(() -> asked.size() == 2);
        page.unroute(address(path));
        asked.getLast().resume();
        // A hand that presses while the part is being replaced presses what is no longer there.
        page.waitForFunction("() => document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling') === null");
    }

    /** In every organization: which one the page belongs to is none of its business. */
    private void rings(String topic) {
        for (var agency : tenants.agencies()) as(agency.id(), () -> {
            live.ring(topic);
            db.selectDistinct(INCIDENT.DISTRICT_ID).from(INCIDENT).fetch(INCIDENT.DISTRICT_ID)
                    .forEach(district -> live.ring(topic, district));
            return true;
        });
    }

    private Page opened(String persona, String path) {
        if (page != null) keep();
        at(Screen.DESK);
        become(persona);
        open(path);
        return page;
    }

    private Next next(UUID agency, UUID school) {
        return as(agency, () -> db.select(SHIFT.ID, SHIFT.POST_ID, SHIFT.OFFICER_NAME).from(SHIFT)
                .where(SHIFT.SCHOOL_ID.eq(school)).and(SHIFT.STATE.eq("SCHEDULED"))
                .and(SHIFT.STARTS_AT.gt(clock.instant()))
                .orderBy(SHIFT.STARTS_AT).limit(1).fetchOne(r -> new Next(agency, r.value1(), r.value2(), r.value3())));
    }

    private <R> R as(UUID agency, java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), () -> transaction.execute(t -> work.get()));
    }

    /** Its stream is open, so that nothing is missed. */
    private static void hears(Page screen) {
        screen.waitForFunction("() => document.body['htmx-internal-data']?.sseEventSource?.readyState === 1", null,
                new WaitForFunctionOptions().setTimeout(30_000));
    }

    /** Half of the time after which every screen would ask by itself; what it took in truth is printed. */
    private static void waits(Page screen, String seen, Object argument, long since) {
        screen.waitForFunction(seen, argument, new WaitForFunctionOptions().setTimeout(30_000));
        System.out.printf("%s changed after %,d ms%n", screen.url().replaceFirst("^https?://[^/]+", ""),
                (System.nanoTime() - since) / 1_000_000);
    }
}
