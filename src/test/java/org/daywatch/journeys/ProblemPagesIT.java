package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.errors.TooMany;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.staffing.StaffingRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that can go wrong, provoked in the running house and looked at on a desk and on a phone. */
class ProblemPagesIT extends Browser {

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;
    private RequestMappingInfo faulty;

    /** An endpoint with a fault in it; the house itself has none that would fail on demand. */
    public static final class Faulty {

        @AnyMember
        public ModelAndView fail(@PathVariable String how) {
            throw switch (how) {
                case "refused" -> new Refused(StaffingRefusal.POST_NOT_OPEN, Map.of("state", "FILLED"));
                case "stale" -> new Stale("post 1");
                case "often" -> new TooMany("exports");
                case "away" ->
                    new IllegalStateException("no rows", new SQLException("terminating connection", "57P01"));
                default -> new IllegalStateException("a fault");
            };
        }
    }

    @BeforeEach
    void aFaultIsBuiltIn() throws Exception {
        faulty = RequestMappingInfo.paths("/with-a-fault/{how}").options(handlers.getBuilderConfiguration()).build();
        handlers.registerMapping(faulty, new Faulty(), Faulty.class.getMethod("fail", String.class));
    }

    @AfterEach
    void theFaultIsTakenOut() {
        handlers.unregisterMapping(faulty);
    }

    @Test
    void whateverGoesWrongIsSaidInPlainWordsWithAWayOnAtBothWidths() {
        for (var screen : Screen.values()) {
            at(screen);
            become("Officer");
            looks(screen, 403, "/users", "Not part of your role", "ask your administrator");
            looks(screen, 404, "/shifts/00000000-0000-7000-8000-000000000000", "Not found",
                    "you do not have access to it");
            looks(screen, 409, "/with-a-fault/refused", "That action was not possible", "open");
            looks(screen, 412, "/with-a-fault/stale", "Changed in the meantime", "Nothing was overwritten");
            looks(screen, 429, "/with-a-fault/often", "Too many tries", "Wait a minute");
            looks(screen, 500, "/with-a-fault/any", "Something went wrong", "give incident number");
            looks(screen, 503, "/with-a-fault/away", "Daywatch cannot answer right now", "front desk");
        }
    }

    @Test
    void whoIsAskedToComeAgainIsToldWhenAndAMachineGetsProblemDetails() {
        at(Screen.DESK);
        become("Officer");
        assertThat(page.navigate(address("/with-a-fault/often")).headerValue("retry-after")).isEqualTo("60");
        assertThat(page.navigate(address("/with-a-fault/away")).headerValue("retry-after")).isEqualTo("30");
        var told = page.request().get(address("/with-a-fault/any"),
                com.microsoft.playwright.options.RequestOptions.create().setHeader("Accept", "application/json"));
        assertThat(told.status()).isEqualTo(500);
        assertThat(told.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(told.text()).contains("\"incident\":\"").doesNotContain("a fault", "IllegalState", "Exception");
    }

    private void looks(Screen screen, int status, String path, String title, String words) {
        assertThat(open(path)).as(path).isEqualTo(status);
        assertThat(heading()).isEqualTo(title);
        assertThat(page.locator("main").innerText()).contains(words).doesNotContain("Exception", "null", "{");
        assertThat(page.locator("main a.usa-button").count()).as("a way on from " + status).isOne();
        assertThat(tooWide()).as(status + " fits " + screen).isFalse();
        nothingSerious();
        picture("problem-" + status + "-" + screen.name().toLowerCase());
    }
}
