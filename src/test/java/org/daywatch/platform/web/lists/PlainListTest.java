package org.daywatch.platform.web.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.Dated;
import org.daywatch.platform.web.Page;
import org.junit.jupiter.api.Test;

/** Three fees: one that holds, one to come and one that was withdrawn. */
class PlainListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Fee HALL = new Fee(id(1), "Hall", "SRO", 6250, LocalDate.of(2026, 8, 1), null, null, null);
    private static final Fee ARENA = new Fee(id(2), "Arena", "SSO", 900, LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 5, 31), null, null);
    private static final Fee GYM = new Fee(id(3), "Gym", "SRO", 6250, LocalDate.of(2026, 8, 1), null, Instant.EPOCH,
            "typed for another year");
    private static final List<Fee> ALL = List.of(HALL, ARENA, GYM);

    private static final PlainList<Fee> LIST = PlainList
            .<Fee>at("/fees", "billing.rates", "-from", new PlainList.Back("/invoices", "billing.title"))
            .text("place", "billing.district", Fee::place).searched()
            .choice("role", "billing.role", "officers.role.", List.of("SRO", "SSO"), Fee::role).filtered("billing.all")
            .dollars("rate", "billing.rates.rate", Fee::cents).named("dollars_an_hour")
            .days("from", "billing.rates.days", f -> f).named("first_day", "last_day")
            .state("state", "billing.state", "billing.rates.state.", f -> f.state(TODAY)).filtered("billing.all")
            .inFile("fee_id", Fee::id)
            .called((page, f) -> f.place()).changedBy(Permission.INVOICES_ISSUE, "from").exportedBy(Permission.EXPORTS)
            .withdrawn(f -> f, f -> true);

    private record Fee(UUID id, String place, String role, int cents, LocalDate from, LocalDate to, Instant withdrawnAt,
            String withdrawnReason) implements Dated {}

    @Test
    void wordsAreFoundInTheColumnsThatAreSearchedAndInNoOther() throws IOException {
        assertThat(found("q", "aReN")).containsExactly(ARENA);
        assertThat(found("q", "school resource officer")).as("the role is filtered, not searched").isEmpty();
        assertThat(found("role", "SRO", "state", "HOLDS")).containsExactly(HALL);
        assertThat(found("role", "SRO", "state", "TO_COME")).isEmpty();
    }

    @Test
    void whatIsLevelIsPutInOrderByTheColumnsFromTheLeft() throws IOException {
        assertThat(found()).as("the last to begin first").containsExactly(ARENA, GYM, HALL);
        assertThat(found("sort", "rate")).containsExactly(ARENA, GYM, HALL);
        assertThat(found("sort", "-rate")).containsExactly(GYM, HALL, ARENA);
        assertThat(found("sort", "nothing")).as("an order it does not have").isEqualTo(found());
    }

    @Test
    void theFileSaysValuesUnderItsOwnHeadings() {
        assertThat(LIST.header()).containsExactly("place", "role", "dollars_an_hour", "first_day", "last_day", "state",
                "fee_id");
        assertThat(LIST.line(GYM)).containsExactly("Gym", "SRO", "62.50", GYM.from(), null, Dated.State.WITHDRAWN,
                GYM.id());
    }

    @Test
    void whoeverMayChangeItFindsTheWaysAndOthersReadIt() throws IOException {
        var theirs = drawn(page(Permission.INVOICES_ISSUE), null);
        assertThat(theirs)
                .contains("/fees/new", "/fees/" + HALL.id() + "/withdrawal", "from Aug 1, 2026",
                        "Jan 1, 2027 – May 31, 2027", "$62.50", "typed for another year")
                .doesNotContain("/fees/" + GYM.id() + "/withdrawal", "/fees.csv");
        assertThat(drawn(page(Permission.EXPORTS), null)).contains("/fees.csv", "$62.50").doesNotContain("/fees/new",
                "/withdrawal");
    }

    @Test
    void aFeatureShowsABlockOfItsOwnAboveTheList() throws IOException {
        assertThat(drawn(page(), out -> out.writeUserContent("Fees are <settled> in May")))
                .containsSubsequence("Rate cards", "Fees are &lt;settled&gt; in May", "id=\"listing\"");
    }

    @Test
    void whatCannotBeReadIsNamedWithItsFieldItsValueAndWhatToDo() {
        var in = new Entered("billing.rates", Map.of("from", "tomorrow", "rate", "62,50", "least", "721", "district",
                "Mesa", "role", "KING", "to", "", "empty", " "));
        wrong(() -> in.day("from"), "from", "tomorrow");
        wrong(() -> in.dollars("rate", 1, 99_999), "rate", "62,50");
        wrong(() -> in.numberOr("least", 0, 0, 720), "least", "721");
        wrong(() -> in.number("empty", 0, 720), "empty", " ");
        wrong(() -> in.idOrNone("district"), "district", "Mesa");
        wrong(() -> in.one("role", Role.class), "role", "KING");
        wrong(() -> in.day("missing"), "missing", "");
        assertThat(in.dayOrNone("to")).isNull();
        assertThat(in.numberOr("to", 5, 0, 720)).isEqualTo(5);
        assertThat(in.idOrNone("to")).isNull();
    }

    @Test
    void aColumnIsNamedInTheFileAsOftenAsItStandsThere() {
        assertThatThrownBy(() -> LIST.days("since", "billing.rates.days", f -> f).named("one"))
                .hasMessage("since needs 2 headings in the file");
        assertThatThrownBy(() -> LIST.text("place", "billing.district", Fee::place).filtered("billing.all"))
                .hasMessage("place has no few values to choose from");
    }

    private static void wrong(ThrowingCallable read, String field, String value) {
        assertThatThrownBy(read).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                .containsExactly(new InvalidInput.FieldError(field, value, "billing.rates.wrong." + field)));
    }

    private static List<Fee> found(String... asked) throws IOException {
        var parameters = new java.util.HashMap<String, String>();
        for (int i = 0; i < asked.length; i += 2) parameters.put(asked[i], asked[i + 1]);
        return LIST.found(page(), LIST.paging(parameters), ALL);
    }

    private static String drawn(Page page, Content above) throws IOException {
        var paging = LIST.paging(Map.of()).of(ALL.size());
        var model = new java.util.HashMap<String, Object>(
                Map.of("page", page.titled("billing.rates.title"), "list", ListView.of(LIST, page, paging, ALL)));
        if (above != null) model.put("above", above);
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("platform/web/lists/list.jte", model, out);
        return out.toString();
    }

    private static Page page(Permission... permissions) throws IOException {
        var actor = new Actor(id(9), "Kit Alder", id(8), "Story Agency", Role.COORDINATOR, Set.of(permissions), null,
                null, id(7), "en");
        return new Page("", "en", new Texts(), actor, "Kit Alder", List.of(), new Page.Csrf("", ""), Page.Kind.REAL,
                null,
                "/fees", false, 0, Map.of(), Map.of());
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
