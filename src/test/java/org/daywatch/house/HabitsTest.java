package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Habits that no compiler holds: whose tables a room reads, what runs in a transaction, what a template may say.
 *
 * <p>A-29 of docs/security.
 */
class HabitsTest {

    private static final Pattern GENERATED = Pattern.compile("org\\.daywatch_db\\.(\\w+)\\.");
    private static final Pattern WORKS_ON_ROWS = Pattern.compile("(?:class|record) \\w+(?:Store|Queries|Commands)\\b");
    private static final Pattern INTERFACE = Pattern.compile("\\binterface (\\w+)");
    private static final Pattern PROMISED = Pattern
            .compile("\n    (?!default |static |private )[\\w<>\\[\\], .@?]+ (\\w+)\\([^{;]*\\);");
    private static final Pattern DEFAULT = Pattern.compile("\n    default [^{;(]*\\b(\\w+)\\([^{;]*\\{(.*?)\n    }",
            Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("create table (\\w+\\.\\w+)");
    private static final Pattern COOKIE = Pattern.compile("new Cookie\\(|ResponseCookie|getCookies\\(");
    private static final Pattern CALLED = Pattern.compile(
            "getServerName\\(|getServerPort\\(|getRequestURL\\(|ServletUriComponentsBuilder|getHeader\\(\"Host\"|\\{baseUrl}");
    /** The same in every language. */
    private static final Pattern NAMES = Pattern.compile("\\b(Daywatch|PDF|CSV|ICS|SHA|English|Español)\\b");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");

    /** These read who belongs to a school or an organization straight from the platform; the list may only shrink. */
    private static final Set<String> READS_ANOTHERS = Set.of(
            "emergencies/incidents/claims/RoomAdults.java reads platform",
            "staffing/board/SchoolTodayQueries.java reads platform",
            "directory/rosters/ClassRosters.java reads platform",
            "directory/personal/DirectoryData.java reads platform");

    /** The second writes a file for itself to read. */
    private static final Set<String> WRITES_CSV = Set.of("platform/web/Csv.java",
            "directory/imports/nces/NcesFile.java");

    /** Bound by whoever calls them, organization by organization. */
    private static final Set<String> IN_THEIR_CALLERS = Set.of("platform/identity/members/UserQueries.java");

    @Test
    void noRoomReadsTheTablesOfAnother() throws IOException {
        var found = new TreeSet<String>();
        for (var file : java().entrySet()) foreign(file.getKey(), file.getValue()).forEach(found::add);
        var listed = new TreeSet<>(READS_ANOTHERS);
        listed.removeAll(found);
        found.removeAll(READS_ANOTHERS);
        Offenders.none("Ask an interface of the room whose tables these are.", found);
        Offenders.none("Take it off the list READS_ANOTHERS: it no longer does.", listed);
        assertThat(foreign("staffing/x/XStore.java", "import static org.daywatch_db.directory.Tables.SCHOOL;"))
                .containsExactly("staffing/x/XStore.java reads directory");
        assertThat(foreign("staffing/x/XStore.java", "import static org.daywatch_db.staffing.Tables.POST;")).isEmpty();
    }

    @Test
    void cookiesAndAddressesOfThisSiteAreMadeInOnePlace() throws IOException {
        var found = new TreeSet<String>();
        java().forEach((file, text) -> {
            if (!file.equals("platform/web/cookies/SiteCookie.java") && COOKIE.matcher(text).find())
                found.add(file + " makes a cookie");
            if (!List.of("platform/identity/security/KnownHosts.java", "platform/identity/security/FromHere.java")
                    .contains(file) && CALLED.matcher(text).find())
                found.add(file + " reads what a request calls this site");
        });
        for (var script : Sources.files(Sources.MAIN.resolve("org/daywatch"), ".js", ".jte"))
            if (Files.readString(script).matches("(?s).*[?&]token=.*"))
                found.add(script + " writes a token into an address, where it stands in logs: send it in a header");
        Offenders.none("Make a SiteCookie, and links with PublicAddress: a Host header is written by anybody.", found);
        assertThat("new Cookie(\"a\", b)").containsPattern(COOKIE);
        assertThat("request.getRequestURL()").containsPattern(CALLED);
    }

    @Test
    void whatASpreadsheetReadsIsWrittenInOnePlace() throws IOException {
        var found = new TreeSet<String>();
        java().forEach((file, text) -> {
            if (!WRITES_CSV.contains(file) && (text.contains("CsvWriter") || text.contains("text/csv")))
                found.add(file);
        });
        Offenders.none("Answer it with Csv: it keeps formulas apart, and asks for the address that asks for a proof.",
                found);
    }

    @Test
    void whatWorksOnRowsRunsInATransaction() throws IOException {
        var found = new TreeSet<String>();
        java().forEach((file, text) -> withoutTransaction(file, text).ifPresent(found::add));
        found.removeAll(IN_THEIR_CALLERS);
        Offenders.none(
                "Put @Transactional (where it only reads: readOnly = true) on the class: a query outside a transaction sees no tenant's rows.",
                found);
        assertThat(withoutTransaction("a/AStore.java", "class AStore {\n private final DSLContext db;\n}"))
                .contains("a/AStore.java");
        assertThat(
                withoutTransaction("a/AStore.java", "@Transactional\nclass AStore {\n private final DSLContext db;\n}"))
                .isEmpty();
    }

    @Test
    void whatAnInterfaceDoesItselfReadsNoRows() throws IOException {
        var all = java();
        var found = new TreeSet<String>();
        all.forEach((file, text) -> readsOutside(text, all.values()).ifPresent(way -> found.add(file + ": " + way)));
        Offenders.none(
                "Write the method in the class that reads the rows, or make it static and hand it the bean: a default method runs outside the transaction of the class.",
                found);
        String promise = "interface Desks {\n    List<Desk> list();\n\n    %s\n}";
        String kept = "@Transactional class DeskQueries implements Desks { DSLContext db; }";
        String first = "default Desk first() {\n        return list().getFirst();\n    }";
        assertThat(readsOutside(promise.formatted(first), List.of(kept))).contains("first");
        assertThat(readsOutside(promise.formatted(first), List.of("class Fixed implements Desks { }"))).isEmpty();
        assertThat(readsOutside(promise.formatted("default int most() {\n        return 5;\n    }"), List.of(kept)))
                .isEmpty();
    }

    @Test
    void templatesHoldNoWordsAndNoStyles() throws IOException {
        var found = new TreeSet<String>();
        for (var file : Sources.files(Sources.MAIN, ".jte")) {
            if (file.endsWith("gallery.jte")) continue; // shows the parts of pages to whoever builds them
            for (var fault : faults(Files.readString(file))) found.add(Sources.MAIN.relativize(file) + ": " + fault);
        }
        Offenders.none(
                "Move words to texts.properties and texts_es.properties beside the template and say ${page.t(\"key\")}; move styles to its css.",
                found);
        assertThat(faults("<p>Save it</p>")).containsExactly("“Save it”");
        assertThat(faults("@if(a > b)<p style=\"color: red\">${page.t(\"x.y\")}</p>@endif")).containsExactly("style=");
        assertThat(faults("@template.x.layout(page = page, content = @`<p>${page.t(\"a\")} of them</p>`)"))
                .containsExactly("“of them”");
        assertThat(faults(
                "!{var a = \"b c\";}@for(var x : xs)<a href=\"/a b\" title=\"${page.t(\"t\")}\">${x} · 911</a>@endfor"))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItHolds() throws IOException {
        var silent = new TreeSet<Path>();
        for (var file : Sources.files(Sources.MAIN, ".java")) {
            var folder = file.getParent();
            if (!folder.endsWith("org/daywatch") && !Files.exists(folder.resolve("package-info.java")))
                silent.add(folder);
        }
        Offenders.none("Write a package-info.java of one sentence into each of these folders.", silent);
    }

    @Test
    void everyTableHasItsWordInTheGlossary() throws IOException {
        var glossary = Files.readString(Path.of("GLOSSARY.md"));
        var named = new TreeSet<String>();
        Pattern.compile("\\b\\w+\\.\\w+\\b").matcher(glossary).results().forEach(found -> named.add(found.group()));
        var without = new TreeSet<String>();
        for (var file : Sources.files(Sources.MAIN, ".sql"))
            TABLE.matcher(Files.readString(file)).results().map(found -> found.group(1))
                    .filter(table -> !named.contains(table)).forEach(without::add);
        Offenders.none(
                "Name each table in GLOSSARY.md: in the Table column of the word it belongs to, or in a row of its own.",
                without);
    }

    private static List<String> foreign(String file, String text) {
        var room = file.substring(0, file.indexOf('/'));
        return GENERATED.matcher(text).results().map(found -> found.group(1)).filter(other -> !other.equals(room))
                .distinct().map(other -> file + " reads " + other).toList();
    }

    private static Optional<String> withoutTransaction(String file, String text) {
        return WORKS_ON_ROWS.matcher(text).find() && text.contains("DSLContext") && !text.contains("@Transactional")
                ? Optional.of(file)
                : Optional.empty();
    }

    /** The default method of an interface that asks its own promises, where a class with rows keeps them. */
    private static Optional<String> readsOutside(String text, Collection<String> all) {
        var named = INTERFACE.matcher(text);
        if (!named.find() || !text.contains("\n    default ")) return Optional.empty();
        var keeps = Pattern.compile("implements [^{]*\\b" + named.group(1) + "\\b");
        if (all.stream()
                .noneMatch(other -> other.contains("DSLContext")
                        && other.contains("@Transactional")
                        && keeps.matcher(other).find()))
            return Optional.empty();
        var promised = new TreeSet<String>();
        PROMISED.matcher(text).results().forEach(promise -> promised.add(promise.group(1)));
        return DEFAULT.matcher(text).results()
                .filter(own -> promised.stream()
                        .anyMatch(promise -> Pattern.compile("(?<![\\w.])" + promise + "\\(|this::" + promise + "\\b")
                                .matcher(own.group(2))
                                .find()))
                .map(own -> own.group(1)).findFirst();
    }

    /**
     * What is left of a template when directives, code, tags and values are taken out of it is text; content in
     * backticks is a template again.
     */
    private static List<String> faults(String template) {
        var faults = new ArrayList<String>();
        if (Pattern.compile("\\sstyle=").matcher(template).find()) faults.add("style=");
        var bare = new StringBuilder();
        var left = text(template.replaceAll("(?s)<%--.*?--%>|<!--.*?-->|<script.*?</script>|<svg.*?</svg>", " "), 0,
                bare);
        if (left < template.length() && bare.isEmpty()) faults.add("nothing of it could be read");
        bare.toString().replaceAll("(?s)<(code|pre)\\b.*?</\\1>|<(?:\"[^\"]*\"|[^>\"])*>|&\\w+;", "\n").lines()
                .map(String::strip).filter(line -> WORDS.matcher(NAMES.matcher(line).replaceAll("")).find())
                .map(line -> "“" + line + "”").forEach(faults::add);
        return faults;
    }

    /** Reads text from there to the backtick that ends it; directives, code and values are left out. */
    private static int text(String template, int from, StringBuilder bare) {
        for (int at = from; at < template.length(); at++) {
            char c = template.charAt(at);
            if (c == '`') return at;
            if (c == '@') {
                int word = at + 1;
                while (word < template.length() && (Character.isLetterOrDigit(template.charAt(word))
                        || "._-".indexOf(template.charAt(word)) >= 0))
                    word++;
                if (template.startsWith("import ", at + 1) || template.startsWith("param ", at + 1))
                    at = lineEnd(template, at);
                else
                    at = word < template.length() && template.charAt(word) == '('
                            ? code(template, word, bare)
                            : word - 1;
            } else
                if ((c == '$' || c == '!') && at + 1 < template.length() && template.charAt(at + 1) == '{')
                    at = code(template, at + 1, bare);
                else
                    bare.append(c);
        }
        return template.length();
    }

    /** Past the parenthesis or brace that closes the one there; content in backticks within it is read. */
    private static int code(String template, int from, StringBuilder bare) {
        int depth = 0;
        for (int at = from; at < template.length(); at++) {
            char c = template.charAt(at);
            if (c == '"') {
                at++;
                while (at < template.length() && template.charAt(at) != '"') at += template.charAt(at) == '\\' ? 2 : 1;
            } else if (c == '`') {
                bare.append('\n');
                at = text(template, at + 1, bare);
                bare.append('\n');
            } else if (c == '(' || c == '{') depth++;
            else if ((c == ')' || c == '}') && --depth == 0) return at;
        }
        return template.length() - 1;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Map<String, String> java() throws IOException {
        var all = new TreeMap<String, String>();
        var root = Sources.MAIN.resolve("org/daywatch");
        for (var file : Sources.files(root, ".java"))
            if (!file.getParent().equals(root)) all.put(root.relativize(file).toString(), Files.readString(file));
        return all;
    }
}
