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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * texts stand there as texts. In the short form a page is opened while something of it by which a script finds its
 * place was on fewer than three that were; else the browser reads it, which no script of ours would change in a new
 * way. Forms, columns and pages are taken from the application: new ones are tried without anybody adding them here.
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
    /** A script, and what it finds its places by. */
    private static final Pattern HOOK = Pattern
            .compile("<script[^>]*\\ssrc=\"([^\"?]+)|\\s((?:data|hx|sse)-[a-z-]+)(?=[=\\s>])|<([a-z]+-[a-z-]+)");
    private static final int OPENED_WITH_A_HOOK = 3;
    private static final List<Integer> NOT_THEIRS = List.of(401, 403, 404);
    private static final List<String> WORDS = HostileTexts.ALL.stream().map(HostileTexts.Text::words).toList();

    @Autowired private Sessions sessions;
    @Autowired private Environment environment;
    @LocalServerPort private int port;
    private int turn;
    private final Set<String> kinds = new TreeSet<>();
    private final Map<String, Set<String>> taken = new TreeMap<>();
    private final Map<String, Integer> hooksOpened = new TreeMap<>();

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
        var pages = new LinkedHashMap<Explorer, Map<String, String>>();
        int read = people.stream().mapToInt(person -> read(person, pages, wrong)).sum();
        int fields = people.stream().mapToInt(person -> send(person, wrong)).sum();
        List<String> columns;
        try (var tables = AllTables.over(database)) {
            columns = columns(tables);
        }
        int kept = pages.values().stream().mapToInt(Map::size).sum();
        int opened = opened(pages, wrong);
        Files.writeString(Path.of("target/hostile-text.md"), "Of " + WORDS.size() + " texts: " + fields
                + " fields of forms took one, " + columns.size() + " columns hold one, " + read
                + " pages were asked with one, " + kept + " pages were looked at as " + people.size() + " people, "
                + opened + " of them opened in the browser.\n");
        assertThat(fields).as("fields of forms that took a text").isGreaterThan(200);
        assertThat(columns).as("columns that hold one").hasSizeGreaterThan(150);
        assertThat(read).as("pages asked with a text").isGreaterThan(30);
        assertThat(kept).as("kinds of pages looked at").isGreaterThan(250);
        assertThat(opened).as("kinds of pages opened").isGreaterThan(LONG ? 250 : 40);
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
    private int read(Explorer person, Map<Explorer, Map<String, String>> pages, Set<String> wrong) {
        var own = new LinkedHashMap<String, String>();
        person.look(ALIKE, own::put);
        own.keySet().removeIf(path -> !kinds.add((LONG ? person.role() + " " : "") + EveryPageIT.kind(path)));
        pages.put(person, own);
        if (LONG) own.forEach((path, html) -> read(person.role() + " " + path, html, wrong));
        return (LONG ? own.size() : 0) + own.keySet().stream().mapToInt(path -> reflected(person, path, wrong)).sum();
    }

    /**
     * In the short form whoever comes after writes into the fields that took no text from those before, and a form that
     * is not theirs to send is not sent field by field either.
     *
     * @return fields of forms that were accepted with one of the texts in it
     */
    private int send(Explorer person, Set<String> wrong) {
        int took = 0;
        var seen = new TreeSet<String>();
        for (var form : person.forms()) {
            String kind = form.address().replaceAll("[0-9a-f-]{36}", "{}");
            if (form.written().isEmpty() || !seen.add(kind)) continue;
            var before = LONG ? new TreeSet<String>() : taken.computeIfAbsent(kind, key -> new TreeSet<>());
            var ahead = new TreeSet<>(form.written());
            ahead.removeAll(before);
            for (int time = 0; time < TIMES && !ahead.isEmpty(); time++) {
                int status = sent(person, form, ahead, wrong);
                if (status < 400) before.addAll(ahead);
                if (status < 400) took += ahead.size();
                else
                    if (LONG || !NOT_THEIRS.contains(status))
                        for (var one : ahead)
                            if (sent(person, form, Set.of(one), wrong) < 400) {
                                before.add(one);
                                took++;
                            }
            }
        }
        return took;
    }

    /** @return 401 also where the way leads to signing in */
    private int sent(Explorer person, Explorer.Form form, Set<String> written, Set<String> wrong) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.computeIfPresent("form", (name, old) -> UUID.randomUUID().toString());
        for (var name : written) fields.put(name, WORDS.get(turn++ % WORDS.size()));
        var answer = person.post(form.address(), fields);
        String to = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() == 401 || to.matches(".*/(sign-in|personas)([?/].*)?")) person.enter();
        if (!answer.body().isEmpty())
            read("the answer of " + form.address() + " to " + person.role(), answer.body(), wrong);
        return to.contains("/sign-in") ? 401 : answer.statusCode();
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

    private boolean hasSomethingNew(String html) {
        var hooks = HOOK.matcher(html).results()
                .map(hook -> IntStream.rangeClosed(1, 3).mapToObj(hook::group).filter(found -> found != null)
                        .findFirst().orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean fresh = hooks.stream().anyMatch(hook -> hooksOpened.getOrDefault(hook, 0) < OPENED_WITH_A_HOOK);
        if (fresh) hooks.forEach(hook -> hooksOpened.merge(hook, 1, Integer::sum));
        return fresh;
    }

    private int opened(Map<Explorer, Map<String, String>> pages, Set<String> wrong) {
        int opened = 0;
        for (var person : pages.keySet()) {
            at(Screen.DESK);
            var dialogs = new ArrayList<String>();
            HostileTexts.listen(page, dialogs);
            page.context().addCookies(List.of(new Cookie("daywatch_session", person.session()).setUrl(address("/"))));
            var own = new LinkedHashMap<>(pages.get(person));
            own.keySet().removeIf(path -> path.startsWith("/personas"));
            var toOpen = own.keySet().stream().filter(path -> LONG || hasSomethingNew(own.get(path))).toList();
            for (var path : own.keySet()) // while the browser's page is an empty one: ours would parse no text
                if (!toOpen.contains(path)) read("read " + person.role() + " " + path, person.get(path).body(), wrong);
            for (var path : toOpen) {
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
