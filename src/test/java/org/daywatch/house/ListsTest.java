package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A table is a list with search, order, pages and CSV, or it is named here with the reason why it needs none. */
class ListsTest {

    private static final String PARTS = "parts of the one thing the page is about";
    private static final String PAPER = "printed as a whole";
    private static final Map<String, String> NO_LISTS = Map.ofEntries(
            Map.entry("staffing/board/school.jte", PARTS),
            Map.entry("staffing/board/day-sheet.jte", PAPER), Map.entry("staffing/board/week-sheet.jte", PAPER),
            Map.entry("staffing/schedules/pages/sheet.jte", PAPER),
            Map.entry("staffing/officers/pages/officer.jte", PARTS), Map.entry("staffing/standby/standby.jte", PARTS),
            Map.entry("staffing/schedules/pages/worth.jte", PARTS),
            Map.entry("staffing/replacement/timesTable.jte", "sums of which each opens its list"),
            Map.entry("staffing/replacement/replacement.jte", PARTS),
            Map.entry("staffing/hoursleft/entries.jte", PARTS), Map.entry("staffing/caps/limits.jte", PARTS),
            Map.entry("staffing/whatif/what-if.jte", "sums of which each opens its list"),
            Map.entry("staffing/blocks/school-blocks.jte",
                    "a handful of one school; all of them are the list of blocks"),
            Map.entry("staffing/fairness/sheet.jte", "published as a whole, with a file of its own"),
            Map.entry("staffing/awards/replay/replay.jte", PARTS),
            Map.entry("platform/identity/users/roles.jte", "the roles, a dozen at most"),
            Map.entry("platform/identity/account/account.jte", PARTS),
            Map.entry("platform/operations/operations.jte", "what waits, and a dozen rules"),
            Map.entry("directory/schoolyears/consequences.jte", PARTS),
            Map.entry("directory/schoolyears/calendar.jte", PARTS),
            Map.entry("directory/imports/titles/title-questions.jte",
                    "the titles of one file, looked through as a whole"),
            Map.entry("directory/schoolyears/bells.jte", "five kinds of day"),
            Map.entry("directory/sites/school-days.jte", PARTS),
            Map.entry("directory/guardians/students.jte",
                    "the few students a name finds; nobody is listed before a name is asked for"),
            Map.entry("directory/plans/sealed.jte", PARTS),
            Map.entry("directory/visitors/visitors.jte", "one day at one desk, printed as a whole"),
            Map.entry("emergencies/accountability/roll-call.jte", PARTS),
            Map.entry("emergencies/accountability/sheets.jte", PAPER),
            Map.entry("emergencies/aftermath/after-action.jte", PARTS),
            Map.entry("emergencies/alerts/pages/alert.jte", PARTS),
            Map.entry("directory/programs/pages/meter-lines.jte", "what one change would do, before it is made"),
            Map.entry("transparency/programs/review/evidence.jte",
                    "the lines behind one figure, for a reader without an account"),
            Map.entry("training/effects/effect.jte", PARTS), Map.entry("training/quizzes/quiz.jte", PARTS),
            Map.entry("billing/invoices/invoice.jte", PARTS),
            Map.entry("billing/runs/preview.jte", "what one run would issue, before it does"),
            Map.entry("emergencies/pathtests/map.jte", PARTS),
            Map.entry("planning/operationsplans/pages/plan.jte", PARTS),
            Map.entry("prevention/patterns/patterns.jte", "sums by hour and weekday, hidden or shown as a whole"),
            Map.entry("relationships/threats/counts/pages/sheet.jte",
                    "sums of a school year by group, hidden or shown as a whole"),
            Map.entry("restorative/diversions/pages/tally.jte", "sums of a school year, read as a whole"),
            Map.entry("restorative/restraints/pages/counts.jte", "sums of a school year, filed as a whole"),
            Map.entry("transparency/activitylog/weeks/days.jte", PARTS));
    private static final Pattern TABLE = Pattern.compile("kit\\.table\\(|<table\\b");

    @Test
    void everyTableIsAListOrNamedWithItsReason() throws IOException {
        var bare = new TreeSet<String>();
        for (var file : Sources.files(Sources.MAIN, ".jte")) {
            String name = Sources.MAIN.resolve("org/daywatch").relativize(file).toString();
            String page = Files.readString(file);
            if (TABLE.matcher(page).find() && !page.contains("kit.listing(") && !page.contains("kit.pages(")
                    && !name.startsWith("platform/web/kit/"))
                bare.add(name);
        }
        assertThat(bare).containsExactlyInAnyOrderElementsOf(NO_LISTS.keySet());
    }

    @Test
    void everyListHasASearchAndAnOrder() throws IOException {
        for (var file : Sources.files(Sources.MAIN, ".jte")) {
            String page = Files.readString(file);
            if (!page.contains("kit.listing(") || file.toString().contains("/kit/")
                    || file.endsWith("web/lists/list.jte"))
                continue; // of plain lists: PlainListsTest
            assertThat(page).as(file + ": its CSV may depend on a permission, never be left out")
                    .doesNotContain("csv = false");
            assertThat(page).as(file + " can be put in order").contains("Column.sorted(");
            assertThat(page).as(file + " has filters").contains("filters = ");
        }
    }

    @Test
    void everyListAnswersItsCsvAtItsOwnAddress() throws IOException {
        var source = Sources.linesOfMain(".java").stream().map(Sources.Line::text)
                .filter(l -> l.contains("@GetMapping")).collect(Collectors.joining("\n"));
        for (var list : Lists.all()) {
            if (list.path().equals("/board/day-sheet")) continue; // the board on paper
            if (list.path().equals("/imports/{id}")) assertThat(source).contains("\"/imports/{id}/refused.csv\""); // its rows are the refused ones
            else assertThat(source).as(list.path()).contains('"' + list.path() + ".csv\"");
            assertThat(list.orders()).as("orders of " + list.path()).isNotEmpty();
        }
        assertThat(Lists.all().size()).as("lists found").isGreaterThan(30);
    }
}
