package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What people read stands in the message files, in English and Spanish. A sentence written in Java reaches a Spanish
 * reader in English.
 */
class LiteralsTest {

    /**
     * Read in a terminal or a log, or by machines, or by whoever writes a file: English only, and why. Paths below
     * org/daywatch.
     */
    private static final Map<String, String> ENGLISH = english();

    /** Texts of errors and logs, and names of columns in foreign files. */
    private static final Pattern NOBODY = Pattern.compile(
            "(.*\\.)?(new )?\\w*(Exception|Error)|(log|LOG)\\.\\w+|Objects\\.requireNonNull|requireNonNull|ExpectedColumn\\.(required|optional)|row\\.(text|optional|raw|date|count|oneOf)");

    /** Whatever is handed to these is told to people, even half a sentence: "is not a ZIP code". */
    private static final Pattern TOLD = Pattern.compile(
            "(row|cells|run)\\.(fault|broken|note)|(new )?(InvalidInput|FieldError|IntakeRefused|RefusedCell)|Said\\.of");

    private static Map<String, String> english() {
        var english = new LinkedHashMap<String, String>();
        english.put(".*/command/.*|platform/cli/.*", "the command line, read in a terminal");
        english.put(
                "platform/(cipher|casekeys|backup|database|copy|securitylog|outage|scanner)/.*|platform/web/PublicAddress|platform/identity/founding/FirstAdministrator",
                "read in the terminal or the log where the installation is started, backed up or restored");
        english.put(
                "emergencies/alerts/AlertSeal|emergencies/devices/hooks/HookSecrets|relationships/tips/page/PageKey",
                "names of keys, in the terminal where one is missing");
        english.put("emergencies/lane/command/StreamsCommand|staffing/awards/replay/.*",
                "commands beside what they run, read in a terminal");
        english.put("emergencies/cap/Cap\\w+|emergencies/cap/intake/.*",
                "told to the system that sent the message, which reads English");
        english.put("platform/notifications/receipts/.*|emergencies/reach/push/.*",
                "told to gateways and browsers' programs");
        english.put(
                "platform/json/.*|platform/setup/file/.*|prevention/instruments/.*|training/(lessons|courses)/file/.*|staffing/awards/AwardReader",
                "checks of JSON files, told to whoever writes the file; the command line prints them");
        english.put("scheduling/(check|explain)/.*",
                "checks of a roster's problem and answer, files read by the command line");
        english.put("prevention/assessments/AssessmentSentences",
                "stored in English and read in the reader's language; its page never shows these words to a Spanish reader");
        english.put(".*/demo/.*", "what invented people of the demonstration wrote, in the language they write");
        return english;
    }

    /** @param told handed to a call that tells it to people */
    private record Literal(int line, String text, boolean told) {}

    @Test
    void noSentenceForPeopleIsWrittenInJava() throws IOException {
        var found = new ArrayList<String>();
        var used = new TreeSet<String>();
        for (var file : Sources.files(Sources.MAIN, ".java")) {
            String name = Sources.MAIN.resolve("org/daywatch").relativize(file).toString().replace(".java", "");
            for (Literal literal : sentences(Files.readString(file))) {
                var exempt = ENGLISH.keySet().stream().filter(name::matches).findFirst();
                exempt.ifPresentOrElse(used::add,
                        () -> found.add("%s.java:%d \"%s\"".formatted(name, literal.line, literal.text)));
            }
        }
        Offenders.none(
                "Write no sentence in Java: move each to texts.properties and texts_es.properties beside it and name its key here (InvalidInput, page.t, Said.of);"
                        + " if only a terminal, a log or a machine reads it, name its package in LiteralsTest with the reason",
                found);
        assertThat(ENGLISH.keySet()).as("exceptions that nothing needs any more: remove them")
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void aPlantedSentenceIsFoundAndWhatOnlyLooksLikeOneIsNot() {
        assertThat(sentences("""
                class Planted {
                    /* "A comment is no sentence." */
                    void a(Page page, int n) { // "Nor is this one here."
                        throw new InvalidInput("day", "", "Write the day as 2026-11-17.");
                    }
                    String b() { return "Districts that would be created"; }
                    String c(int n) { return n > 1
                            ? "Are you sure?" : "They said \\"no\\" to it."; }
                }
                """)).containsExactly(new Literal(4, "Write the day as 2026-11-17.", true),
                new Literal(6, "Districts that would be created", false),
                new Literal(8, "Are you sure?", false), new Literal(8, "They said \\\"no\\\" to it.", false));
        assertThat(sentences(
                "class Half { void a(Row row) { row.fault(\"Home ZIP\", zip(\"as it stands there\"), \"is not a ZIP code\"); } }"))
                .containsExactly(new Literal(1, "is not a ZIP code", true));
        assertThat(sentences("""
                @Command(name = "x", description = {"Import a file of schools.", "Good rows are imported (all of them)."})
                class Sound {
                    @Open(why = "Whoever has the code may look.") void a() {
                        log.info("The import {} was refused: {}.", n(1), "It is what it is.");
                        throw new IllegalStateException("No rule answers this: " + b("One more of these here."));
                    }
                    String b = "EEE d MMM yyyy", c = "select a from b where c = d", e = "Yes it is", f = "imports.said.undone", g = "School ID", h = '"' + "x";
                    String i = \"""
                        A block of text is a statement for the database or a page of its own.
                        \""";
                }
                """)).isEmpty();
    }

    private static List<Literal> sentences(String source) {
        return literals(source).stream()
                .filter(l -> isSentence(l.text) || l.told && l.text.matches(".*\\b[a-z]+ [a-z]+\\b.*")).toList();
    }

    private static boolean isSentence(String text) {
        if (!text.matches("(?s)\\p{Lu}.*")) return false;
        var words = Arrays.stream(text.strip().split("\\s+")).filter(w -> w.matches("(?U).*\\p{L}.*|.*\\d.*")).toList();
        if (words.stream().filter(w -> w.matches("[a-z]{2,}[,;:.?!]?")).count() < 2) return false;
        return words.size() >= 4 || words.size() >= 3 && text.strip().matches("(?s).*[.?!:]");
    }

    /** Literals outside comments, annotations, blocks of text, and calls whose words nobody reads. */
    private static List<Literal> literals(String source) {
        var found = new ArrayList<Literal>();
        var calls = new ArrayDeque<String>(); // what stands before each open bracket
        int line = 1;
        for (int i = 0; i < source.length(); i++) {
            int end = end(source, i);
            if (end > i) {
                String part = source.substring(i, end);
                if (part.startsWith("\"") && !part.startsWith("\"\"\"")
                        && calls.stream().noneMatch(LiteralsTest::isUnread)) {
                    found.add(new Literal(line, part.substring(1, part.length() - 1),
                            !calls.isEmpty() && TOLD.matcher(calls.peek()).matches()));
                }
                line += (int) part.chars().filter(c -> c == '\n').count();
                i = end - 1;
            } else if (source.charAt(i) == '(') calls.push(call(source.substring(Math.max(0, i - 120), i)));
            else if (source.charAt(i) == ')' && !calls.isEmpty()) calls.pop();
            else if (source.charAt(i) == '\n') line++;
        }
        return found;
    }

    /** Behind the comment, character or literal that begins here; the same place where none does. */
    private static int end(String source, int at) {
        if (source.startsWith("//", at)) return behind(source, at, "\n") - 1;
        if (source.startsWith("/*", at)) return behind(source, at + 2, "*/");
        if (source.startsWith("\"\"\"", at)) return behind(source, at + 3, "\"\"\"");
        char quote = source.charAt(at);
        if (quote != '"' && quote != '\'') return at;
        int i = at + 1;
        while (source.charAt(i) != quote) i += source.charAt(i) == '\\' ? 2 : 1;
        return i + 1;
    }

    private static int behind(String source, int from, String what) {
        int at = source.indexOf(what, from);
        return at < 0 ? source.length() : at + what.length();
    }

    private static String call(String before) {
        var call = Pattern.compile("@?(?:new\\s+)?[\\w.]+(?=\\s*$)").matcher(before);
        return call.find() ? call.group().replaceAll("\\s+", " ") : "";
    }

    private static boolean isUnread(String call) {
        return call.startsWith("@") || NOBODY.matcher(call).matches();
    }
}
