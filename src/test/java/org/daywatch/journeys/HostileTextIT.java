package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch._story.AllTables;
import org.daywatch._story.Explorer;
import org.daywatch._story.HostileTexts;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Two hundred texts that are programs to a browser, written into every field of every form that takes words and, past
 * all forms, into every column that holds some. Then everybody's pages are read, and each kind of page is opened: the
 * texts stand there as texts. Forms, columns and pages are taken from the application: new ones are tried without
 * anybody adding them here.
 *
 * <p>A-21 of docs/security.
 */
@TestPropertySource(properties = "daywatch.told-to=hostile-text") // an application of its own: what is written here stays
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileTextIT extends Browser {

    /**
     * In the long form each form is sent many times, everybody opens each of their pages and every text is seen alive.
     */
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static final int ALIKE = LONG ? 2 : 1;
    private static final int TIMES = LONG ? 8 : 1;
    private static final int EVERY = LONG ? 1 : 6;
    private static final List<String> WORDS = HostileTexts.ALL.stream().map(HostileTexts.Text::words).toList();

    @Autowired private Sessions sessions;
    @Autowired private Environment environment;
    @LocalServerPort private int port;
    private int turn;
    private final Set<String> kinds = new TreeSet<>();

    @Override
    protected boolean keepsPages() {
        return false;
    }

    @Test
    @Order(1)
    void eachTextIsSeenWhereAPageShowsItRaw() {
        assertThat(Set.copyOf(WORDS)).as("texts, each another").hasSameSizeAs(WORDS).hasSizeGreaterThanOrEqualTo(200);
        at(Screen.DESK);
        open("/sign-in");
        var policy = page.waitForResponse("**/sign-in", () -> page.reload()).headerValue("content-security-policy");
        assertThat(policy).contains("script-src 'self'");
        var unseen = new ArrayList<String>();
        var alive = HostileTexts.alive();
        try (var apart = page.context().browser().newContext()) {
            var victim = apart.newPage();
            var dialogs = new ArrayList<String>();
            HostileTexts.listen(victim, dialogs);
            var raw = new StringBuilder();
            victim.route("**/raw", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                    .setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html;charset=UTF-8"))
                    .setBody(raw.toString())));
            for (int i = 0; i < alive.size(); i += EVERY) {
                raw.setLength(0);
                raw.append(raw(alive.get(i)));
                victim.navigate(address("/raw"));
                if (HostileTexts.alive(victim).isEmpty() && dialogs.isEmpty()) unseen.add(raw.toString());
            }
        }
        assertThat(unseen).as("texts that came to life unseen").isEmpty();
    }

    /** A page with it where it would come to life, as a template without escaping draws it. */
    private static String raw(HostileTexts.Text text) {
        String words = text.words();
        return "<!DOCTYPE html><body>" + switch (text.where()) {
            case "in double quotes" -> "<input value=\"" + words + "\">";
            case "in single quotes" -> "<input value='" + words + "'>";
            case "without quotes" -> "<input value=" + words + ">";
            case "as a link" -> "<a href=\"" + words + "\">Go</a>";
            case "in words that hold no markup" ->
                words.replaceAll("^</(\\w+)>.*|^(.).*", "<$1>").replaceAll("<>", "<!--")
                        + words;
            default -> "<p>" + words + "</p>";
        };
    }

    @Test
    @Order(2)
    void noTextThatSomebodyWroteComesToLifeOnAnyPage() throws SQLException, IOException {
        at(Screen.DESK);
        page.navigate("about:blank");
        var wrong = new TreeSet<String>();
        var people = people();
        var database = Path.of(environment.getRequiredProperty("daywatch.database.directory"));
        try (var tables = AllTables.over(database)) {
            plant(tables);
        }
        var pages = new LinkedHashMap<Explorer, Set<String>>();
        int read = people.stream().mapToInt(person -> read(person, pages, wrong)).sum();
        int fields = people.stream().mapToInt(person -> send(person, wrong)).sum();
        List<String> columns;
        try (var tables = AllTables.over(database)) {
            columns = columns(tables);
        }
        int opened = opened(pages, wrong);
        Files.writeString(Path.of("target/hostile-text.md"), "Of " + WORDS.size() + " texts: " + fields
                + " fields of forms took one, " + columns.size() + " columns hold one, " + read
                + " pages were asked with one, " + opened + " pages were opened in the browser as " + people.size()
                + " people.\n");
        assertThat(fields).as("fields of forms that took a text").isGreaterThan(200);
        assertThat(columns).as("columns that hold one").hasSizeGreaterThan(150);
        assertThat(read).as("pages asked with a text").isGreaterThan(30);
        assertThat(opened).as("kinds of pages opened").isGreaterThan(120);
        assertThat(wrong).as("draw it with ${}, as text; what somebody wrote became part of the page").isEmpty();
    }

    /** In the short form one of each role. */
    private List<Explorer> people() {
        var roles = new TreeSet<String>();
        return Explorer.all(port, sessions).stream().filter(person -> roles.add(person.role()) || LONG).toList();
    }

    /**
     * In the short form each kind of page is the one's who reaches it first; whoever comes after goes on from there.
     */
    private int read(Explorer person, Map<Explorer, Set<String>> pages, Set<String> wrong) {
        var own = new LinkedHashMap<String, String>();
        person.look(ALIKE, own::put);
        own.keySet().removeIf(path -> !kinds.add((LONG ? person.role() + " " : "") + EveryPageIT.kind(path)));
        pages.put(person, own.keySet());
        if (LONG) own.forEach((path, html) -> read(person.role() + " " + path, html, wrong));
        return (LONG ? own.size() : 0) + own.keySet().stream().mapToInt(path -> reflected(person, path, wrong)).sum();
    }

    /** @return fields of forms that were accepted with one of the texts in it */
    private int send(Explorer person, Set<String> wrong) {
        int taken = 0;
        var seen = new TreeSet<String>();
        for (var form : person.forms()) {
            if (form.written().isEmpty() || !seen.add(form.address().replaceAll("[0-9a-f-]{36}", "{}"))) continue;
            for (int time = 0; time < TIMES; time++) {
                if (accepted(person, form, form.written(), wrong)) taken += form.written().size();
                else
                    for (var one : form.written())
                        if (accepted(person, form, Set.of(one), wrong)) taken++;
            }
        }
        return taken;
    }

    private boolean accepted(Explorer person, Explorer.Form form, Set<String> written, Set<String> wrong) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.computeIfPresent("form", (name, old) -> UUID.randomUUID().toString());
        for (var name : written) fields.put(name, WORDS.get(turn++ % WORDS.size()));
        var answer = person.post(form.address(), fields);
        String to = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() == 401 || to.matches(".*/(sign-in|personas)([?/].*)?")) person.enter();
        read("the answer of " + form.address() + " to " + person.role(), answer.body(), wrong);
        return answer.statusCode() < 400 && !to.contains("/sign-in");
    }

    /** What is asked of a page stands in it again: searched for, filtered by, wrong. */
    private int reflected(Explorer person, String path, Set<String> wrong) {
        var asked = new TreeSet<>(person.asked(path));
        if (asked.isEmpty()) return 0;
        var fields = asked.stream().collect(Collectors.toMap(name -> name, name -> HostileTexts.EVERYWHERE));
        read(person.role() + " " + path + " asked for one",
                person.get(path.replaceAll("\\?.*", "") + "?" + Explorer.query(fields)).body(),
                wrong);
        return 1;
    }

    private void read(String where, String html, Set<String> wrong) {
        HostileTexts.alive(page, html).forEach(found -> wrong.add(where + ": " + found));
    }

    private int opened(Map<Explorer, Set<String>> pages, Set<String> wrong) {
        int opened = 0;
        for (var person : pages.keySet()) {
            at(Screen.DESK);
            var dialogs = new ArrayList<String>();
            HostileTexts.listen(page, dialogs);
            page.context().addCookies(List.of(new Cookie("daywatch_session", person.session()).setUrl(address("/"))));
            for (var path : pages.get(person)) {
                if (path.startsWith("/personas")) continue;
                open(path);
                opened++;
                String where = "opened " + person.role() + " " + path + ": ";
                HostileTexts.alive(page).forEach(found -> wrong.add(where + found));
                dialogs.forEach(said -> wrong.add(where + said));
                dialogs.clear();
            }
        }
        return opened;
    }

    /** Past all forms, into every column that takes any words: each row another text. */
    private void plant(AllTables tables) throws SQLException {
        tables.execute("create table public.hostile as select n, t from unnest(array["
                + WORDS.stream().map(words -> "'" + words.replace("'", "''") + "'").collect(Collectors.joining(","))
                + "]::text[]) with ordinality as every(t, n)");
        for (var column : tables.column("""
                select c.table_schema || '.' || c.table_name || ' ' || c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
                  and c.table_schema not in ('public', 'pg_catalog', 'information_schema')
                  and c.table_name not in ('audit_line', 'role_permission', 'event_publication', 'session', 'one_time_code', 'flyway_schema_history')
                  and c.column_name !~ 'zone|hash|url|link|topic|type'
                order by 1""")) {
            String table = column.split(" ")[0];
            String name = column.split(" ")[1];
            String any = "(select t from public.hostile where n = 1 + abs(hashtext('" + name + "' || x.ctid)) % "
                    + WORDS.size() + ")";
            for (var words : List.of(any + " || ' ' || \"" + name + "\"", any,
                    "'" + HostileTexts.SHORT.replace("'", "''") + "'"))
                if (planted(tables, "update " + table + " x set \"" + name + "\" = " + words + " where \"" + name
                        + "\" ~ '[a-z]{3}' and \"" + name + "\" ~ '[ A-Z]' and \"" + name
                        + "\" !~ '^([A-Za-z_]+[/|]|[{\\[<]|https?:)'"))
                    break;
        }
        tables.execute("drop table public.hostile");
    }

    private static boolean planted(AllTables tables, String update) {
        try {
            return tables.execute(update) >= 0;
        } catch (SQLException onlySomeWords) {
            return false;
        }
    }

    /** Every column in which a text stands. */
    private static List<String> columns(AllTables tables) throws SQLException {
        var found = new ArrayList<String>();
        for (var column : tables.column("""
                select c.table_schema || '.' || c.table_name || ' ' || c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'ARRAY')
                  and c.table_schema not in ('public', 'pg_catalog', 'information_schema') order by 1""")) {
            String table = column.split(" ")[0];
            String name = column.split(" ")[1];
            found.addAll(
                    tables.column("select '" + column + "' where exists (select 1 from " + table + " where \"" + name
                            + "\"::text ~ 'xq')"));
        }
        return found;
    }

}
